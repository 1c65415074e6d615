/** The precompiles by their address; 0x09 is in the kernel (`vm/assembly/blake2f.ts`). Which of them a fork has is the kernel's knowledge (`vm/assembly/accounts.ts`). */
import { blsPairing, g1Add, g1Msm, g2Add, g2Msm, mapFp2ToG2, mapFpToG1 } from "./bls12.ts";
import { bn254Add, bn254Multiply, bn254Pairing } from "./bn254.ts";
import { ecrecover, identity, ripemd160, sha256 } from "./hashes.ts";
import { modexp } from "./modexp.ts";
import { p256Verify } from "./p256Verify.ts";
import { pointEvaluation } from "./pointEvaluationPrecompile.ts";
import type { Precompile } from "./precompile.ts";

export const PRECOMPILES: ReadonlyMap<number, Precompile> = new Map([
  [0x01, ecrecover],
  [0x02, sha256],
  [0x03, ripemd160],
  [0x04, identity],
  [0x05, modexp],
  [0x06, bn254Add],
  [0x07, bn254Multiply],
  [0x08, bn254Pairing],
  [0x0a, pointEvaluation],
  [0x0b, g1Add],
  [0x0c, g1Msm],
  [0x0d, g2Add],
  [0x0e, g2Msm],
  [0x0f, blsPairing],
  [0x10, mapFpToG1],
  [0x11, mapFp2ToG2],
  [0x100, p256Verify],
]);
