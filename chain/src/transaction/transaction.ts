/**
 * A decoded, sender-recovered Ethereum transaction: legacy (0), access list (1), EIP-1559 (2), EIP-7702 (4).
 * Blob transactions (3) do not exist on this chain. Amounts and prices are in atto CMT.
 * For types 0 and 1 both fee fields carry the gas price, so fee rules need no case split.
 */
import type { Hex } from "../encoding/hex.ts";

export type AccessListEntry = { address: Hex; storageKeys: readonly Hex[] };

export type Authorization = {
  chainId: bigint;
  address: Hex;
  nonce: bigint;
  yParity: number;
  r: bigint;
  s: bigint;
};

export type TransactionType = 0 | 1 | 2 | 4;

export type Transaction = {
  type: TransactionType;
  hash: Hex;
  from: Hex;
  /** Undefined only for legacy transactions without replay protection. */
  chainId: bigint | undefined;
  nonce: bigint;
  gasLimit: bigint;
  maxFeePerGas: bigint;
  maxPriorityFeePerGas: bigint;
  to: Hex | undefined;
  value: bigint;
  data: Uint8Array;
  accessList: readonly AccessListEntry[];
  authorizationList: readonly Authorization[];
  v: bigint;
  r: bigint;
  s: bigint;
  /** The canonical encoding (EIP-2718), as it stands in blocks. */
  raw: Uint8Array;
};

/** What the sender pays above the base fee, per gas. Negative where the transaction cannot pay the base fee. */
export function effectiveTip(
  tx: Pick<Transaction, "maxFeePerGas" | "maxPriorityFeePerGas">,
  baseFeePerGas: bigint,
): bigint {
  const room = tx.maxFeePerGas - baseFeePerGas;
  if (room < tx.maxPriorityFeePerGas) return room; // Math.min knows no bigint
  return tx.maxPriorityFeePerGas;
}

/**
 * Whether a `--dev` node made this transaction for a sender without a key (see `impersonatedTransaction`).
 * Nobody can send one: a signature of one's own address would have to recover to that address.
 */
export function isImpersonated({ from, r, s }: Pick<Transaction, "from" | "r" | "s">): boolean {
  return r === s && r === BigInt(from);
}

/** The most a transaction can take from its sender. */
export function maximumCost(tx: Pick<Transaction, "gasLimit" | "maxFeePerGas" | "value">): bigint {
  return tx.gasLimit * tx.maxFeePerGas + tx.value;
}
