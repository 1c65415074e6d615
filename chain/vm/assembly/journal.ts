/**
 * The undo log of the running transaction: what a record was before a change, so that a frame can be taken back.
 * Entries are read from the end, so each closes with its record and its kind.
 */
import { fault } from "./fault";
import {
  ACCOUNT_EPOCH,
  ACCOUNT_FLAGS,
  FAULT_JOURNAL,
  JOURNAL,
  JOURNAL_END,
  SLOT_CURRENT,
  SLOT_FLAGS,
  WRITTEN,
} from "./layout";
import { copyWord } from "./words";

const ACCOUNT_ENTRY: u32 = 1;
const SLOT_ENTRY: u32 = 2;
const ACCOUNT_FLAGS_ENTRY: u32 = 3;
const SLOT_FLAGS_ENTRY: u32 = 4;

/** Of an account record: flags, nonce, balance, code hash, code. */
const ACCOUNT_PART: usize = ACCOUNT_EPOCH - ACCOUNT_FLAGS;
const CLOSING: usize = 8;

let top: usize = JOURNAL;

export function clearJournal(): void {
  top = JOURNAL;
}

export function journalMark(): usize {
  return top;
}

function close(kind: u32, record: usize, payload: usize): void {
  const at = top + payload;
  store<u32>(at, u32(record));
  store<u32>(at, kind, 4);
  top = at + CLOSING;
  if (top > JOURNAL_END - 0x100) fault(FAULT_JOURNAL);
}

export function rememberAccount(account: usize): void {
  memory.copy(top, account + ACCOUNT_FLAGS, ACCOUNT_PART);
  close(ACCOUNT_ENTRY, account, ACCOUNT_PART);
}

export function rememberSlot(slot: usize): void {
  copyWord(top, slot + SLOT_CURRENT);
  close(SLOT_ENTRY, slot, 32);
}

export function rememberAccountFlags(account: usize): void {
  store<u32>(top, load<u32>(account, ACCOUNT_FLAGS));
  close(ACCOUNT_FLAGS_ENTRY, account, 4);
}

export function rememberSlotFlags(slot: usize): void {
  store<u32>(top, load<u32>(slot, SLOT_FLAGS));
  close(SLOT_FLAGS_ENTRY, slot, 4);
}

/** Takes everything back that was remembered after `mark`. What was written once stays marked so. */
export function revertTo(mark: usize): void {
  while (top > mark) {
    const kind = load<u32>(top - 4);
    const record = usize(load<u32>(top - 8));
    top -= CLOSING;
    if (kind === ACCOUNT_ENTRY) {
      top -= ACCOUNT_PART;
      const written = load<u32>(record, ACCOUNT_FLAGS) & WRITTEN;
      memory.copy(record + ACCOUNT_FLAGS, top, ACCOUNT_PART);
      store<u32>(record, load<u32>(record, ACCOUNT_FLAGS) | written, ACCOUNT_FLAGS);
    } else if (kind === SLOT_ENTRY) {
      top -= 32;
      copyWord(record + SLOT_CURRENT, top);
    } else if (kind === ACCOUNT_FLAGS_ENTRY) {
      top -= 4;
      const written = load<u32>(record, ACCOUNT_FLAGS) & WRITTEN;
      store<u32>(record, load<u32>(top) | written, ACCOUNT_FLAGS);
    } else {
      top -= 4;
      const written = load<u32>(record, SLOT_FLAGS) & WRITTEN;
      store<u32>(record, load<u32>(top) | written, SLOT_FLAGS);
    }
  }
}
