/** 0x0b - 0x11: the operations of EIP-2537 on BLS12-381, by @noble/curves. */
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { G1_DISCOUNTS_PER_MILLE, G2_DISCOUNTS_PER_MILLE } from "./bls12Discounts.ts";
import { FALSE_WORD, failsOnThrow, fixedBytes, numberAt, type Precompile, TRUE_WORD } from "./precompile.ts";

const G1 = bls12_381.G1.Point;
const G2 = bls12_381.G2.Point;
const { Fp, Fp2, Fp12, Fr } = bls12_381.fields;
type G1Point = InstanceType<typeof G1>;
type G2Point = InstanceType<typeof G2>;
type Fp2Element = ReturnType<typeof Fp2.fromBigTuple>;

const FP_BYTES = 64;
const G1_BYTES = 128;
const G2_BYTES = 256;
const SCALAR_BYTES = 32;
const PAIR_BYTES = G1_BYTES + G2_BYTES;

/** 64 bytes: the 16 above the field are read too and must be zero. */
function fpAt(input: Uint8Array, start: number): bigint {
  const value = numberAt(input, start, FP_BYTES);
  if (value >= Fp.ORDER) throw new RangeError("not a field element");
  return value;
}

function fp2At(input: Uint8Array, start: number): Fp2Element {
  return Fp2.fromBigTuple([fpAt(input, start), fpAt(input, start + FP_BYTES)]);
}

/** @throws for what is not on the curve or, where asked, not in the subgroup. */
function g1At(input: Uint8Array, start: number, inSubgroup: boolean): G1Point {
  const [x, y] = [fpAt(input, start), fpAt(input, start + FP_BYTES)];
  if (x === 0n && y === 0n) return G1.ZERO;
  const point = G1.fromAffine({ x, y });
  const isOnCurve = Fp.eql(Fp.sqr(y), Fp.add(Fp.mul(Fp.sqr(x), x), 4n));
  if (!isOnCurve || (inSubgroup && !point.isTorsionFree())) throw new RangeError("not a point of the group");
  return point;
}

function g2At(input: Uint8Array, start: number, inSubgroup: boolean): G2Point {
  const [x, y] = [fp2At(input, start), fp2At(input, start + 2 * FP_BYTES)];
  if (Fp2.is0(x) && Fp2.is0(y)) return G2.ZERO;
  const point = G2.fromAffine({ x, y });
  const isOnCurve = Fp2.eql(Fp2.sqr(y), Fp2.add(Fp2.mul(Fp2.sqr(x), x), Fp2.fromBigTuple([4n, 4n])));
  if (!isOnCurve || (inSubgroup && !point.isTorsionFree())) throw new RangeError("not a point of the group");
  return point;
}

function encodeG1(point: G1Point): Uint8Array {
  if (point.is0()) return new Uint8Array(G1_BYTES);
  const { x, y } = point.toAffine();
  return concat([x, y]);
}

function encodeG2(point: G2Point): Uint8Array {
  if (point.is0()) return new Uint8Array(G2_BYTES);
  const { x, y } = point.toAffine();
  return concat([x.c0, x.c1, y.c0, y.c1]);
}

function concat(elements: readonly bigint[]): Uint8Array {
  return new Uint8Array(Buffer.concat(elements.map((element) => fixedBytes(element, FP_BYTES))));
}

function ofLength(bytes: number, work: (input: Uint8Array) => Uint8Array): Precompile["run"] {
  return (input) => (input.length === bytes ? failsOnThrow(() => work(input)) : undefined);
}

/** One item or more, nothing left over. */
function itemsOf(input: Uint8Array, bytes: number): number[] | undefined {
  if (input.length === 0 || input.length % bytes !== 0) return undefined;
  return Array.from({ length: input.length / bytes }, (_, i) => i * bytes);
}

function msmGas(input: Uint8Array, pairBytes: number, gas: number, discounts: readonly number[]): bigint {
  const pairs = Math.floor(input.length / pairBytes);
  if (pairs === 0) return 0n;
  const discount = discounts[Math.min(pairs, discounts.length) - 1] as number;
  return BigInt(Math.floor((pairs * gas * discount) / 1_000));
}

export const g1Add: Precompile = {
  gas: () => 375n,
  run: ofLength(2 * G1_BYTES, (input) => encodeG1(g1At(input, 0, false).add(g1At(input, G1_BYTES, false)))),
};

export const g2Add: Precompile = {
  gas: () => 600n,
  run: ofLength(2 * G2_BYTES, (input) => encodeG2(g2At(input, 0, false).add(g2At(input, G2_BYTES, false)))),
};

export const g1Msm: Precompile = {
  gas: (input) => msmGas(input, G1_BYTES + SCALAR_BYTES, 12_000, G1_DISCOUNTS_PER_MILLE),
  run: (input) =>
    failsOnThrow(() => {
      const items = itemsOf(input, G1_BYTES + SCALAR_BYTES);
      const terms = items?.map((at) =>
        g1At(input, at, true).multiplyUnsafe(numberAt(input, at + G1_BYTES) % Fr.ORDER),
      );
      return terms && encodeG1(terms.reduce((sum, term) => sum.add(term), G1.ZERO));
    }),
};

export const g2Msm: Precompile = {
  gas: (input) => msmGas(input, G2_BYTES + SCALAR_BYTES, 22_500, G2_DISCOUNTS_PER_MILLE),
  run: (input) =>
    failsOnThrow(() => {
      const items = itemsOf(input, G2_BYTES + SCALAR_BYTES);
      const terms = items?.map((at) =>
        g2At(input, at, true).multiplyUnsafe(numberAt(input, at + G2_BYTES) % Fr.ORDER),
      );
      return terms && encodeG2(terms.reduce((sum, term) => sum.add(term), G2.ZERO));
    }),
};

export const blsPairing: Precompile = {
  gas: (input) => 37_700n + 32_600n * BigInt(Math.floor(input.length / PAIR_BYTES)),
  run: (input) =>
    failsOnThrow(() => {
      const items = itemsOf(input, PAIR_BYTES);
      const pairs = items
        ?.map((at) => ({ g1: g1At(input, at, true), g2: g2At(input, at + G1_BYTES, true) }))
        .filter(({ g1, g2 }) => !g1.is0() && !g2.is0());
      if (pairs === undefined) return undefined;
      if (pairs.length === 0) return TRUE_WORD;
      return Fp12.eql(bls12_381.pairingBatch(pairs), Fp12.ONE) ? TRUE_WORD : FALSE_WORD;
    }),
};

export const mapFpToG1: Precompile = {
  gas: () => 5_500n,
  run: ofLength(FP_BYTES, (input) => {
    // The library's type asks for a list, its code for the element itself where the field has degree one.
    const { x, y } = bls12_381.G1.mapToCurve(fpAt(input, 0) as unknown as bigint[]);
    return concat([x, y]);
  }),
};

export const mapFp2ToG2: Precompile = {
  gas: () => 23_800n,
  run: ofLength(2 * FP_BYTES, (input) => {
    const { x, y } = bls12_381.G2.mapToCurve([fpAt(input, 0), fpAt(input, FP_BYTES)]);
    return concat([x.c0, x.c1, y.c0, y.c1]);
  }),
};
