// The names people gave their accounts: a shop's from its merchant document, an arbiter's from his. Others have none.
import type { Store } from "../database/store.ts";

export type AccountNames = (address: string | null) => string | null;

/** @returns a function that names any of the addresses asked for. */
export async function accountNames(
  store: Store,
  addresses: readonly (string | null)[],
): Promise<AccountNames> {
  const wanted = [...new Set(addresses.filter((address) => address !== null))];
  if (wanted.length === 0) return () => null;
  const rows = await store.database.query<{ address: string; name: string }>(
    `select s.address, d.title as name from merchant s
       join document d on d.hash = s.profile_hash and d.kind = 'merchant' where s.address = any($1)
     union all
     select a.address, d.title from arbiter a
       join document d on d.hash = a.profile_hash and d.kind = 'arbiter'
       where a.address = any($1) and not exists (select 1 from merchant s where s.address = a.address)`,
    [wanted],
  );
  const names = new Map(rows.map((row) => [row.address, row.name]));
  return (address) => (address === null ? null : (names.get(address) ?? null));
}
