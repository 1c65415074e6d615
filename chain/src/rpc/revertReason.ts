/** The text inside `Error(string)` and the meaning of `Panic(uint256)`, as geth appends them to "execution reverted". */
import { decodeAbiParameters, parseAbiParameters } from "viem";
import { bytesToHex } from "../encoding/hex.ts";

const ERROR_SELECTOR = "0x08c379a0";
const PANIC_SELECTOR = "0x4e487b71";

const PANIC_REASONS: Readonly<Record<string, string>> = {
  "1": "assert(false)",
  "17": "arithmetic underflow or overflow",
  "18": "division or modulo by zero",
  "33": "enum overflow",
  "34": "invalid encoded storage byte array accessed",
  "49": "out-of-bounds array access; popping on an empty array",
  "50": "out-of-bounds access of an array or bytesN",
  "65": "out of memory",
  "81": "uninitialized function",
};

export function revertReason(returnData: Uint8Array): string | undefined {
  const selector = bytesToHex(returnData.subarray(0, 4));
  const payload = bytesToHex(returnData.subarray(4));
  try {
    if (selector === ERROR_SELECTOR) return decodeAbiParameters(parseAbiParameters("string"), payload)[0];
    if (selector === PANIC_SELECTOR) {
      const code = decodeAbiParameters(parseAbiParameters("uint256"), payload)[0].toString();
      return PANIC_REASONS[code] ?? `unknown panic code: 0x${BigInt(code).toString(16)}`;
    }
  } catch {
    return undefined; // not what its selector promises
  }
  return undefined;
}
