/** 0x01 ecrecover, 0x02 sha256, 0x03 ripemd160, 0x04 identity (Yellow Paper, appendix E). */
import { createHash } from "node:crypto";
import { createRIPEMD160 } from "hash-wasm";
import { keccak256 } from "../../../crypto/keccak256.ts";
import { recoverPublicKey } from "../../../crypto/recoverAddress.ts";
import { numberAt, type Precompile, part, perWord } from "./precompile.ts";

const ripemd = await createRIPEMD160();
const NOTHING = new Uint8Array(0);

function leftPadded(hash: Uint8Array): Uint8Array {
  const word = new Uint8Array(32);
  word.set(hash, 32 - hash.length);
  return word;
}

/** What does not recover gives no output, yet is no failure. */
export const ecrecover: Precompile = {
  gas: () => 3_000n,
  run: (input) => {
    const v = numberAt(input, 32);
    if (v !== 27n && v !== 28n) return NOTHING;
    const signature = { r: numberAt(input, 64), s: numberAt(input, 96), yParity: Number(v - 27n) };
    const publicKey = recoverPublicKey(part(input, 0, 32), signature);
    return publicKey ? leftPadded(keccak256(publicKey).subarray(12)) : NOTHING;
  },
};

export const sha256: Precompile = {
  gas: (input) => perWord(60n, 12n, input),
  run: (input) => new Uint8Array(createHash("sha256").update(input).digest()),
};

export const ripemd160: Precompile = {
  gas: (input) => perWord(600n, 120n, input),
  run: (input) => leftPadded(ripemd.init().update(input).digest("binary")),
};

export const identity: Precompile = {
  gas: (input) => perWord(15n, 3n, input),
  run: (input) => input,
};
