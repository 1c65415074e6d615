/** 0x06 - 0x08: addition, multiplication and pairing check on alt_bn128 (EIP-196, 197, 1108), by @noble/curves. */
import { bn254 } from "@noble/curves/bn254.js";
import { FALSE_WORD, failsOnThrow, fixedBytes, numberAt, type Precompile, TRUE_WORD } from "./precompile.ts";

const G1 = bn254.G1.Point;
const G2 = bn254.G2.Point;
const { Fp, Fp2, Fp12, Fr } = bn254.fields;
const PAIR_BYTES = 192;

/** @throws for what is no point of the curve. */
function g1At(input: Uint8Array, start: number): InstanceType<typeof G1> {
  const [x, y] = [numberAt(input, start), numberAt(input, start + 32)];
  if (x === 0n && y === 0n) return G1.ZERO;
  if (x >= Fp.ORDER || y >= Fp.ORDER) throw new RangeError("not a field element");
  const point = G1.fromAffine({ x, y });
  point.assertValidity();
  return point;
}

/** The imaginary part comes first. */
function g2At(input: Uint8Array, start: number): InstanceType<typeof G2> {
  const [x1, x0, y1, y0] = [0, 32, 64, 96].map((offset) => numberAt(input, start + offset)) as [
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  if ([x1, x0, y1, y0].every((part) => part === 0n)) return G2.ZERO;
  if ([x1, x0, y1, y0].some((part) => part >= Fp.ORDER)) throw new RangeError("not a field element");
  const point = G2.fromAffine({ x: Fp2.fromBigTuple([x0, x1]), y: Fp2.fromBigTuple([y0, y1]) });
  point.assertValidity();
  return point;
}

function encode(point: InstanceType<typeof G1>): Uint8Array {
  if (point.is0()) return new Uint8Array(64);
  const { x, y } = point.toAffine();
  return new Uint8Array(Buffer.concat([fixedBytes(x, 32), fixedBytes(y, 32)]));
}

export const bn254Add: Precompile = {
  gas: () => 150n,
  run: (input) => failsOnThrow(() => encode(g1At(input, 0).add(g1At(input, 64)))),
};

export const bn254Multiply: Precompile = {
  gas: () => 6_000n,
  run: (input) => failsOnThrow(() => encode(g1At(input, 0).multiplyUnsafe(numberAt(input, 64) % Fr.ORDER))),
};

export const bn254Pairing: Precompile = {
  gas: (input) => 45_000n + 34_000n * BigInt(Math.floor(input.length / PAIR_BYTES)),
  run: (input) => {
    if (input.length % PAIR_BYTES !== 0) return undefined;
    return failsOnThrow(() => {
      const pairs = Array.from({ length: input.length / PAIR_BYTES }, (_, i) => ({
        g1: g1At(input, i * PAIR_BYTES),
        g2: g2At(input, i * PAIR_BYTES + 64),
      })).filter(({ g1, g2 }) => !g1.is0() && !g2.is0());
      if (pairs.length === 0) return TRUE_WORD;
      return Fp12.eql(bn254.pairingBatch(pairs), Fp12.ONE) ? TRUE_WORD : FALSE_WORD;
    });
  },
};
