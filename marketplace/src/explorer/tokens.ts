// Tokens and their holders, counted from transfers. Supplies and balances of foreign tokens are what their events say.
import type { HolderPage, Token, TokenPage } from "../api/schema/explorer.ts";
import type { PageQuery } from "../api/schema/paging.ts";
import { ApiError } from "../http/apiError.ts";
import { decodeCursor, encodeCursor, pageFrom } from "../http/cursor.ts";
import { labelsFor } from "./labels.ts";
import type { ExplorerParts } from "./listTransactions.ts";
import type { TokenReader } from "./tokenMetadata.ts";

type TokenRow = {
  address: `0x${string}`;
  supply_atto: bigint;
  transfers: number;
  holders: number;
  merchant: `0x${string}` | null;
};

const TOKEN_COLUMNS = `t.address, t.supply_atto, t.transfers, p.merchant, (
  select count(*)::int from token_balance b where b.token = t.address and b.balance_atto > 0) as holders`;
const TOKEN_JOIN = "token t left join program p on p.token = t.address";

export async function listTokens(parts: ExplorerParts, query: PageQuery): Promise<TokenPage> {
  const after = decodeCursor("tokens", 2, query.cursor) ?? [null, null];
  const rows = await parts.store.database.query<TokenRow & { first_block: bigint; place: bigint }>(
    `select * from (select ${TOKEN_COLUMNS}, t.first_block,
         row_number() over (order by t.first_block, t.address) as place from ${TOKEN_JOIN}) found
     where $1::bigint is null or (transfers, -place) < ($1::bigint, -$2::bigint)
     order by transfers desc, place limit ${query.limit + 1}`,
    after,
  );
  const page = pageFrom(rows, query.limit, {
    item: (row) => row,
    cursor: (row) => encodeCursor("tokens", [row.transfers, row.place]),
  });
  const data = await Promise.all(page.data.map((row) => toToken(row, parts.tokens)));
  return { data, nextCursor: page.nextCursor };
}

export async function readTokenPage(parts: ExplorerParts, address: string): Promise<Token> {
  const [row] = await parts.store.database.query<TokenRow>(
    `select ${TOKEN_COLUMNS} from ${TOKEN_JOIN} where t.address = $1`,
    [address],
  );
  if (row) return toToken(row, parts.tokens);
  const [program] = await parts.store.database.query<{ merchant: `0x${string}` }>(
    "select merchant from program where token = $1",
    [address],
  );
  if (!program) throw new ApiError("not_found", `No token at ${address} has moved yet.`);
  const unmoved = { supply_atto: 0n, transfers: 0, holders: 0, merchant: program.merchant };
  return toToken({ address: address as `0x${string}`, ...unmoved }, parts.tokens);
}

async function toToken(row: TokenRow, tokens: TokenReader): Promise<Token> {
  return {
    address: row.address,
    ...(await tokens(row.address)),
    totalSupplyAtto: String(row.supply_atto > 0n ? row.supply_atto : 0n),
    holders: row.holders,
    transfers: row.transfers,
    merchant: row.merchant,
  };
}

export async function listHolders(
  parts: ExplorerParts,
  token: string,
  query: PageQuery,
): Promise<HolderPage> {
  const { store, known } = parts;
  const after = decodeCursor("holders", 2, query.cursor) ?? [null, null];
  const rows = await store.database.query<{ holder: string; balance_atto: bigint; place: bigint }>(
    `select * from (select holder, balance_atto,
         row_number() over (order by balance_atto desc, holder) as place
       from token_balance where token = $1 and balance_atto > 0) found
     where $3::bigint is null or ($2::numeric is not null and place > $3::bigint)
     order by place limit ${query.limit + 1}`,
    [token, after[0], after[1]],
  );
  const labels = await labelsFor(
    store,
    known,
    rows.map((row) => row.holder),
  );
  return pageFrom(rows, query.limit, {
    item: (row) => ({ holder: labels(row.holder), balanceAtto: String(row.balance_atto) }),
    cursor: (row) => encodeCursor("holders", [row.balance_atto, row.place]),
  });
}
