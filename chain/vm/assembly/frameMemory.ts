/** The memory of a call frame: what growing it costs (Yellow Paper, C_mem), and the growing itself. */
import { fault } from "./fault";
import { FAULT_MEMORY, FRAME_MEMORY_BASE, FRAME_MEMORY_SIZE } from "./layout";
import { clampToU64, isZeroWord } from "./words";

/** No gas buys memory up to here, and sums below it do not overflow. */
const UNAFFORDABLE: u64 = 1 << 42;
const IMPOSSIBLE: i64 = i64.MAX_VALUE;
const PAGE: u64 = 65_536;

function cost(words: u64): i64 {
  return i64(3 * words + ((words * words) >> 9));
}

/** Gas for the memory up to `offset + size` (words of the stack); IMPOSSIBLE where no gas is enough. */
export function expansionGas(frame: usize, offset: usize, size: usize): i64 {
  if (isZeroWord(size)) return 0;
  return expansionGasTo(frame, clampToU64(offset), clampToU64(size));
}

export function expansionGasTo(frame: usize, offset: u64, size: u64): i64 {
  if (offset >= UNAFFORDABLE || size >= UNAFFORDABLE) return IMPOSSIBLE;
  const end = offset + size;
  const have = u64(load<u32>(frame, FRAME_MEMORY_SIZE));
  if (end <= have) return 0;
  const words = (end + 31) >> 5;
  if (words >= 0x80000000) return 1 << 53; // what 2^31 words cost, and more than the kernel can hold
  return cost(words) - cost(have >> 5);
}

/** Makes the memory at least `end` bytes long; the gas is paid. */
export function expand(frame: usize, end: u64): void {
  const have = load<u32>(frame, FRAME_MEMORY_SIZE);
  if (end <= u64(have)) return;
  const size = (end + 31) & ~31;
  const base = u64(load<u32>(frame, FRAME_MEMORY_BASE));
  ensure(base + size);
  memory.fill(usize(base) + have, 0, u32(size) - have);
  store<u32>(frame, u32(size), FRAME_MEMORY_SIZE);
}

/** Makes addresses below `end` usable. */
export function ensure(end: u64): void {
  const pages = u64(memory.size());
  const wanted = (end + 0x20000 + PAGE - 1) / PAGE;
  if (wanted <= pages) return;
  if (wanted > 65_536 || memory.grow(i32(wanted - pages)) < 0) fault(FAULT_MEMORY);
}
