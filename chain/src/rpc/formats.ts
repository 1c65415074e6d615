/** Blocks, transactions, receipts and logs as JSON-RPC shows them. */
import type { Block } from "../block/block.ts";
import { blockSizeBytes } from "../block/block.ts";
import { bloomOf } from "../block/bloom.ts";
import {
  EMPTY_OMMERS_HASH,
  EMPTY_REQUESTS_HASH,
  EMPTY_WITHDRAWALS_ROOT,
  ZERO_HASH,
} from "../block/header.ts";
import type { Log, Receipt } from "../block/receipt.ts";
import { bytesToHex, type Hex, quantity, word } from "../encoding/hex.ts";
import type { HeaderWithHash } from "../state/chainStore.ts";
import { effectiveTip, type Transaction } from "../transaction/transaction.ts";

export function formatHeader({ hash, header }: HeaderWithHash): Record<string, unknown> {
  return {
    number: quantity(header.number),
    hash,
    parentHash: header.parentHash,
    sha3Uncles: EMPTY_OMMERS_HASH,
    miner: header.coinbase,
    stateRoot: header.stateRoot,
    transactionsRoot: header.transactionsRoot,
    receiptsRoot: header.receiptsRoot,
    logsBloom: bytesToHex(header.logsBloom),
    difficulty: "0x0",
    gasLimit: quantity(header.gasLimit),
    gasUsed: quantity(header.gasUsed),
    timestamp: quantity(header.timestampSec),
    extraData: bytesToHex(header.extraData),
    mixHash: header.prevRandao,
    nonce: "0x0000000000000000",
    baseFeePerGas: quantity(header.baseFeePerGas),
    withdrawalsRoot: EMPTY_WITHDRAWALS_ROOT,
    blobGasUsed: "0x0",
    excessBlobGas: "0x0",
    parentBeaconBlockRoot: ZERO_HASH,
    requestsHash: EMPTY_REQUESTS_HASH,
  };
}

export function formatBlock(block: Block, withTransactions: boolean): Record<string, unknown> {
  return {
    ...formatHeader(block),
    totalDifficulty: "0x0",
    size: quantity(blockSizeBytes(block)),
    uncles: [],
    withdrawals: [],
    transactions: block.transactions.map((tx, i) =>
      withTransactions ? formatTransaction(tx, block, i) : tx.hash,
    ),
  };
}

/** @param block undefined for a transaction that still waits. */
export function formatTransaction(
  tx: Transaction,
  block?: HeaderWithHash,
  index = 0,
): Record<string, unknown> {
  const baseFee = block?.header.baseFeePerGas;
  const gasPrice = baseFee === undefined ? tx.maxFeePerGas : baseFee + effectiveTip(tx, baseFee);
  return {
    blockHash: block?.hash ?? null,
    blockNumber: block ? quantity(block.header.number) : null,
    ...(block && { blockTimestamp: quantity(block.header.timestampSec) }),
    transactionIndex: block ? quantity(index) : null,
    hash: tx.hash,
    type: quantity(tx.type),
    from: tx.from,
    to: tx.to ?? null,
    nonce: quantity(tx.nonce),
    gas: quantity(tx.gasLimit),
    value: quantity(tx.value),
    input: bytesToHex(tx.data),
    gasPrice: quantity(gasPrice),
    ...(tx.chainId !== undefined && { chainId: quantity(tx.chainId) }),
    ...(tx.type >= 2 && {
      maxFeePerGas: quantity(tx.maxFeePerGas),
      maxPriorityFeePerGas: quantity(tx.maxPriorityFeePerGas),
    }),
    ...(tx.type >= 1 && { accessList: tx.accessList, yParity: quantity(tx.v) }),
    ...(tx.type === 4 && { authorizationList: tx.authorizationList.map(formatAuthorization) }),
    v: quantity(tx.v),
    r: quantity(tx.r),
    s: quantity(tx.s),
  };
}

function formatAuthorization(
  authorization: Transaction["authorizationList"][number],
): Record<string, unknown> {
  return {
    chainId: quantity(authorization.chainId),
    address: authorization.address,
    nonce: quantity(authorization.nonce),
    yParity: quantity(authorization.yParity),
    r: word(authorization.r),
    s: word(authorization.s),
  };
}

export type LogFormat = Record<string, unknown>;

export function formatReceipt(
  block: Block,
  receipts: readonly Receipt[],
  index: number,
): Record<string, unknown> {
  const tx = block.transactions[index] as Transaction;
  const receipt = receipts[index] as Receipt;
  return {
    transactionHash: tx.hash,
    transactionIndex: quantity(index),
    blockHash: block.hash,
    blockNumber: quantity(block.header.number),
    from: tx.from,
    to: tx.to ?? null,
    type: quantity(tx.type),
    status: receipt.succeeded ? "0x1" : "0x0",
    gasUsed: quantity(receipt.gasUsed),
    cumulativeGasUsed: quantity(receipt.cumulativeGasUsed),
    effectiveGasPrice: quantity(receipt.effectiveGasPrice),
    contractAddress: receipt.contractAddress ?? null,
    logs: formatReceiptLogs(block, receipts, index),
    logsBloom: bytesToHex(bloomOf(receipt.logs)),
  };
}

/** All logs of a block, in order, with their place. */
export function formatBlockLogs(block: Block, receipts: readonly Receipt[], removed = false): LogFormat[] {
  return receipts.flatMap((_, i) => formatReceiptLogs(block, receipts, i, removed));
}

function formatReceiptLogs(
  block: Block,
  receipts: readonly Receipt[],
  index: number,
  removed = false,
): LogFormat[] {
  const first = receipts.slice(0, index).reduce((count, { logs }) => count + logs.length, 0);
  const transactionHash = (block.transactions[index] as Transaction).hash;
  return (receipts[index] as Receipt).logs.map((log, i) =>
    formatLog(log, block, { transactionHash, transactionIndex: index, logIndex: first + i, removed }),
  );
}

type LogPlace = { transactionHash: Hex; transactionIndex: number; logIndex: number; removed: boolean };

function formatLog(log: Log, block: HeaderWithHash, place: LogPlace): LogFormat {
  return {
    address: log.address,
    topics: log.topics,
    data: bytesToHex(log.data),
    blockNumber: quantity(block.header.number),
    blockHash: block.hash,
    blockTimestamp: quantity(block.header.timestampSec),
    transactionHash: place.transactionHash,
    transactionIndex: quantity(place.transactionIndex),
    logIndex: quantity(place.logIndex),
    removed: place.removed,
  };
}
