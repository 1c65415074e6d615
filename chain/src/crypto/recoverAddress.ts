/**
 * Public-key recovery on secp256k1 by the native library (60 us; JavaScript takes 2 ms).
 * Returns undefined where no key fits: a bad signature is an answer, not a fault.
 */
import secp256k1 from "secp256k1";
import { bytesToHex, type Hex } from "../encoding/hex.ts";
import { keccak256 } from "./keccak256.ts";

export type Signature = { r: bigint; s: bigint; yParity: number };

const CURVE_ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

export function recoverPublicKey(hash: Uint8Array, signature: Signature): Uint8Array | undefined {
  const { r, s, yParity } = signature;
  if (r <= 0n || s <= 0n || r >= CURVE_ORDER || s >= CURVE_ORDER) return undefined;
  const compact = Buffer.from(r.toString(16).padStart(64, "0") + s.toString(16).padStart(64, "0"), "hex");
  try {
    return secp256k1.ecdsaRecover(compact, yParity, hash, false).subarray(1);
  } catch {
    return undefined;
  }
}

/** EIP-2: transactions and authorizations must carry the lower of the two possible `s`. */
export function recoverAddress(hash: Uint8Array, signature: Signature): Hex | undefined {
  if (signature.s > CURVE_ORDER / 2n) return undefined;
  const publicKey = recoverPublicKey(hash, signature);
  return publicKey && bytesToHex(keccak256(publicKey).subarray(12));
}
