// RLPTests: encodings that must be produced and read back, and bytes that must be refused.
import { RLP } from "@ethereumjs/rlp";
import { bytesToHex, hexToBytes } from "../../chain/src/encoding/hex.ts";
import { minimalBytes } from "../../chain/src/encoding/integer.ts";
import { expectEqual, failed, type Outcome, PASSED, skipped } from "./outcome.ts";

export interface RlpTest {
  readonly in: unknown;
  readonly out: string;
}

type Item = Uint8Array | Item[];

export function runRlpCase(test: RlpTest): Outcome {
  const encoded = test.out.startsWith("0x") ? test.out : `0x${test.out}`;
  if (test.in === "INVALID") {
    if (encoded === "0x")
      return skipped("no bytes at all, which callers of the RLP library refuse themselves");
    try {
      RLP.decode(hexToBytes(encoded));
    } catch {
      return PASSED;
    }
    return failed("decoded, expected a refusal");
  }
  const decoded = RLP.decode(hexToBytes(encoded)) as Item;
  const again = bytesToHex(RLP.encode(decoded));
  if (test.in === "VALID" || again !== encoded) return expectEqual("encoding", again, encoded);
  return expectEqual("encoding", bytesToHex(RLP.encode(itemOf(test.in))), encoded);
}

/** "#123" is a decimal number, text is its bytes. */
function itemOf(value: unknown): Item {
  if (Array.isArray(value)) return value.map(itemOf);
  if (typeof value === "number") return minimalBytes(value);
  const text = String(value);
  return text.startsWith("#") ? minimalBytes(BigInt(text.slice(1))) : new Uint8Array(Buffer.from(text));
}
