/** Who signed an authorization (EIP-7702): over keccak(0x05 || rlp([chain id, address, nonce])). Undefined where nobody did. */
import { RLP } from "@ethereumjs/rlp";
import { keccak256 } from "../crypto/keccak256.ts";
import { recoverAddress } from "../crypto/recoverAddress.ts";
import { type Hex, hexToBytes } from "../encoding/hex.ts";
import { minimalBytes } from "../encoding/integer.ts";
import type { Authorization } from "../transaction/transaction.ts";

export function recoverAuthority({ chainId, address, nonce, yParity, r, s }: Authorization): Hex | undefined {
  if (yParity > 1) return undefined;
  const payload = RLP.encode([minimalBytes(chainId), hexToBytes(address), minimalBytes(nonce)]);
  const signed = new Uint8Array(payload.length + 1);
  signed[0] = 0x05;
  signed.set(payload, 1);
  return recoverAddress(keccak256(signed), { r, s, yParity });
}
