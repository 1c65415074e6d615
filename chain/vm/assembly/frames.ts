/**
 * Call frames: records one below the other in linear memory. The kernel never calls itself for a CALL or CREATE, so the depth
 * of the host's stack does not matter. A frame's memory begins where that of its caller ends; the caller's does not move meanwhile.
 */
import { changeAccount, setCode } from "./accounts";
import { internCode } from "./codes";
import { fault } from "./fault";
import { ensure } from "./frameMemory";
import { traceExit } from "./host";
import { journalMark, revertTo } from "./journal";
import {
  CODE_FORMAT,
  CODE_TOO_LARGE,
  FAULT_RETURN_DATA,
  FRAME_BYTES,
  FRAME_GAS,
  FRAME_IS_STATIC,
  FRAME_JOURNAL_MARK,
  FRAME_KIND,
  FRAME_LOG_COUNT,
  FRAME_LOG_MARK,
  FRAME_MEMORY,
  FRAME_MEMORY_BASE,
  FRAME_MEMORY_SIZE,
  FRAME_OUT,
  FRAME_OUT_SIZE,
  FRAME_PC,
  FRAME_REFUND,
  FRAME_SELF,
  FRAME_SP,
  FRAME_STACK,
  FRAMES,
  IO_GAS,
  MAX_DEPTH,
  OUT_OF_GAS,
  RETURN_DATA,
  RETURN_DATA_END,
  REVERT,
  STACKS,
  SUCCESS,
} from "./layout";
import { logCount, logsTop, restoreLogs } from "./logs";
import { isTracing } from "./rules";
import { addressToWord, setWord } from "./words";

export const CREATE: u32 = 0xf0;
export const CREATE2: u32 = 0xf5;
const MAX_CODE_BYTES: u32 = 24_576;
const CODE_BYTE_GAS: i64 = 200;

/** The running frame; below FRAMES when none runs. */
export let frame: usize = FRAMES - FRAME_BYTES;
/** Gas to be given back at the end of the transaction (EIP-3529). May fall below zero inside a frame. */
export let refund: i64 = 0;
export let returnLength: u32 = 0;
/** How the outermost frame ended. */
export let lastEnd: u32 = SUCCESS;

export function addRefund(gas: i64): void {
  refund += gas;
}

export function setReturnLength(length: u32): void {
  returnLength = length;
}

export function resetFrames(): void {
  frame = FRAMES - FRAME_BYTES;
  returnLength = 0;
}

export function clearRefund(): void {
  refund = 0;
}

export function isTooDeep(): bool {
  return frame >= FRAMES + MAX_DEPTH * FRAME_BYTES;
}

export function isCreation(kind: u32): bool {
  return kind === CREATE || kind === CREATE2;
}

/** Opens a frame with an empty stack and memory; everything after this can be taken back. */
export function openFrame(kind: u32, gas: i64): usize {
  const caller = frame;
  const opened = caller + FRAME_BYTES;
  memory.fill(opened, 0, FRAME_BYTES);
  store<u32>(opened, kind, FRAME_KIND);
  store<i64>(opened, gas, FRAME_GAS);
  const isFirst = caller < FRAMES;
  const stack: u32 = isFirst ? STACKS : load<u32>(caller, FRAME_SP);
  store<u32>(opened, stack, FRAME_STACK);
  store<u32>(opened, stack, FRAME_SP);
  const base: u32 = isFirst
    ? FRAME_MEMORY
    : load<u32>(caller, FRAME_MEMORY_BASE) + load<u32>(caller, FRAME_MEMORY_SIZE);
  store<u32>(opened, base, FRAME_MEMORY_BASE);
  store<u32>(opened, isFirst ? 0 : load<u32>(caller, FRAME_IS_STATIC), FRAME_IS_STATIC);
  store<u32>(opened, u32(journalMark()), FRAME_JOURNAL_MARK);
  store<u32>(opened, u32(logsTop()), FRAME_LOG_MARK);
  store<u32>(opened, logCount(), FRAME_LOG_COUNT);
  store<i64>(opened, refund, FRAME_REFUND);
  store<u32>(opened, 0, FRAME_PC);
  ensure(u64(base));
  returnLength = 0;
  frame = opened;
  return opened;
}

/** Ends the running frame with `size` bytes of output at `output`, and hands the result to its caller. */
export function closeFrame(end: u32, output: usize, size: u32): void {
  const closed = frame;
  const kind = load<u32>(closed, FRAME_KIND);
  if (end === SUCCESS && isCreation(kind)) end = depositCode(closed, output, size);
  if (end !== SUCCESS) {
    revertTo(usize(load<u32>(closed, FRAME_JOURNAL_MARK)));
    restoreLogs(usize(load<u32>(closed, FRAME_LOG_MARK)), load<u32>(closed, FRAME_LOG_COUNT));
    refund = load<i64>(closed, FRAME_REFUND);
    if (end !== REVERT) store<i64>(closed, 0, FRAME_GAS);
  }
  returnLength = end > REVERT ? 0 : size;
  if (returnLength > RETURN_DATA_END - RETURN_DATA) fault(FAULT_RETURN_DATA);
  memory.copy(RETURN_DATA, output, returnLength);
  if (isTracing) traceExit(closed, end);
  frame = closed - FRAME_BYTES;
  if (frame < FRAMES) {
    lastEnd = end;
    store<i64>(IO_GAS, load<i64>(closed, FRAME_GAS));
    return;
  }
  resumeCaller(closed, kind, end);
}

function resumeCaller(closed: usize, kind: u32, end: u32): void {
  const sp = usize(load<u32>(frame, FRAME_SP));
  store<u32>(frame, u32(sp) + 32, FRAME_SP);
  store<i64>(frame, load<i64>(frame, FRAME_GAS) + load<i64>(closed, FRAME_GAS), FRAME_GAS);
  if (isCreation(kind)) {
    if (end === SUCCESS) {
      addressToWord(sp, usize(load<u32>(closed, FRAME_SELF)));
      returnLength = 0;
    } else setWord(sp, 0);
    return;
  }
  setWord(sp, end === SUCCESS ? 1 : 0);
  const wanted = load<u32>(closed, FRAME_OUT_SIZE);
  const size = wanted < returnLength ? wanted : returnLength;
  if (size === 0) return;
  memory.copy(usize(load<u32>(frame, FRAME_MEMORY_BASE) + load<u32>(closed, FRAME_OUT)), RETURN_DATA, size);
}

function depositCode(closed: usize, code: usize, size: u32): u32 {
  if (size > MAX_CODE_BYTES) return CODE_TOO_LARGE;
  if (size > 0 && load<u8>(code) === 0xef) return CODE_FORMAT;
  const gas = load<i64>(closed, FRAME_GAS) - CODE_BYTE_GAS * i64(size);
  if (gas < 0) return OUT_OF_GAS;
  store<i64>(closed, gas, FRAME_GAS);
  const account = usize(load<u32>(closed, FRAME_SELF));
  if (size > 0) setCode(account, internCode(code, size));
  else changeAccount(account);
  return SUCCESS;
}
