/**
 * Where a search leads when its text alone says it: a block number, an address, or a 32-byte hash (transaction or
 * block; the screen asks the node which). Everything else is a name and goes to the index.
 */
import type { Address, Hex } from "viem";
import { getAddress } from "viem";

export type SearchTarget =
  | { kind: "block"; blockNumber: bigint }
  | { kind: "address"; address: Address }
  | { kind: "hash"; hash: Hex }
  | { kind: "name"; text: string }
  | { kind: "nothing" };

export function searchTarget(input: string): SearchTarget {
  const text = input.trim();
  if (text === "") return { kind: "nothing" };
  const digits = text.replace(/^#/, "").replaceAll(/[,_\s]/g, "");
  if (/^\d{1,18}$/.test(digits)) return { kind: "block", blockNumber: BigInt(digits) };
  if (/^0x[0-9a-f]{40}$/i.test(text)) {
    return { kind: "address", address: getAddress(text.toLowerCase()) };
  }
  if (/^(0x)?[0-9a-f]{64}$/i.test(text)) {
    return { kind: "hash", hash: `0x${text.toLowerCase().replace(/^0x/, "")}` };
  }
  return { kind: "name", text };
}
