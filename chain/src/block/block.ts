/** A block as the store keeps it: header with its hash, transactions with their recovered senders, receipts beside it. */
import { RLP } from "@ethereumjs/rlp";
import { bytesToHex, type Hex, hexToBytes } from "../encoding/hex.ts";
import { decodeTransaction } from "../transaction/decodeTransaction.ts";
import type { Transaction } from "../transaction/transaction.ts";
import { encodeHeader, type Header } from "./header.ts";

export type Block = { hash: Hex; header: Header; transactions: readonly Transaction[] };

/** The sender stands beside each transaction, so reading a block recovers no signature. */
export function encodeBody(transactions: readonly Transaction[]): Uint8Array {
  return RLP.encode(transactions.map((tx) => [hexToBytes(tx.from), tx.raw]));
}

export function decodeBody(rlp: Uint8Array): Transaction[] {
  const items = RLP.decode(rlp) as unknown as [Uint8Array, Uint8Array][];
  return items.map(([from, raw]) => decodeTransaction(raw, bytesToHex(from)));
}

/** Size of the block as peers would send it: [header, transactions, ommers, withdrawals]. */
export function blockSizeBytes(block: Block): number {
  const transactions = block.transactions.map((tx) => (tx.type === 0 ? RLP.decode(tx.raw) : tx.raw));
  return RLP.encode([RLP.decode(encodeHeader(block.header)), transactions, [], []]).length;
}
