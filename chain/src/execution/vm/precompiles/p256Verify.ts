/** 0x100: ECDSA verification on secp256r1 (EIP-7951). Anything but a valid signature gives no output, never a failure. */
import { p256 } from "@noble/curves/nist.js";
import { numberAt, type Precompile, TRUE_WORD } from "./precompile.ts";

const INPUT_BYTES = 160;
const NOTHING = new Uint8Array(0);

export const p256Verify: Precompile = {
  gas: () => 6_900n,
  run: (input) => {
    if (input.length !== INPUT_BYTES) return NOTHING;
    const [r, s, x, y] = [32, 64, 96, 128].map((start) => numberAt(input, start)) as [
      bigint,
      bigint,
      bigint,
      bigint,
    ];
    const { n, p } = p256.Point.CURVE();
    if (r === 0n || s === 0n || r >= n || s >= n || x >= p || y >= p || (x === 0n && y === 0n))
      return NOTHING;
    try {
      const publicKey = p256.Point.fromAffine({ x, y });
      publicKey.assertValidity();
      const isValid = p256.verify(input.subarray(32, 96), input.subarray(0, 32), publicKey.toBytes(false), {
        lowS: false,
        prehash: false,
      });
      return isValid ? TRUE_WORD : NOTHING;
    } catch {
      return NOTHING;
    }
  },
};
