/**
 * EIP-7702: an authorization that fits sets the signer's code to a pointer. One that does not fit is skipped, never an error.
 * Returns the refund for authorities that existed already.
 */
import { EMPTY_CODE_HASH } from "../../crypto/keccak256.ts";
import { type Hex, hexToBytes } from "../../encoding/hex.ts";
import type { Overlay } from "../../state/overlay.ts";
import type { Authorization } from "../../transaction/transaction.ts";
import { AUTHORIZATION_BASE, AUTHORIZATION_NEW_ACCOUNT } from "../intrinsicGas.ts";
import { recoverAuthority } from "../recoverAuthority.ts";

const DELEGATION_PREFIX = Uint8Array.of(0xef, 0x01, 0x00);
const MAX_NONCE = 2n ** 64n - 1n;
const ZERO_ADDRESS: Hex = `0x${"0".repeat(40)}`;

export function isDelegation(code: Uint8Array): boolean {
  return code.length === 23 && DELEGATION_PREFIX.every((byte, i) => code[i] === byte);
}

/** @param warm is told every authority that was looked at. */
export function applyAuthorizations(
  state: Overlay,
  list: readonly Authorization[],
  chainId: number,
  warm: (authority: Hex) => void,
): bigint {
  let refund = 0n;
  for (const authorization of list) {
    if (authorization.chainId !== 0n && authorization.chainId !== BigInt(chainId)) continue;
    if (authorization.nonce >= MAX_NONCE) continue;
    const authority = recoverAuthority(authorization);
    if (authority === undefined) continue;
    warm(authority);
    const account = state.account(authority);
    if (account && account.codeHash !== EMPTY_CODE_HASH && !isDelegation(state.codeOf(authority))) continue;
    if ((account?.nonce ?? 0n) !== authorization.nonce) continue;
    if (account !== undefined) refund += AUTHORIZATION_NEW_ACCOUNT - AUTHORIZATION_BASE;
    state.setCode(authority, delegationTo(authorization.address));
    state.updateAccount(authority, ({ nonce }) => ({ nonce: nonce + 1n }));
  }
  return refund;
}

function delegationTo(address: Hex): Uint8Array {
  if (address === ZERO_ADDRESS) return new Uint8Array(0);
  const code = new Uint8Array(23);
  code.set(DELEGATION_PREFIX);
  code.set(hexToBytes(address), 3);
  return code;
}
