/** Copies for the *COPY instructions: what lies behind the source's end reads as zero. */
import { clampToU64 } from "./words";

/** @param offset a word: where in the source to begin. */
export function copyPadded(to: usize, source: usize, sourceLength: u32, offset: usize, size: u32): void {
  const from = clampToU64(offset);
  const available: u32 = from >= u64(sourceLength) ? 0 : sourceLength - u32(from);
  const copied = size < available ? size : available;
  if (copied > 0) memory.copy(to, source + usize(from), copied);
  memory.fill(to + copied, 0, size - copied);
}
