/**
 * What a precompile is: its price, known before it runs, and its work. `undefined` as output is failure, which takes all gas.
 * Inputs shorter than a precompile reads are read as if zeros followed; `part` does that.
 */
import { bytesToBigint } from "../../../encoding/integer.ts";
import type { Rules } from "../../rules.ts";

export type Precompile = {
  /** A price above 2^63 is given as such: nobody can pay it. */
  gas(input: Uint8Array, rules: Rules): bigint;
  run(input: Uint8Array, rules: Rules): Uint8Array | undefined;
};

export function part(input: Uint8Array, start: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  bytes.set(input.subarray(start, start + length));
  return bytes;
}

export function numberAt(input: Uint8Array, start: number, length = 32): bigint {
  return bytesToBigint(part(input, start, length));
}

/** Big-endian, with zeros in front. */
export function fixedBytes(value: bigint, length: number): Uint8Array {
  return new Uint8Array(Buffer.from(value.toString(16).padStart(2 * length, "0"), "hex"));
}

export function perWord(base: bigint, wordGas: bigint, input: Uint8Array): bigint {
  return base + wordGas * BigInt(Math.ceil(input.length / 32));
}

export const TRUE_WORD: Uint8Array = fixedBytes(1n, 32);
export const FALSE_WORD: Uint8Array = new Uint8Array(32);

/** Libraries throw where a point or a field element is none; for a precompile that is its failure. */
export function failsOnThrow(work: () => Uint8Array | undefined): Uint8Array | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
