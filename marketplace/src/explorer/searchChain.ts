// One box for everything: block number, hash, address, order or listing number, shop, token or contract name.
import type { PublicClient } from "viem";
import type { SearchResult } from "../api/schema/explorer.ts";
import { searchTerms } from "../catalogue/searchTerms.ts";
import { labelsFor } from "./labels.ts";
import type { ExplorerParts } from "./listTransactions.ts";

const MAX_RESULTS = 20;

export async function searchChain(
  parts: ExplorerParts & { client: PublicClient },
  typed: string,
): Promise<SearchResult[]> {
  const text = typed.trim();
  if (text === "") return [];
  if (/^0x[0-9a-f]{40}$/i.test(text)) return [await byAddress(parts, text.toLowerCase())];
  if (/^0x[0-9a-f]{64}$/i.test(text)) return byHash(parts, text.toLowerCase() as `0x${string}`);
  const number = text.replace(/^#/, "");
  const numbered = /^\d{1,15}$/.test(number) ? await byNumber(parts, number) : [];
  return [...numbered, ...(await byName(parts, text))].slice(0, MAX_RESULTS);
}

async function byAddress(parts: ExplorerParts, address: string): Promise<SearchResult> {
  const labels = await labelsFor(parts.store, parts.known, [address]);
  const [token] = await parts.store.database.query("select 1 from token where address = $1", [address]);
  return { kind: token ? "token" : "address", id: address, label: labels(address).label ?? address };
}

async function byHash({ client }: { client: PublicClient }, hash: `0x${string}`): Promise<SearchResult[]> {
  const [transaction, block] = await Promise.all([
    client.getTransaction({ hash }).catch(() => null),
    client.getBlock({ blockHash: hash }).catch(() => null),
  ]);
  if (transaction) return [{ kind: "transaction", id: hash, label: hash }];
  return block ? [{ kind: "block", id: String(block.number), label: `#${block.number}` }] : [];
}

async function byNumber(
  { store, client }: ExplorerParts & { client: PublicClient },
  number: string,
): Promise<SearchResult[]> {
  const results: SearchResult[] = [];
  if (BigInt(number) <= (await client.getBlockNumber())) {
    results.push({ kind: "block", id: number, label: `#${number}` });
  }
  const [order] = await store.database.query("select 1 from shop_order where id = $1", [number]);
  if (order) results.push({ kind: "order", id: number, label: `#${number}` });
  const [listing] = await store.database.query<{ title: string }>(
    `select d.title from listing l join document d on d.hash = l.content_hash and d.kind = 'listing' where l.id = $1`,
    [number],
  );
  if (listing) results.push({ kind: "listing", id: number, label: listing.title });
  return results;
}

async function byName({ store, known }: ExplorerParts, text: string): Promise<SearchResult[]> {
  const terms = searchTerms(text);
  if (terms === null) return [];
  const rows = await store.database.query<SearchResult>(
    `(select 'seller' as kind, s.address as id, d.title as label from merchant s
        join document d on d.hash = s.profile_hash and d.kind = 'merchant' where lower(d.title) like $1 limit 5)
     union all (select 'token', address, name || ' (' || symbol || ')' from token_metadata
        where lower(name) like $1 or lower(symbol) like $1 limit 5)
     union all (select 'listing', l.id::text, d.title from listing l
        join document d on d.hash = l.content_hash and d.kind = 'listing' where lower(d.title) like $1 limit 10)`,
    [terms.pattern],
  );
  const contracts = (/[a-z]/.test(terms.plain) ? known.namesLike(terms.plain) : []).map(
    ({ address, name }) => ({
      kind: "address" as const,
      id: address,
      label: name,
    }),
  );
  return [...contracts, ...rows];
}
