/** Logs as they stand in the kernel's log region, between two of its positions. */
import type { Log } from "../../block/receipt.ts";
import { bytesToHex, type Hex } from "../../encoding/hex.ts";
import type { Kernel, Pointer } from "./kernel.ts";

const HEADER_BYTES = 16;

export function readLogs(kernel: Kernel, from: Pointer, to: Pointer): Log[] {
  const { view, bytes } = kernel;
  const logs: Log[] = [];
  let pointer = from;
  while (pointer < to) {
    const topicCount = view.getUint32(pointer + 4, true);
    const length = view.getUint32(pointer + 8, true);
    const topicsAt = pointer + HEADER_BYTES;
    const dataAt = topicsAt + 32 * topicCount;
    const topics = Array.from(
      { length: topicCount },
      (_, n): Hex => bytesToHex(bytes.subarray(topicsAt + 32 * n, topicsAt + 32 * n + 32)),
    );
    const address = kernel.addressAt(view.getUint32(pointer, true));
    logs.push({ address, topics, data: bytes.slice(dataAt, dataAt + length) });
    pointer = (dataAt + length + 7) & ~7;
  }
  return logs;
}
