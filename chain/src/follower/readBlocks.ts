/** Reads blocks with their receipts over JSON-RPC and joins them to FollowedBlock. */
import type { BlockRef, FollowedBlock, FollowedLog, FollowedTransaction, Hex } from "./block.ts";
import { type Rpc, toQuantity } from "./jsonRpc.ts";

/** Calls per HTTP request: below what nodes usually allow. */
const BATCH_SIZE = 50;

export interface RpcHeader {
  number: Hex;
  hash: Hex;
  parentHash: Hex;
  timestamp: Hex;
  transactionsRoot: Hex;
  logsBloom: Hex;
}

interface RpcTransaction {
  hash: Hex;
  from: Hex;
  to: Hex | null;
  value: Hex;
  input: Hex;
  nonce: Hex;
  transactionIndex: Hex;
}

interface RpcBlock extends RpcHeader {
  transactions: RpcTransaction[];
}

interface RpcLog {
  address: Hex;
  topics: Hex[];
  data: Hex;
  logIndex: Hex;
  transactionHash: Hex;
  transactionIndex: Hex;
}

interface RpcReceipt {
  blockHash: Hex;
  transactionHash: Hex;
  status: Hex;
  gasUsed: Hex;
  effectiveGasPrice: Hex;
  contractAddress: Hex | null;
  logs: RpcLog[];
}

const EMPTY_TRANSACTIONS_ROOT = "0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421";

/** True if the header alone says that the block holds neither transactions nor logs. */
export const headerIsEmpty = (header: RpcHeader) =>
  header.transactionsRoot === EMPTY_TRANSACTIONS_ROOT && /^0x0*$/.test(header.logsBloom);

export const refOf = (header: RpcHeader): BlockRef => ({
  number: BigInt(header.number),
  hash: header.hash,
  timestampSec: BigInt(header.timestamp),
});

export const emptyBlockOf = (header: RpcHeader): FollowedBlock => ({
  ...refOf(header),
  parentHash: header.parentHash,
  transactions: [],
  logs: [],
});

/** The header at a height, or undefined above the node's head. */
export async function readHeader(rpc: Rpc, at: bigint | "latest"): Promise<RpcHeader | undefined> {
  const tag = at === "latest" ? at : toQuantity(at);
  return (await rpc.call<RpcHeader | null>("eth_getBlockByNumber", tag, false)) ?? undefined;
}

/**
 * The blocks from..to, in order, each the child of the one before. Shorter than asked where the chain ends or where
 * it changed while it was read.
 */
export async function readBlocks(rpc: Rpc, from: bigint, to: bigint): Promise<FollowedBlock[]> {
  const numbers = Array.from({ length: Number(to - from) + 1 }, (_, i) => toQuantity(from + BigInt(i)));
  const read = await inBatches<RpcBlock | null>(rpc, "eth_getBlockByNumber", numbers, [true]);
  const end = read.findIndex(
    (block, i) => block === null || (i > 0 && block.parentHash !== read[i - 1]?.hash),
  );
  const blocks = (end === -1 ? read : read.slice(0, end)) as RpcBlock[];
  const full = blocks.filter((block) => block.transactions.length > 0 || !headerIsEmpty(block));
  const receipts = await inBatches<RpcReceipt[] | null>(
    rpc,
    "eth_getBlockReceipts",
    full.map((block) => block.number),
    [],
  );
  const receiptsOf = new Map(full.map((block, i) => [block.hash, receipts[i] ?? []]));
  const joined: FollowedBlock[] = [];
  for (const block of blocks) {
    const own = receiptsOf.get(block.hash) ?? [];
    if (own.length < block.transactions.length || own.some((receipt) => receipt.blockHash !== block.hash))
      break;
    joined.push(joinBlock(block, own));
  }
  return joined;
}

async function inBatches<T>(rpc: Rpc, method: string, keys: Hex[], rest: unknown[]): Promise<T[]> {
  const results: T[] = [];
  for (let i = 0; i < keys.length; i += BATCH_SIZE) {
    const calls = keys.slice(i, i + BATCH_SIZE).map((key) => ({ method, params: [key, ...rest] }));
    results.push(...(await rpc.batch<T>(calls)));
  }
  return results;
}

function joinBlock(block: RpcBlock, receipts: RpcReceipt[]): FollowedBlock {
  const receiptOf = new Map(receipts.map((receipt) => [receipt.transactionHash, receipt]));
  return {
    ...emptyBlockOf(block),
    transactions: block.transactions.map((transaction) =>
      joinTransaction(transaction, receiptOf.get(transaction.hash) as RpcReceipt),
    ),
    logs: receipts.flatMap((receipt) => receipt.logs.map(decodeLog)),
  };
}

function joinTransaction(transaction: RpcTransaction, receipt: RpcReceipt): FollowedTransaction {
  return {
    hash: transaction.hash,
    from: lower(transaction.from),
    to: transaction.to === null ? null : lower(transaction.to),
    value: BigInt(transaction.value),
    input: transaction.input,
    nonce: Number(transaction.nonce),
    status: BigInt(receipt.status) === 1n ? "success" : "reverted",
    gasUsed: BigInt(receipt.gasUsed),
    effectiveGasPrice: BigInt(receipt.effectiveGasPrice),
    contractAddress: receipt.contractAddress ? lower(receipt.contractAddress) : null,
    index: Number(transaction.transactionIndex),
  };
}

function decodeLog(log: RpcLog): FollowedLog {
  return {
    address: lower(log.address),
    topics: log.topics,
    data: log.data,
    logIndex: Number(log.logIndex),
    transactionHash: log.transactionHash,
    transactionIndex: Number(log.transactionIndex),
  };
}

const lower = (hex: Hex) => hex.toLowerCase() as Hex;
