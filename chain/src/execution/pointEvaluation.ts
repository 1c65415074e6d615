/**
 * The proof check of the point evaluation precompile (EIP-4844): does the polynomial committed to by `commitment` have the value
 * `y` at `z`? Blob transactions do not exist here, but contracts may still verify such proofs.
 * The pairing is @noble/curves'; the one point of the ceremony that the check needs is below.
 */
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { type Hex, hexToBytes } from "../encoding/hex.ts";

const G1 = bls12_381.G1.Point;
const G2 = bls12_381.G2.Point;
const MODULUS = bls12_381.fields.Fr.ORDER;

/** [tau]G2, the second of `g2_monomial` in the trusted setup of Ethereum's KZG ceremony. */
const TAU_G2 = G2.fromBytes(
  hexToBytes(
    "0xb5bfd7dd8cdeb128843bc287230af38926187075cbfbefa81009a2ce615ac53d2914e5870cb452d2afaaab24f3499f72185cbfee53492714734429b7b38608e23926c911cceceac9a36851477ba4c60b087041de621000edc98edada20c1def2",
  ),
);

/** @throws PointEvaluationInputError for what is no point or no field element. */
export function verifyPointEvaluation(commitment: Hex, z: Hex, y: Hex, proof: Hex): boolean {
  const [zValue, yValue] = [fieldElement(z), fieldElement(y)];
  const committed = point(commitment).subtract(G1.BASE.multiplyUnsafe(yValue));
  const divisor = TAU_G2.subtract(G2.BASE.multiplyUnsafe(zValue));
  const pairs = [
    { g1: committed.negate(), g2: G2.BASE },
    { g1: point(proof), g2: divisor },
  ].filter(({ g1, g2 }) => !g1.is0() && !g2.is0());
  if (pairs.length === 0) return true;
  return bls12_381.fields.Fp12.eql(bls12_381.pairingBatch(pairs), bls12_381.fields.Fp12.ONE);
}

function fieldElement(value: Hex): bigint {
  const number = BigInt(value);
  if (number >= MODULUS) throw new PointEvaluationInputError("not a field element");
  return number;
}

function point(value: Hex): InstanceType<typeof G1> {
  try {
    const decoded = G1.fromBytes(hexToBytes(value));
    decoded.assertValidity();
    return decoded;
  } catch (cause) {
    throw new PointEvaluationInputError("not a point of the group", { cause });
  }
}

export class PointEvaluationInputError extends Error {
  override readonly name = "PointEvaluationInputError";
  constructor(what: string, options?: ErrorOptions) {
    super(`C_KZG_BADARGS: ${what}`, options); // the engine tells bad input from a failed proof by this word
  }
}
