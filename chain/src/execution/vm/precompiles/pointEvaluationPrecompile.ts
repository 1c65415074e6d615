/** 0x0a: checks a KZG proof and that the versioned hash is the commitment's (EIP-4844). */
import { createHash } from "node:crypto";
import { bytesToHex, hexToBytes } from "../../../encoding/hex.ts";
import { PointEvaluationInputError, verifyPointEvaluation } from "../../pointEvaluation.ts";
import type { Precompile } from "./precompile.ts";

const INPUT_BYTES = 192;
const KZG_VERSION = 0x01;
/** FIELD_ELEMENTS_PER_BLOB and the order of the field, as words. */
const OUTPUT = hexToBytes(
  "0x000000000000000000000000000000000000000000000000000000000000100073eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001",
);

export const pointEvaluation: Precompile = {
  gas: () => 50_000n,
  run: (input) => {
    if (input.length !== INPUT_BYTES) return undefined;
    const commitment = input.subarray(96, 144);
    const hash = createHash("sha256").update(commitment).digest();
    hash[0] = KZG_VERSION;
    if (!hash.equals(input.subarray(0, 32))) return undefined;
    try {
      const [z, y] = [bytesToHex(input.subarray(32, 64)), bytesToHex(input.subarray(64, 96))];
      return verifyPointEvaluation(bytesToHex(commitment), z, y, bytesToHex(input.subarray(144)))
        ? OUTPUT
        : undefined;
    } catch (error) {
      if (error instanceof PointEvaluationInputError) return undefined;
      throw error;
    }
  },
};
