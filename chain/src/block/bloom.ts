/** Ethereum's 2048-bit log bloom: three bits for each address and topic (Yellow Paper 4.3.1). */
import { keccak256 } from "../crypto/keccak256.ts";
import { type Hex, hexToBytes } from "../encoding/hex.ts";
import type { Log } from "./receipt.ts";

const BLOOM_BYTES = 256;

export function bloomOf(logs: readonly Log[]): Uint8Array {
  const bloom = new Uint8Array(BLOOM_BYTES);
  const seen = new Set<Hex>();
  for (const log of logs) {
    for (const item of [log.address, ...log.topics]) {
      if (seen.has(item)) continue;
      seen.add(item);
      addToBloom(bloom, hexToBytes(item));
    }
  }
  return bloom;
}

export function joinBlooms(blooms: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(BLOOM_BYTES);
  for (const bloom of blooms)
    for (let i = 0; i < BLOOM_BYTES; i++) joined[i] = (joined[i] ?? 0) | (bloom[i] ?? 0);
  return joined;
}

function addToBloom(bloom: Uint8Array, item: Uint8Array): void {
  const hash = keccak256(item);
  for (const i of [0, 2, 4]) {
    const bit = (((hash[i] ?? 0) << 8) | (hash[i + 1] ?? 0)) & 2047;
    const at = BLOOM_BYTES - 1 - (bit >> 3);
    bloom[at] = (bloom[at] ?? 0) | (1 << (bit & 7));
  }
}
