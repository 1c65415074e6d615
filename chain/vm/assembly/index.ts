/**
 * The kernel's exports. The host prepares a block (`beginBlock`), then for each transaction: `beginTransaction`, its own changes
 * through records, `messageCall` or `messageCreation`, and `endTransaction`. Results stand in the IO region and in the records.
 */
import {
  accountAt,
  accountsEnd,
  changeAccount,
  currentEpoch,
  forgetAccounts,
  isEmpty,
  nextEpoch,
  seedAccounts,
  setCode,
  warmAccount,
} from "./accounts";
import { prepareBlake2f } from "./blake2f";
import { openMessageCall, openMessageCreation } from "./calls";
import { codeOf, internCode, trimCodes } from "./codes";
import { ensure } from "./frameMemory";
import { clearRefund, lastEnd, refund, resetFrames, returnLength } from "./frames";
import { run } from "./interpreter";
import { clearJournal } from "./journal";
import { prepareKeccak } from "./keccak";
import {
  ACCOUNT_BALANCE,
  ACCOUNT_BYTES,
  ACCOUNT_EPOCH,
  ACCOUNT_FLAGS,
  ACCOUNT_NONCE,
  ACCOUNTS,
  COLLISION,
  DESTROYED,
  EXISTS,
  FRAME_MEMORY,
  INPUT,
  IO_ADDRESS,
  IO_GAS,
  IO_KEY,
  IO_REFUND,
  IO_RETURN_LENGTH,
  IO_VALUE,
  LOGS,
  TOUCHED,
  WRITTEN,
} from "./layout";
import { logsTop, restoreLogs } from "./logs";
import { prepareOpcodes } from "./opcodes";
import { setRules, setTracing } from "./rules";
import { clearSlotsOf, forgetSlots, slotAt, slotsEnd, warmSlot } from "./slots";
import { setWord } from "./words";

export { accountsEnd, changeAccount, logsTop, slotsEnd, warmAccount };

/** Once, after instantiation. */
export function start(fork: u32, seedLow: u32, seedHigh: u32): void {
  seedAccounts((u64(seedHigh) << 32) | u64(seedLow));
  setRules(fork);
  prepareKeccak();
  prepareBlake2f();
  prepareOpcodes(fork);
}

export function beginBlock(): void {
  forgetAccounts();
  forgetSlots();
  trimCodes();
  nextEpoch();
}

/** @param reservedBytes the most memory of frames that the transaction's gas can buy. */
export function beginTransaction(isTraced: u32, reservedBytes: u32): void {
  nextEpoch();
  clearJournal();
  clearRefund();
  resetFrames();
  restoreLogs(LOGS, 0);
  setTracing(isTraced !== 0);
  ensure(u64(FRAME_MEMORY) + u64(reservedBytes));
}

/** The record of the account whose address stands in IO_ADDRESS. */
export function account(): usize {
  return accountAt(IO_ADDRESS);
}

/** Warms the slot of the account whose key, as a word, stands in IO_KEY. */
export function warmStorage(owner: usize): void {
  warmSlot(slotAt(owner, IO_KEY));
}

/** Sets the code of an account to the `length` bytes in INPUT. */
export function setAccountCode(owner: usize, length: u32): void {
  setCode(owner, internCode(INPUT, length));
}

/** Loads the code of an account, if need be. */
export function codeRecord(owner: usize): usize {
  return codeOf(owner);
}

/** Input in INPUT, value in IO_VALUE, gas in IO_GAS. Returns how it ended; gas left in IO_GAS, output in RETURN_DATA. */
export function messageCall(caller: usize, target: usize, inputLength: u32): u32 {
  openMessageCall(caller, target, IO_VALUE, load<i64>(IO_GAS), INPUT, inputLength);
  return finish();
}

export function messageCreation(creator: usize, nonceLow: u32, nonceHigh: u32, codeLength: u32): u32 {
  const nonce = (u64(nonceHigh) << 32) | u64(nonceLow);
  const isOpen = openMessageCreation(creator, nonce, IO_VALUE, load<i64>(IO_GAS), INPUT, codeLength);
  if (isOpen) return finish();
  store<i64>(IO_GAS, 0);
  store<i64>(IO_REFUND, 0);
  store<u32>(IO_RETURN_LENGTH, 0);
  return COLLISION;
}

function finish(): u32 {
  run();
  store<i64>(IO_REFUND, refund);
  store<u32>(IO_RETURN_LENGTH, returnLength);
  return lastEnd;
}

/** For tracers, inside a message. */
export function refundSoFar(): i32 {
  return i32(refund);
}

export function outputLength(): u32 {
  return returnLength;
}

/** Removes what destroyed itself and what is touched and empty (EIP-161). */
export function endTransaction(): void {
  const end = accountsEnd();
  for (let at: usize = ACCOUNTS; at < end; at += ACCOUNT_BYTES) {
    if (load<u32>(at, ACCOUNT_EPOCH) !== currentEpoch()) continue;
    const flags = load<u32>(at, ACCOUNT_FLAGS);
    if ((flags & EXISTS) === 0) continue;
    const isDestroyed = (flags & DESTROYED) !== 0;
    if (isDestroyed) clearSlotsOf(at);
    if (isDestroyed || ((flags & TOUCHED) !== 0 && isEmpty(at))) remove(at);
  }
}

function remove(owner: usize): void {
  const flags = load<u32>(owner, ACCOUNT_FLAGS);
  store<u32>(owner, (flags & ~EXISTS) | WRITTEN, ACCOUNT_FLAGS);
  store<u64>(owner, 0, ACCOUNT_NONCE);
  setWord(owner + ACCOUNT_BALANCE, 0);
  setEmptyCode(owner);
}

function setEmptyCode(owner: usize): void {
  const flags = load<u32>(owner, ACCOUNT_FLAGS);
  setCode(owner, internCode(INPUT, 0));
  store<u32>(owner, flags, ACCOUNT_FLAGS);
}
