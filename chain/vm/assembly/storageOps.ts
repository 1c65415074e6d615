/** SLOAD, SSTORE (EIP-2200, 2929, 3529), TLOAD and TSTORE (EIP-1153). */
import { addRefund } from "./frames";
import { SLOT_CURRENT, SLOT_ORIGINAL } from "./layout";
import { COLD_SLOT_EXTRA, WARM_ACCESS } from "./opcodes";
import { setSlot, slotAt, transientAt, warmSlot } from "./slots";
import { copyWord, equalWords, isZeroWord } from "./words";

const STIPEND: i64 = 2_300;
const SET_GAS: i64 = 20_000;
const RESET_GAS: i64 = 2_900;
const CLEAR_REFUND: i64 = 4_800;

/** Replaces the key on the stack by the value; returns what a cold slot costs on top. */
export function sload(self: usize, key: usize): i64 {
  const slot = slotAt(self, key);
  const extra: i64 = warmSlot(slot) ? COLD_SLOT_EXTRA : 0;
  copyWord(key, slot + SLOT_CURRENT);
  return extra;
}

/** Returns the gas left, or -1 where it does not suffice. */
export function sstore(self: usize, key: usize, value: usize, gas: i64): i64 {
  if (gas <= STIPEND) return -1;
  const slot = slotAt(self, key);
  const current = slot + SLOT_CURRENT;
  const original = slot + SLOT_ORIGINAL;
  if (warmSlot(slot)) gas -= WARM_ACCESS + COLD_SLOT_EXTRA;
  if (equalWords(current, value)) return gas - WARM_ACCESS;
  const isClean = equalWords(original, current);
  if (!isClean) gas -= WARM_ACCESS;
  else gas -= isZeroWord(original) ? SET_GAS : RESET_GAS;
  if (gas < 0) return -1;
  addRefund(isClean ? refundOfFirstWrite(original, value) : refundOfLaterWrite(original, current, value));
  setSlot(slot, value);
  return gas;
}

function refundOfFirstWrite(original: usize, value: usize): i64 {
  return !isZeroWord(original) && isZeroWord(value) ? CLEAR_REFUND : 0;
}

function refundOfLaterWrite(original: usize, current: usize, value: usize): i64 {
  let gas: i64 = 0;
  if (!isZeroWord(original)) {
    if (isZeroWord(current)) gas -= CLEAR_REFUND;
    if (isZeroWord(value)) gas += CLEAR_REFUND;
  }
  if (equalWords(original, value))
    gas += isZeroWord(original) ? SET_GAS - WARM_ACCESS : RESET_GAS - WARM_ACCESS;
  return gas;
}

export function tload(self: usize, key: usize): void {
  copyWord(key, transientAt(self, key) + SLOT_CURRENT);
}

export function tstore(self: usize, key: usize, value: usize): void {
  setSlot(transientAt(self, key), value);
}
