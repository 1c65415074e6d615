/**
 * Codes by their hash: bytes, length, the map of valid jump destinations and whether the code is a delegation (EIP-7702).
 * The analysis is made once and kept over blocks, until the region is full.
 */
import { fault } from "./fault";
import { codeSize, loadCode } from "./host";
import { keccak256 } from "./keccak";
import {
  ACCOUNT_CODE,
  ACCOUNT_CODE_HASH,
  CODE_BYTES,
  CODE_CELL_COUNT,
  CODE_CELLS,
  CODE_DELEGATE,
  CODE_DELEGATES,
  CODE_JUMPS,
  CODE_LENGTH,
  CODES,
  CODES_END,
  CODES_HIGH_WATER,
  FAULT_CODES,
  SCRATCH,
} from "./layout";
import { equalWords } from "./words";

/** PUSH32 may read this far behind the last byte. */
const PADDING: usize = 33;
const HASH: usize = SCRATCH + 0x320;
const DELEGATION_BYTES: u32 = 23;
const PUSH1: u32 = 0x60;
const PUSH32: u32 = 0x7f;
const JUMPDEST: u32 = 0x5b;

let top: usize = CODES;

/** Between blocks only: records of accounts point to codes. */
export function trimCodes(): void {
  if (top < CODES_HIGH_WATER) return;
  memory.fill(CODE_CELLS, 0, CODE_CELL_COUNT << 2);
  top = CODES;
}

function cellOf(hash: usize): usize {
  let index = load<u32>(hash) & (CODE_CELL_COUNT - 1);
  while (true) {
    const cell: usize = usize(CODE_CELLS) + (usize(index) << 2);
    const code = usize(load<u32>(cell));
    if (code === 0 || equalWords(code, hash)) return cell;
    index = (index + 1) & (CODE_CELL_COUNT - 1);
  }
}

function newCode(hash: usize, cell: usize, length: u32): usize {
  const code = top;
  const end = code + CODE_BYTES + length + PADDING;
  top = (end + 31) & ~31;
  if (top > CODES_END - 0x10000) fault(FAULT_CODES);
  memory.copy(code, hash, 32);
  store<u32>(code, length, CODE_LENGTH);
  store<u32>(code, 0, CODE_JUMPS);
  memory.fill(code + CODE_BYTES + length, 0, PADDING);
  store<u32>(cell, u32(code));
  return code;
}

/** A delegation is ef0100 and an address. */
function noteDelegation(code: usize): void {
  const bytes = code + CODE_BYTES;
  const isDelegation =
    load<u32>(code, CODE_LENGTH) === DELEGATION_BYTES &&
    load<u8>(bytes) === 0xef &&
    load<u8>(bytes, 1) === 0x01 &&
    load<u8>(bytes, 2) === 0x00;
  store<u8>(code, isDelegation ? 1 : 0, CODE_DELEGATES);
  if (isDelegation) memory.copy(code + CODE_DELEGATE, bytes + 3, 20);
}

/** The record of an account's code, from the host where it is new. */
export function codeOf(account: usize): usize {
  const known = usize(load<u32>(account, ACCOUNT_CODE));
  if (known !== 0) return known;
  const hash = account + ACCOUNT_CODE_HASH;
  const cell = cellOf(hash);
  let code = usize(load<u32>(cell));
  if (code === 0) {
    const length = codeSize(hash);
    code = newCode(hash, cell, length);
    loadCode(hash, code + CODE_BYTES);
    noteDelegation(code);
  }
  store<u32>(account, u32(code), ACCOUNT_CODE);
  return code;
}

/** The record of new code, as CREATE deposits it. */
export function internCode(bytes: usize, length: u32): usize {
  keccak256(HASH, bytes, length);
  const cell = cellOf(HASH);
  const known = usize(load<u32>(cell));
  if (known !== 0) return known;
  const code = newCode(HASH, cell, length);
  memory.copy(code + CODE_BYTES, bytes, length);
  noteDelegation(code);
  return code;
}

/** The jump map of a code record, made on first use. */
export function jumpsOf(code: usize): usize {
  const known = usize(load<u32>(code, CODE_JUMPS));
  if (known !== 0) return known;
  const jumps = top;
  const length = load<u32>(code, CODE_LENGTH);
  top = (jumps + (length >> 3) + 32) & ~31;
  if (top > CODES_END - 0x10000) fault(FAULT_CODES);
  markJumps(jumps, code + CODE_BYTES, length);
  store<u32>(code, u32(jumps), CODE_JUMPS);
  return jumps;
}

/** One bit a byte of code: set where a JUMPDEST stands that is no operand of a PUSH. */
export function markJumps(jumps: usize, bytes: usize, length: u32): void {
  memory.fill(jumps, 0, (length >> 3) + 1);
  for (let i: u32 = 0; i < length; i++) {
    const op = u32(load<u8>(bytes + i));
    if (op === JUMPDEST) store<u8>(jumps + (i >> 3), load<u8>(jumps + (i >> 3)) | (u8(1) << u8(i & 7)));
    else if (op >= PUSH1 && op <= PUSH32) i += op - PUSH1 + 1;
  }
}
