/**
 * Gas a message owes before its first instruction (Yellow Paper G_transaction; EIP-2028, 2930, 3860, 7702)
 * and the least it pays in the end for its call data (EIP-7623).
 */
import type { Message } from "./execution.ts";
import type { Rules } from "./rules.ts";

const TRANSACTION = 21_000n;
const CREATION = 32_000n;
const INIT_CODE_WORD = 2n;
const ACCESS_LIST_ADDRESS = 2_400n;
const ACCESS_LIST_SLOT = 1_900n;
export const AUTHORIZATION_NEW_ACCOUNT = 25_000n;
export const AUTHORIZATION_BASE = 12_500n;
const TOKENS_PER_NONZERO_BYTE = 4n;
const STANDARD_TOKEN_COST = 4n;
const FLOOR_TOKEN_COST = 10n;

type Priced = Pick<Message, "to" | "data" | "accessList" | "authorizationList">;

export function intrinsicGas(message: Priced): bigint {
  let gas = TRANSACTION + dataTokens(message.data) * STANDARD_TOKEN_COST;
  if (message.to === undefined)
    gas += CREATION + BigInt(Math.ceil(message.data.length / 32)) * INIT_CODE_WORD;
  for (const { storageKeys } of message.accessList)
    gas += ACCESS_LIST_ADDRESS + BigInt(storageKeys.length) * ACCESS_LIST_SLOT;
  return gas + BigInt(message.authorizationList.length) * AUTHORIZATION_NEW_ACCOUNT;
}

export function floorGas(message: Priced, rules: Rules): bigint {
  if (!rules.hasCalldataFloor) return 0n;
  return TRANSACTION + dataTokens(message.data) * FLOOR_TOKEN_COST;
}

function dataTokens(data: Uint8Array): bigint {
  let zeros = 0;
  for (const byte of data) if (byte === 0) zeros++;
  return BigInt(zeros) + BigInt(data.length - zeros) * TOKENS_PER_NONZERO_BYTE;
}
