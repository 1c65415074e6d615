/**
 * Bytes to a Transaction: EIP-2718 envelopes 1, 2, 4 and legacy with or without EIP-155.
 * Strict: a field that is too long, an integer with leading zeros or trailing bytes refuse the whole transaction.
 * It checks form and signature only; balance, nonce and price belong to the mempool and to execution.
 */
import { RLP } from "@ethereumjs/rlp";
import { keccak256, keccak256Hex } from "../crypto/keccak256.ts";
import { recoverAddress } from "../crypto/recoverAddress.ts";
import { bytesToHex, type Hex } from "../encoding/hex.ts";
import { bytesToBigint, minimalBytes } from "../encoding/integer.ts";
import type { AccessListEntry, Authorization, Transaction } from "./transaction.ts";

type Item = Uint8Array | Item[];

/** @param sender skips the recovery: known from the store, or impersonated by a test helper. */
export function decodeTransaction(raw: Uint8Array, sender?: Hex): Transaction {
  const first = raw[0];
  if (first === undefined) throw new InvalidTransactionError("empty transaction");
  if (first >= 0xc0) return decodeLegacy(raw, sender);
  if (first === 1 || first === 2 || first === 4) return decodeTyped(raw, first, sender);
  if (first === 3) throw new InvalidTransactionError("transaction type not supported: blob transactions");
  throw new InvalidTransactionError("transaction type not supported");
}

function decodeLegacy(raw: Uint8Array, sender: Hex | undefined): Transaction {
  const fields = list(decodeRlp(raw), 9, "legacy transaction");
  const v = integer(fields[6], 8, "v");
  const r = integer(fields[7], 32, "r");
  const s = integer(fields[8], 32, "s");
  const chainId = v >= 35n ? (v - 35n) / 2n : undefined;
  if (chainId === undefined && v !== 27n && v !== 28n && !sender)
    throw new InvalidTransactionError("invalid transaction v, r, s values");
  const yParity = chainId === undefined ? Number(v - 27n) : Number((v - 35n) % 2n);
  const unsigned: Item[] = fields.slice(0, 6);
  if (chainId !== undefined) unsigned.push(minimalBytes(chainId), new Uint8Array(0), new Uint8Array(0));
  const gasPrice = integer(fields[1], 32, "gasPrice");
  return {
    type: 0,
    hash: keccak256Hex(raw),
    from: sender ?? senderOf(RLP.encode(unsigned), { r, s, yParity }),
    chainId,
    nonce: integer(fields[0], 8, "nonce"),
    maxFeePerGas: gasPrice,
    maxPriorityFeePerGas: gasPrice,
    gasLimit: integer(fields[2], 8, "gas"),
    to: addressOrNone(fields[3]),
    value: integer(fields[4], 32, "value"),
    data: bytes(fields[5], "data"),
    accessList: [],
    authorizationList: [],
    v,
    r,
    s,
    raw,
  };
}

const FIELD_COUNT = { 1: 11, 2: 12, 4: 13 } as const;

function decodeTyped(raw: Uint8Array, type: 1 | 2 | 4, sender: Hex | undefined): Transaction {
  const fields = list(decodeRlp(raw.subarray(1)), FIELD_COUNT[type], `type ${type} transaction`);
  const count = fields.length;
  const feeFields = type === 1 ? 1 : 2;
  const at = 2 + feeFields;
  const yParity = integer(fields[count - 3], 1, "yParity");
  if (yParity > 1n) throw new InvalidTransactionError("invalid transaction v, r, s values");
  const r = integer(fields[count - 2], 32, "r");
  const s = integer(fields[count - 1], 32, "s");
  const to = addressOrNone(fields[at + 1]);
  const authorizationList = type === 4 ? authorizations(fields[at + 5]) : [];
  if (type === 4 && to === undefined)
    throw new InvalidTransactionError("input string too short for common.Address");
  const unsigned = concat(Uint8Array.of(type), RLP.encode(fields.slice(0, count - 3)));
  return {
    type,
    hash: keccak256Hex(raw),
    from: sender ?? senderOf(unsigned, { r, s, yParity: Number(yParity) }),
    chainId: integer(fields[0], 32, "chainId"),
    nonce: integer(fields[1], 8, "nonce"),
    maxPriorityFeePerGas: integer(fields[2], 32, "maxPriorityFeePerGas"),
    maxFeePerGas: integer(fields[1 + feeFields], 32, "maxFeePerGas"),
    gasLimit: integer(fields[at], 8, "gas"),
    to,
    value: integer(fields[at + 2], 32, "value"),
    data: bytes(fields[at + 3], "data"),
    accessList: accessList(fields[at + 4]),
    authorizationList,
    v: yParity,
    r,
    s,
    raw,
  };
}

