/** Logs of the running transaction, one after the other: account, topics, length of the data; then topics and data. */
import { fault } from "./fault";
import { FAULT_LOGS, LOGS, LOGS_END } from "./layout";
import { storeBigEndian } from "./words";

const HEADER: usize = 16;

let top: usize = LOGS;
let count: u32 = 0;

export function logsTop(): usize {
  return top;
}

export function logCount(): u32 {
  return count;
}

export function restoreLogs(mark: usize, before: u32): void {
  top = mark;
  count = before;
}

/** @param topics words, one below the other: the first lies highest on the stack. */
export function appendLog(account: usize, topics: usize, topicCount: u32, data: usize, length: u32): void {
  const end = top + HEADER + (usize(topicCount) << 5) + length;
  if (end + 8 > LOGS_END) fault(FAULT_LOGS);
  store<u32>(top, u32(account));
  store<u32>(top, topicCount, 4);
  store<u32>(top, length, 8);
  let at = top + HEADER;
  for (let i: u32 = 0; i < topicCount; i++) {
    storeBigEndian(at, topics - (usize(i) << 5));
    at += 32;
  }
  memory.copy(at, data, length);
  top = (end + 7) & ~7;
  count++;
}
