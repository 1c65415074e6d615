/** 0x05: base^exponent mod modulus. Priced by EIP-2565, from Osaka on by EIP-7883; EIP-7823 bounds the lengths there. */

import { bytesToBigint } from "../../../encoding/integer.ts";
import { fixedBytes, numberAt, type Precompile, part } from "./precompile.ts";

const HEADER_BYTES = 96;
const OSAKA_MAX_BYTES = 1_024n;
const UNPAYABLE = 2n ** 64n;

type Lengths = { base: bigint; exponent: bigint; modulus: bigint };

function lengthsOf(input: Uint8Array): Lengths {
  return { base: numberAt(input, 0), exponent: numberAt(input, 32), modulus: numberAt(input, 64) };
}

function bitLength(value: bigint): bigint {
  return value === 0n ? 0n : BigInt(value.toString(2).length);
}

/** Position of the exponent's highest bit, as far as its first 32 bytes tell; `perByte` for each byte behind them. */
function iterations(input: Uint8Array, { base, exponent }: Lengths, perByte: bigint): bigint {
  const headBytes = exponent < 32n ? Number(exponent) : 32;
  const start = BigInt(HEADER_BYTES) + base;
  const head = start > BigInt(input.length) ? 0n : numberAt(input, Number(start), headBytes);
  const bits = bitLength(head);
  const count = (bits > 0n ? bits - 1n : 0n) + (exponent > 32n ? perByte * (exponent - 32n) : 0n);
  return count > 1n ? count : 1n;
}

export const modexp: Precompile = {
  gas: (input, { name }) => {
    const lengths = lengthsOf(input);
    const longest = lengths.base > lengths.modulus ? lengths.base : lengths.modulus;
    const words = (longest + 7n) / 8n;
    let gas: bigint;
    let least: bigint;
    if (name === "osaka") {
      const complexity = longest <= 32n ? 16n : 2n * words * words;
      gas = complexity * iterations(input, lengths, 16n);
      least = 500n;
    } else {
      gas = (words * words * iterations(input, lengths, 8n)) / 3n;
      least = 200n;
    }
    if (gas > UNPAYABLE) return UNPAYABLE;
    return gas > least ? gas : least;
  },
  run: (input, { name }) => {
    const { base, exponent, modulus } = lengthsOf(input);
    if (name === "osaka" && [base, exponent, modulus].some((length) => length > OSAKA_MAX_BYTES))
      return undefined;
    if (modulus === 0n) return new Uint8Array(0);
    const [baseBytes, exponentBytes, modulusBytes] = [Number(base), Number(exponent), Number(modulus)];
    const read = (start: number, length: number): bigint =>
      start >= input.length ? 0n : bytesToBigint(part(input, start, length));
    const b = read(HEADER_BYTES, baseBytes);
    const e = read(HEADER_BYTES + baseBytes, exponentBytes);
    const m = read(HEADER_BYTES + baseBytes + exponentBytes, modulusBytes);
    return fixedBytes(m === 0n ? 0n : power(b, e, m), modulusBytes);
  },
};

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n % modulus;
  if (exponent === 0n) return result;
  const square = base % modulus;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === "1") result = (result * square) % modulus;
  }
  return result;
}