function senderOf(unsigned: Uint8Array, signature: { r: bigint; s: bigint; yParity: number }): Hex {
  const sender = recoverAddress(keccak256(unsigned), signature);
  if (sender === undefined) throw new InvalidTransactionError("invalid sender: signature does not recover");
  return sender;
}

function accessList(item: Item | undefined): AccessListEntry[] {
  if (!Array.isArray(item)) throw new InvalidTransactionError("access list: expected a list");
  return item.map((entry) => {
    const [address, keys] = list(entry, 2, "access list entry");
    if (!Array.isArray(keys)) throw new InvalidTransactionError("access list storage keys: expected a list");
    return { address: fixed(address, 20, "address"), storageKeys: keys.map((key) => fixed(key, 32, "key")) };
  });
}

function authorizations(item: Item | undefined): Authorization[] {
  if (!Array.isArray(item)) throw new InvalidTransactionError("authorization list: expected a list");
  if (item.length === 0) throw new InvalidTransactionError("EIP-7702 transaction with empty auth list");
  return item.map((entry) => {
    const fields = list(entry, 6, "authorization");
    return {
      chainId: integer(fields[0], 32, "authorization chainId"),
      address: fixed(fields[1], 20, "authorization address"),
      nonce: integer(fields[2], 8, "authorization nonce"),
      yParity: Number(integer(fields[3], 1, "authorization yParity")),
      r: integer(fields[4], 32, "authorization r"),
      s: integer(fields[5], 32, "authorization s"),
    };
  });
}

function decodeRlp(raw: Uint8Array): Item {
  try {
    return RLP.decode(raw) as Item;
  } catch (cause) {
    throw new InvalidTransactionError(`rlp: ${cause instanceof Error ? cause.message : "malformed"}`);
  }
}

function list(item: Item | undefined, length: number, name: string): Item[] {
  if (!Array.isArray(item) || item.length !== length)
    throw new InvalidTransactionError(`${name}: expected ${length} fields`);
  return item;
}

function bytes(item: Item | undefined, name: string): Uint8Array {
  if (!(item instanceof Uint8Array)) throw new InvalidTransactionError(`${name}: expected bytes`);
  return item;
}

function integer(item: Item | undefined, maxBytes: number, name: string): bigint {
  const value = bytes(item, name);
  if (value.length > maxBytes) throw new InvalidTransactionError(`${name}: more than ${maxBytes} bytes`);
  if (value[0] === 0) throw new InvalidTransactionError(`rlp: leading zero in ${name}`);
  return bytesToBigint(value);
}

function fixed(item: Item | undefined, length: number, name: string): Hex {
  const value = bytes(item, name);
  if (value.length !== length) throw new InvalidTransactionError(`${name}: expected ${length} bytes`);
  return bytesToHex(value);
}

function addressOrNone(item: Item | undefined): Hex | undefined {
  return item instanceof Uint8Array && item.length === 0 ? undefined : fixed(item, 20, "to");
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

export class InvalidTransactionError extends Error {
  override readonly name = "InvalidTransactionError";
}
