/**
 * A transaction of an impersonated sender (`--dev`): there is no key, so the signature carries the sender's address instead.
 * Such a transaction is only valid on the node that made it, which keeps the sender beside it.
 */
import { RLP } from "@ethereumjs/rlp";
import { type Hex, hexToBytes } from "../encoding/hex.ts";
import { minimalBytes } from "../encoding/integer.ts";
import { decodeTransaction } from "./decodeTransaction.ts";
import type { AccessListEntry, Transaction } from "./transaction.ts";

export type UnsignedTransaction = {
  chainId: number;
  from: Hex;
  nonce: bigint;
  maxPriorityFeePerGas: bigint;
  maxFeePerGas: bigint;
  gasLimit: bigint;
  to: Hex | undefined;
  value: bigint;
  data: Uint8Array;
  accessList: readonly AccessListEntry[];
};

export function impersonatedTransaction(tx: UnsignedTransaction): Transaction {
  const payload = RLP.encode([
    minimalBytes(tx.chainId),
    minimalBytes(tx.nonce),
    minimalBytes(tx.maxPriorityFeePerGas),
    minimalBytes(tx.maxFeePerGas),
    minimalBytes(tx.gasLimit),
    tx.to === undefined ? new Uint8Array(0) : hexToBytes(tx.to),
    minimalBytes(tx.value),
    tx.data,
    tx.accessList.map(({ address, storageKeys }) => [hexToBytes(address), storageKeys.map(hexToBytes)]),
    new Uint8Array(0),
    minimalBytes(BigInt(tx.from)),
    minimalBytes(BigInt(tx.from)),
  ]);
  const raw = new Uint8Array(payload.length + 1);
  raw[0] = 2;
  raw.set(payload, 1);
  return decodeTransaction(raw, tx.from);
}
