/**
 * EIP-7702 on the kernel's accounts: an authorization that fits sets the signer's code to a pointer; one that does not is skipped.
 * Returns the refund for authorities that existed already.
 */
import * as at from "../../../vm/assembly/layout.ts";
import { type Hex, hexToBytes } from "../../encoding/hex.ts";
import type { Authorization } from "../../transaction/transaction.ts";
import { AUTHORIZATION_BASE, AUTHORIZATION_NEW_ACCOUNT } from "../intrinsicGas.ts";
import { recoverAuthority } from "../recoverAuthority.ts";
import type { Kernel } from "./kernel.ts";

const DELEGATION_PREFIX = Uint8Array.of(0xef, 0x01, 0x00);
const MAX_NONCE = 2n ** 64n - 1n;
const ZERO_ADDRESS: Hex = `0x${"0".repeat(40)}`;

export function applyAuthorizations(kernel: Kernel, list: readonly Authorization[], chainId: number): bigint {
  let refund = 0n;
  for (const authorization of list) {
    if (authorization.chainId !== 0n && authorization.chainId !== BigInt(chainId)) continue;
    if (authorization.nonce >= MAX_NONCE) continue;
    const address = recoverAuthority(authorization);
    if (address === undefined) continue;
    const authority = kernel.accountOf(address);
    kernel.exports.warmAccount(authority);
    if (kernel.codeOf(authority).length > 0 && !kernel.isDelegated(authority)) continue;
    if (kernel.nonceOf(authority) !== authorization.nonce) continue;
    if ((kernel.flagsOf(authority) & at.EXISTS) !== 0)
      refund += AUTHORIZATION_NEW_ACCOUNT - AUTHORIZATION_BASE;
    kernel.setCode(authority, delegationTo(authorization.address));
    kernel.setNonce(authority, authorization.nonce + 1n);
  }
  return refund;
}

function delegationTo(address: Hex): Uint8Array {
  return address === ZERO_ADDRESS
    ? new Uint8Array(0)
    : new Uint8Array(Buffer.concat([DELEGATION_PREFIX, hexToBytes(address)]));
}
