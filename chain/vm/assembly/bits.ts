/** Shifts, bytes and leading zeros of words (0x1a - 0x1e). `to` may be an operand. */
import { clampToU64, isNegative, setWord } from "./words";

function limb(a: usize, index: i32): u64 {
  return index >= 0 && index < 4 ? load<u64>(a + (usize(index) << 3)) : 0;
}

export function shl(to: usize, shift: usize, value: usize): void {
  const by = clampToU64(shift);
  if (by >= 256) {
    setWord(to, 0);
    return;
  }
  const limbs = i32(by >> 6);
  const bits = by & 63;
  for (let i = 3; i >= 0; i--) {
    let part = limb(value, i - limbs) << bits;
    if (bits !== 0) part |= limb(value, i - limbs - 1) >> (64 - bits);
    store<u64>(to + (usize(i) << 3), part);
  }
}

export function shr(to: usize, shift: usize, value: usize): void {
  const by = clampToU64(shift);
  if (by >= 256) {
    setWord(to, 0);
    return;
  }
  const limbs = i32(by >> 6);
  const bits = by & 63;
  for (let i = 0; i < 4; i++) {
    let part = limb(value, i + limbs) >> bits;
    if (bits !== 0) part |= limb(value, i + limbs + 1) << (64 - bits);
    store<u64>(to + (usize(i) << 3), part);
  }
}

export function sar(to: usize, shift: usize, value: usize): void {
  if (!isNegative(value)) {
    shr(to, shift, value);
    return;
  }
  const by = clampToU64(shift);
  if (by >= 256) {
    memory.fill(to, 0xff, 32);
    return;
  }
  const limbs = i32(by >> 6);
  const bits = by & 63;
  for (let i = 0; i < 4; i++) {
    const low = i + limbs < 4 ? limb(value, i + limbs) : u64.MAX_VALUE;
    const high = i + limbs + 1 < 4 ? limb(value, i + limbs + 1) : u64.MAX_VALUE;
    store<u64>(to + (usize(i) << 3), bits === 0 ? low : (low >> bits) | (high << (64 - bits)));
  }
}

/** Byte `index` of the value, from the most significant one. */
export function byteAt(to: usize, index: usize, value: usize): void {
  const i = clampToU64(index);
  setWord(to, i < 32 ? u64(load<u8>(value + 31 - usize(i))) : 0);
}

export function leadingZeros(a: usize): u64 {
  for (let i = 3; i >= 0; i--) {
    const part = limb(a, i);
    if (part !== 0) return u64(3 - i) * 64 + clz<u64>(part);
  }
  return 256;
}
