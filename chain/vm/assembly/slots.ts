// biome-ignore-all lint/correctness/noPrecisionLoss: u64 literals are exact in AssemblyScript
/**
 * Storage that a block has looked at, and transient storage. A record holds the current value and the one at the beginning of the
 * transaction; both are brought up to date when a later transaction meets the record.
 */
import { currentEpoch, mix } from "./accounts";
import { fault } from "./fault";
import { loadStorage } from "./host";
import { rememberSlot, rememberSlotFlags } from "./journal";
import {
  FAULT_SLOTS,
  SLOT_BYTES,
  SLOT_CELL,
  SLOT_CELL_COUNT,
  SLOT_CELLS,
  SLOT_CURRENT,
  SLOT_EPOCH,
  SLOT_FLAGS,
  SLOT_ORIGINAL,
  SLOT_OWNER,
  SLOTS,
  SLOTS_END,
  WARM,
  WRITTEN,
} from "./layout";
import { copyWord, equalWords, setWord } from "./words";

let top: usize = SLOTS;

export function forgetSlots(): void {
  for (let at: usize = SLOTS; at < top; at += SLOT_BYTES) store<u32>(usize(load<u32>(at, SLOT_CELL)), 0);
  top = SLOTS;
}

export function slotsEnd(): usize {
  return top;
}

/** The record of an account's storage at `key`, a word. */
export function slotAt(account: usize, key: usize): usize {
  return find(u32(account), key);
}

export function transientAt(account: usize, key: usize): usize {
  return find(u32(account) | 1, key);
}

function find(owner: u32, key: usize): usize {
  const low = load<u64>(key) ^ (load<u64>(key, 16) * 0x9fb21c651e98df25) ^ u64(owner);
  const high = load<u64>(key, 8) ^ rotl<u64>(load<u64>(key, 24), 23);
  let index = u32(mix(low, high)) & (SLOT_CELL_COUNT - 1);
  while (true) {
    const cell: usize = usize(SLOT_CELLS) + (usize(index) << 2);
    const slot = usize(load<u32>(cell));
    if (slot === 0) return newSlot(owner, key, cell);
    if (load<u32>(slot, SLOT_OWNER) === owner && equalWords(slot, key)) {
      if (load<u32>(slot, SLOT_EPOCH) !== currentEpoch()) renew(slot);
      return slot;
    }
    index = (index + 1) & (SLOT_CELL_COUNT - 1);
  }
}

function renew(slot: usize): void {
  if (load<u32>(slot, SLOT_OWNER) & 1) setWord(slot + SLOT_CURRENT, 0);
  copyWord(slot + SLOT_ORIGINAL, slot + SLOT_CURRENT);
  store<u32>(slot, load<u32>(slot, SLOT_FLAGS) & ~WARM, SLOT_FLAGS);
  store<u32>(slot, currentEpoch(), SLOT_EPOCH);
}

function newSlot(owner: u32, key: usize, cell: usize): usize {
  const slot = top;
  top += SLOT_BYTES;
  if (top > SLOTS_END || top - SLOTS > (SLOT_CELL_COUNT >> 1) * SLOT_BYTES) fault(FAULT_SLOTS);
  memory.fill(slot, 0, SLOT_BYTES);
  copyWord(slot, key);
  store<u32>(slot, owner, SLOT_OWNER);
  store<u32>(slot, currentEpoch(), SLOT_EPOCH);
  store<u32>(slot, u32(cell), SLOT_CELL);
  store<u32>(cell, u32(slot));
  if ((owner & 1) === 0) {
    loadStorage(slot);
    copyWord(slot + SLOT_ORIGINAL, slot + SLOT_CURRENT);
  }
  return slot;
}

/** Warms the slot; true where it was cold. */
export function warmSlot(slot: usize): bool {
  const flags = load<u32>(slot, SLOT_FLAGS);
  if ((flags & WARM) !== 0) return false;
  rememberSlotFlags(slot);
  store<u32>(slot, flags | WARM, SLOT_FLAGS);
  return true;
}

export function setSlot(slot: usize, value: usize): void {
  rememberSlot(slot);
  store<u32>(slot, load<u32>(slot, SLOT_FLAGS) | WRITTEN, SLOT_FLAGS);
  copyWord(slot + SLOT_CURRENT, value);
}

/** The storage of an account that destroyed itself in the transaction that made it. */
export function clearSlotsOf(account: usize): void {
  for (let at: usize = SLOTS; at < top; at += SLOT_BYTES)
    if (load<u32>(at, SLOT_OWNER) === u32(account)) setWord(at + SLOT_CURRENT, 0);
}
