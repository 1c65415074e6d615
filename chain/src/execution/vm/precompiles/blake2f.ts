/** 0x09: the compression function of BLAKE2b (EIP-152, RFC 7693), one gas a round. 64-bit words as bigint. */
import { numberAt, type Precompile } from "./precompile.ts";

const INPUT_BYTES = 213;
const MASK = 2n ** 64n - 1n;

const INITIAL = [
  0x6a09e667f3bcc908n,
  0xbb67ae8584caa73bn,
  0x3c6ef372fe94f82bn,
  0xa54ff53a5f1d36f1n,
  0x510e527fade682d1n,
  0x9b05688c2b3e6c1fn,
  0x1f83d9abfb41bd6bn,
  0x5be0cd19137e2179n,
] as const;

/** Order of the message words in each round. */
const SIGMA = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
  [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
  [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
  [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
  [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
  [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
  [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
  [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
  [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
] as const;

/** The columns and diagonals that a round mixes. */
const MIXED = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
] as const;

export const blake2f: Precompile = {
  gas: (input) => numberAt(input, 0, 4),
  run: (input) => {
    const final = input[INPUT_BYTES - 1];
    if (input.length !== INPUT_BYTES || (final !== 0 && final !== 1)) return undefined;
    const view = new DataView(input.buffer, input.byteOffset, input.length);
    const words = (start: number, count: number): bigint[] =>
      Array.from({ length: count }, (_, i) => view.getBigUint64(start + 8 * i, true));
    const state = words(4, 8);
    const v = [...state, ...INITIAL];
    v[12] = (v[12] as bigint) ^ view.getBigUint64(196, true);
    v[13] = (v[13] as bigint) ^ view.getBigUint64(204, true);
    if (final === 1) v[14] = (v[14] as bigint) ^ MASK;
    rounds(v, words(68, 16), view.getUint32(0));
    const output = new DataView(new ArrayBuffer(64));
    for (const [i, h] of state.entries())
      output.setBigUint64(8 * i, h ^ (v[i] as bigint) ^ (v[i + 8] as bigint), true);
    return new Uint8Array(output.buffer);
  },
};

function rounds(v: bigint[], message: readonly bigint[], count: number): void {
  for (let round = 0; round < count; round++) {
    const order = SIGMA[round % SIGMA.length] as (typeof SIGMA)[number];
    for (const [i, [a, b, c, d]] of MIXED.entries())
      mix(
        v,
        [a, b, c, d],
        message[order[2 * i] as number] as bigint,
        message[order[2 * i + 1] as number] as bigint,
      );
  }
}

function mix(
  v: bigint[],
  [a, b, c, d]: readonly [number, number, number, number],
  x: bigint,
  y: bigint,
): void {
  let [va, vb, vc, vd] = [v[a], v[b], v[c], v[d]] as [bigint, bigint, bigint, bigint];
  va = (va + vb + x) & MASK;
  vd = rotateRight(vd ^ va, 32n);
  vc = (vc + vd) & MASK;
  vb = rotateRight(vb ^ vc, 24n);
  va = (va + vb + y) & MASK;
  vd = rotateRight(vd ^ va, 16n);
  vc = (vc + vd) & MASK;
  vb = rotateRight(vb ^ vc, 63n);
  [v[a], v[b], v[c], v[d]] = [va, vb, vc, vd];
}

function rotateRight(value: bigint, by: bigint): bigint {
  return ((value >> by) | (value << (64n - by))) & MASK;
}
