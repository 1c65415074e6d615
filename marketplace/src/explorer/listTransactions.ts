// Transactions and transfers by address, newest first. A page of one address merges its two indexes (from, to).
import type {
  TransactionPage,
  TransactionRow,
  TransferPage,
  TransfersQuery,
} from "../api/schema/explorer.ts";
import type { PageQuery } from "../api/schema/paging.ts";
import type { Store } from "../database/store.ts";
import { decodeCursor, encodeCursor, pageFrom } from "../http/cursor.ts";
import type { KnownContracts } from "./knownContracts.ts";
import { type Labels, labelsFor } from "./labels.ts";
import type { TokenMetadata, TokenReader } from "./tokenMetadata.ts";

type Hex = `0x${string}`;

type Row = {
  hash: Hex;
  block_number: bigint;
  transaction_index: number;
  at_sec: bigint;
  from_address: string;
  to_address: string | null;
  contract_address: Hex | null;
  value_atto: bigint;
  fee_atto: bigint;
  is_success: boolean;
  selector: string | null;
};

export type ExplorerParts = { store: Store; known: KnownContracts; tokens: TokenReader };

export async function listTransactions(
  parts: ExplorerParts,
  query: PageQuery & { address?: string | undefined; block?: number | undefined },
): Promise<TransactionPage> {
  const { store, known } = parts;
  const after = decodeCursor("transactions", 2, query.cursor);
  const parameters: unknown[] = [after?.[0] ?? null, after?.[1] ?? null];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const beyond = "($1::bigint is null or (block_number, transaction_index) < ($1::bigint, $2::int))";
  const order = `order by block_number desc, transaction_index desc limit ${query.limit + 1}`;
  const inBlock = query.block === undefined ? "" : `and block_number = ${bind(query.block)}::bigint`;
  const side = (condition: string) =>
    `(select * from chain_transaction where ${condition} and ${beyond} ${inBlock} ${order})`;
  const address = query.address === undefined ? null : bind(query.address);
  const source = address
    ? `(${side(`from_address = ${address}`)} union ${side(`to_address = ${address}`)} union ${side(`contract_address = ${address}`)}) both_sides`
    : `${side("true")} everything`;
  const rows = await store.database.query<Row>(`select * from ${source} ${order}`, parameters);
  const labels = await labelsFor(
    store,
    known,
    rows.flatMap((row) => [row.from_address, row.to_address]),
  );
  return pageFrom(rows, query.limit, {
    item: (row) => toTransactionRow(row, labels, known),
    cursor: (row) => encodeCursor("transactions", [row.block_number, row.transaction_index]),
  });
}

function toTransactionRow(row: Row, labels: Labels, known: KnownContracts): TransactionRow {
  return {
    hash: row.hash,
    blockNumber: Number(row.block_number),
    atSec: Number(row.at_sec),
    from: labels(row.from_address),
    to: row.to_address === null ? null : labels(row.to_address),
    contractAddress: row.contract_address,
    valueAtto: String(row.value_atto),
    feeAtto: String(row.fee_atto),
    isSuccess: row.is_success,
    method: known.methodOf(row.selector),
  };
}

type TransferRow = {
  block_number: bigint;
  transaction_index: number;
  log_index: number;
  transaction_hash: Hex;
  at_sec: bigint;
  kind: TransferPage["data"][number]["kind"];
  token: Hex;
  from_address: string;
  to_address: string;
  amount_atto: bigint;
  order_id: bigint | null;
};

export async function listTransfers(
  parts: ExplorerParts,
  query: PageQuery & TransfersQuery,
): Promise<TransferPage> {
  const { store, known, tokens } = parts;
  const after = decodeCursor("transfers", 3, query.cursor) ?? [null, null, null];
  const parameters: unknown[] = [...after];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const conditions = [
    "($1::bigint is null or (block_number, transaction_index, log_index) < ($1::bigint, $2::int, $3::int))",
  ];
  if (query.address) {
    const address = bind(query.address);
    conditions.push(`(from_address = ${address} or to_address = ${address})`);
  }
  if (query.token) conditions.push(`token = ${bind(query.token)}`);
  if (query.tx) conditions.push(`transaction_hash = ${bind(query.tx)}`);
  const rows = await store.database.query<TransferRow>(
    `select * from transfer where ${conditions.join(" and ")}
     order by block_number desc, transaction_index desc, log_index desc limit ${query.limit + 1}`,
    parameters,
  );
  const metadata = new Map<string, TokenMetadata>();
  for (const token of new Set(rows.map((row) => row.token))) metadata.set(token, await tokens(token));
  const labels = await labelsFor(
    store,
    known,
    rows.flatMap((row) => [row.from_address, row.to_address]),
  );
  return pageFrom(rows, query.limit, {
    item: (row) => ({
      transactionHash: row.transaction_hash,
      blockNumber: Number(row.block_number),
      atSec: Number(row.at_sec),
      kind: row.kind,
      token: row.token,
      symbol: metadata.get(row.token)?.symbol ?? "",
      decimals: metadata.get(row.token)?.decimals ?? 0,
      from: labels(row.from_address),
      to: labels(row.to_address),
      amountAtto: String(row.amount_atto),
      orderId: row.order_id === null ? null : String(row.order_id),
    }),
    cursor: (row) => encodeCursor("transfers", [row.block_number, row.transaction_index, row.log_index]),
  });
}
