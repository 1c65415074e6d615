// GET /api/explorer/…: search?q, stats, blocks, blocks/:numberOrHash, transactions?address=&block=, transactions/:hash,
// transfers?address=|token=|tx=, tokens, tokens/:address, tokens/:address/holders, addresses/:address.
// Calls and logs are decoded by the ABIs this suite knows; what is unknown is shown raw.
import { z } from "zod";
import { pageOf, pageQuerySchema } from "./paging.ts";
import { addressSchema, hashSchema, idSchema, secSchema, uintSchema } from "./primitives.ts";

const addressNumberSchema = z.int().min(0);

/** An account with the name the suite knows it by: contract, shop, arbiter or token. */
export const labelledAddressSchema = z.object({ address: addressSchema, label: z.string().nullable() });
export type LabelledAddress = z.infer<typeof labelledAddressSchema>;

export const searchResultSchema = z.object({
  kind: z.enum(["block", "transaction", "address", "token", "order", "listing", "seller"]),
  /** block number, hash, address or id */
  id: z.string(),
  label: z.string(),
});
export type SearchResult = z.infer<typeof searchResultSchema>;
export const searchResultsSchema = z.object({ data: z.array(searchResultSchema) });
export type SearchResults = z.infer<typeof searchResultsSchema>;

export const statsSchema = z.object({
  chainId: z.int(),
  latestBlock: z.int(),
  latestBlockSec: secSchema,
  /** the last block the read models hold */
  indexedBlock: z.int(),
  transactions: z.int(),
  transactionsLastDay: z.int(),
  /** average over recent blocks, null while there are too few */
  blockTimeMs: z.int().nullable(),
  baseFeeAtto: uintSchema,
  listings: z.int(),
  sellers: z.int(),
  orders: z.int(),
  ordersOpen: z.int(),
  /** CMT in open orders */
  escrowedAtto: uintSchema,
  /** per UTC day, oldest first, at most 30 */
  daily: z.array(z.object({ daySec: secSchema, transactions: z.int(), orders: z.int() })),
});
export type Stats = z.infer<typeof statsSchema>;

export const blockSchema = z.object({
  number: addressNumberSchema,
  hash: hashSchema,
  parentHash: hashSchema,
  atSec: secSchema,
  transactions: z.int(),
  gasUsed: uintSchema,
  gasLimit: uintSchema,
  baseFeeAtto: uintSchema,
  miner: labelledAddressSchema,
  stateRoot: hashSchema,
  sizeBytes: z.int(),
});
export type Block = z.infer<typeof blockSchema>;
export const blockPageSchema = pageOf(blockSchema);
export type BlockPage = z.infer<typeof blockPageSchema>;

export const transactionRowSchema = z.object({
  hash: hashSchema,
  blockNumber: addressNumberSchema,
  atSec: secSchema,
  from: labelledAddressSchema,
  /** null: creates a contract */
  to: labelledAddressSchema.nullable(),
  contractAddress: addressSchema.nullable(),
  valueAtto: uintSchema,
  feeAtto: uintSchema,
  isSuccess: z.boolean(),
  /** decoded function name, else the selector, null for a plain transfer */
  method: z.string().nullable(),
});
export type TransactionRow = z.infer<typeof transactionRowSchema>;
export const transactionPageSchema = pageOf(transactionRowSchema);
export type TransactionPage = z.infer<typeof transactionPageSchema>;

/** A decoded argument; tuples and arrays are JSON text, integers decimal strings. */
export const argumentSchema = z.object({ name: z.string(), type: z.string(), value: z.string() });
export type Argument = z.infer<typeof argumentSchema>;

export const transferSchema = z.object({
  transactionHash: hashSchema,
  blockNumber: addressNumberSchema,
  atSec: secSchema,
  /** "native": value of a transaction; "order": CMT into escrow; "withdrawal": CMT out of it; "token": ERC-20 */
  kind: z.enum(["native", "order", "withdrawal", "token"]),
  token: addressSchema,
  symbol: z.string(),
  decimals: z.int(),
  from: labelledAddressSchema,
  to: labelledAddressSchema,
  amountAtto: uintSchema,
  orderId: idSchema.nullable(),
});
export type Transfer = z.infer<typeof transferSchema>;
export const transferPageSchema = pageOf(transferSchema);
export type TransferPage = z.infer<typeof transferPageSchema>;

export const transactionSchema = transactionRowSchema.extend({
  /** "pending" while it is in no block */
  status: z.enum(["pending", "success", "failed"]),
  blockHash: hashSchema.nullable(),
  index: z.int().nullable(),
  nonce: z.int(),
  type: z.string(),
  gasLimit: uintSchema,
  gasUsed: uintSchema.nullable(),
  gasPriceAtto: uintSchema,
  input: z.string(),
  call: z.object({ signature: z.string(), args: z.array(argumentSchema) }).nullable(),
  /** the decoded custom error of a failed transaction */
  failure: z.string().nullable(),
  logs: z.array(
    z.object({
      address: labelledAddressSchema,
      index: z.int(),
      event: z.string().nullable(),
      args: z.array(argumentSchema),
      topics: z.array(hashSchema),
      data: z.string(),
    }),
  ),
  transfers: z.array(transferSchema),
});
export type Transaction = z.infer<typeof transactionSchema>;

export const tokenSchema = z.object({
  address: addressSchema,
  name: z.string(),
  symbol: z.string(),
  decimals: z.int(),
  totalSupplyAtto: uintSchema,
  holders: z.int(),
  transfers: z.int(),
  /** the merchant whose reward token it is */
  merchant: addressSchema.nullable(),
});
export type Token = z.infer<typeof tokenSchema>;
export const tokenPageSchema = pageOf(tokenSchema);
export type TokenPage = z.infer<typeof tokenPageSchema>;

export const holderSchema = z.object({ holder: labelledAddressSchema, balanceAtto: uintSchema });
export type Holder = z.infer<typeof holderSchema>;
export const holderPageSchema = pageOf(holderSchema);
export type HolderPage = z.infer<typeof holderPageSchema>;

export const addressDetailSchema = labelledAddressSchema.extend({
  isContract: z.boolean(),
  /** which of the suite's contracts this is, so that the page can offer its ABI; null for others */
  contractName: z.string().nullable(),
  balanceAtto: uintSchema,
  nonce: z.int(),
  transactions: z.int(),
  createdBy: z.object({ address: addressSchema, transactionHash: hashSchema }).nullable(),
  isSeller: z.boolean(),
  isArbiter: z.boolean(),
  tokens: z.array(
    z.object({
      address: addressSchema,
      name: z.string(),
      symbol: z.string(),
      decimals: z.int(),
      balanceAtto: uintSchema,
    }),
  ),
});
export type AddressDetail = z.infer<typeof addressDetailSchema>;

export const transactionsQuerySchema = pageQuerySchema.extend({
  address: addressSchema.optional(),
  block: z.coerce.number().int().min(0).optional(),
});

export const transfersQuerySchema = pageQuerySchema.extend({
  address: addressSchema.optional(),
  token: addressSchema.optional(),
  tx: hashSchema.optional(),
});
export type TransfersQuery = z.infer<typeof transfersQuerySchema>;
