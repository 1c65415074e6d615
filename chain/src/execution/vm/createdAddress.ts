/** Where an account's creation transaction puts its contract: keccak(rlp([sender, nonce])). */
import { RLP } from "@ethereumjs/rlp";
import { keccak256 } from "../../crypto/keccak256.ts";
import { bytesToHex, type Hex, hexToBytes } from "../../encoding/hex.ts";
import { minimalBytes } from "../../encoding/integer.ts";

export function createdAddress(sender: Hex, nonce: bigint): Hex {
  return bytesToHex(keccak256(RLP.encode([hexToBytes(sender), minimalBytes(nonce)])).subarray(12));
}
