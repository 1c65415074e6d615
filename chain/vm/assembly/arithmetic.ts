/**
 * Arithmetic modulo 2^256 on words in linear memory (Yellow Paper, appendix H: 0x01 - 0x0b).
 * `to` may be one of the operands. Division is Knuth's algorithm D on 32-bit limbs; by zero it gives zero.
 */
import { SCRATCH } from "./layout";
import { copyWord, isNegative, isZeroWord, lessThan, setWord } from "./words";

const DIVIDEND: usize = SCRATCH;
const DIVISOR: usize = SCRATCH + 0x80;
const QUOTIENT: usize = SCRATCH + 0xc0;
const REMAINDER: usize = SCRATCH + 0x140;
const WIDE: usize = SCRATCH + 0x180;
const LEFT: usize = SCRATCH + 0x200;
const RIGHT: usize = SCRATCH + 0x220;
const MODULUS: usize = SCRATCH + 0x240;

const LIMB_MASK: u64 = 0xffffffff;

export function add(to: usize, a: usize, b: usize): u64 {
  const a0 = load<u64>(a);
  const r0 = a0 + load<u64>(b);
  let carry = u64(r0 < a0);
  store<u64>(to, r0);
  const a1 = load<u64>(a, 8);
  let r = a1 + load<u64>(b, 8);
  let next = u64(r < a1);
  let s = r + carry;
  carry = next | u64(s < r);
  store<u64>(to, s, 8);
  const a2 = load<u64>(a, 16);
  r = a2 + load<u64>(b, 16);
  next = u64(r < a2);
  s = r + carry;
  carry = next | u64(s < r);
  store<u64>(to, s, 16);
  const a3 = load<u64>(a, 24);
  r = a3 + load<u64>(b, 24);
  next = u64(r < a3);
  s = r + carry;
  store<u64>(to, s, 24);
  return next | u64(s < r);
}

export function sub(to: usize, a: usize, b: usize): void {
  const a0 = load<u64>(a);
  const b0 = load<u64>(b);
  let borrow = u64(a0 < b0);
  store<u64>(to, a0 - b0);
  const a1 = load<u64>(a, 8);
  const b1 = load<u64>(b, 8);
  let r = a1 - b1;
  let next = u64(a1 < b1) | u64(r < borrow);
  store<u64>(to, r - borrow, 8);
  borrow = next;
  const a2 = load<u64>(a, 16);
  const b2 = load<u64>(b, 16);
  r = a2 - b2;
  next = u64(a2 < b2) | u64(r < borrow);
  store<u64>(to, r - borrow, 16);
  store<u64>(to, load<u64>(a, 24) - load<u64>(b, 24) - next, 24);
}

/** High half of a 64 x 64 bit product. */
function mulHigh(a: u64, b: u64): u64 {
  const al = a & LIMB_MASK;
  const ah = a >> 32;
  const bl = b & LIMB_MASK;
  const bh = b >> 32;
  const low = al * bl;
  const middle = ah * bl + (low >> 32);
  const other = al * bh + (middle & LIMB_MASK);
  return ah * bh + (middle >> 32) + (other >> 32);
}

export function mul(to: usize, a: usize, b: usize): void {
  const a0 = load<u64>(a);
  const a1 = load<u64>(a, 8);
  const a2 = load<u64>(a, 16);
  const a3 = load<u64>(a, 24);
  const b0 = load<u64>(b);
  const b1 = load<u64>(b, 8);
  const b2 = load<u64>(b, 16);
  const b3 = load<u64>(b, 24);
  let high = mulHigh(a0, b0);
  store<u64>(to, a0 * b0);
  if ((a1 | a2 | a3 | b1 | b2 | b3) === 0) {
    store<u64>(to, high, 8);
    store<u64>(to, 0, 16);
    store<u64>(to, 0, 24);
    return;
  }
  let t = a0 * b1;
  let r1 = t + high;
  high = mulHigh(a0, b1) + u64(r1 < t);
  t = a0 * b2;
  let r2 = t + high;
  high = mulHigh(a0, b2) + u64(r2 < t);
  let r3 = a0 * b3 + high;
  t = a1 * b0;
  r1 += t;
  high = mulHigh(a1, b0) + u64(r1 < t);
  t = a1 * b1 + high;
  let carry = u64(t < high);
  r2 += t;
  carry += u64(r2 < t);
  r3 += a1 * b2 + mulHigh(a1, b1) + carry;
  t = a2 * b0;
  r2 += t;
  r3 += a2 * b1 + mulHigh(a2, b0) + u64(r2 < t) + a3 * b0;
  store<u64>(to, r1, 8);
  store<u64>(to, r2, 16);
  store<u64>(to, r3, 24);
}

function limbCount(a: usize, limbs: i32): i32 {
  while (limbs > 0 && load<u32>(a + (usize(limbs - 1) << 2)) === 0) limbs--;
  return limbs;
}

/** `n` has `limbs` 32-bit limbs (16 at most), `d` is a word that is not zero. Results in QUOTIENT and REMAINDER. */
function divide(n: usize, limbs: i32, d: usize): void {
  memory.fill(QUOTIENT, 0, 64);
  memory.fill(REMAINDER, 0, 32);
  const nl = limbCount(n, limbs);
  const dl = limbCount(d, 8);
  if (nl < dl) {
    memory.copy(REMAINDER, n, usize(nl) << 2);
    return;
  }
  if (nl <= 2) {
    const a = load<u64>(n);
    const b = load<u64>(d);
    store<u64>(QUOTIENT, a / b);
    store<u64>(REMAINDER, a % b);
    return;
  }
  if (dl === 1) divideByLimb(n, nl, u64(load<u32>(d)));
  else divideLong(n, nl, d, dl);
}

function divideByLimb(n: usize, nl: i32, d: u64): void {
  let rest: u64 = 0;
  for (let i = nl - 1; i >= 0; i--) {
    const part = (rest << 32) | u64(load<u32>(n + (usize(i) << 2)));
    store<u32>(QUOTIENT + (usize(i) << 2), u32(part / d));
    rest = part % d;
  }
  store<u64>(REMAINDER, rest);
}

function shiftLimbs(to: usize, from: usize, count: i32, bits: u32): u32 {
  let carry: u64 = 0;
  for (let i = 0; i < count; i++) {
    const part = (u64(load<u32>(from + (usize(i) << 2))) << u64(bits)) | carry;
    store<u32>(to + (usize(i) << 2), u32(part));
    carry = part >> 32;
  }
  return u32(carry);
}

function divideLong(n: usize, nl: i32, d: usize, dl: i32): void {
  const shift = u32(clz<u32>(load<u32>(d + (usize(dl - 1) << 2))));
  shiftLimbs(DIVISOR, d, dl, shift);
  store<u32>(DIVIDEND + (usize(nl) << 2), shiftLimbs(DIVIDEND, n, nl, shift));
  const first = u64(load<u32>(DIVISOR + (usize(dl - 1) << 2)));
  const second = u64(load<u32>(DIVISOR + (usize(dl - 2) << 2)));
  for (let j = nl - dl; j >= 0; j--) {
    const top = DIVIDEND + (usize(j + dl) << 2);
    const head = (u64(load<u32>(top)) << 32) | u64(load<u32>(top - 4));
    let guess = head / first;
    let rest = head % first;
    while (guess > LIMB_MASK || guess * second > ((rest << 32) | u64(load<u32>(top - 8)))) {
      guess--;
      rest += first;
      if (rest > LIMB_MASK) break;
    }
    if (subtractProduct(DIVIDEND + (usize(j) << 2), dl, guess)) {
      guess--;
      addBack(DIVIDEND + (usize(j) << 2), dl);
    }
    store<u32>(QUOTIENT + (usize(j) << 2), u32(guess));
  }
  let carry: u64 = 0;
  for (let i = dl - 1; i >= 0; i--) {
    const limb = u64(load<u32>(DIVIDEND + (usize(i) << 2)));
    store<u32>(REMAINDER + (usize(i) << 2), u32((limb >> u64(shift)) | carry));
    carry = (limb << u64(32 - shift)) & LIMB_MASK;
  }
}

/** Takes `factor` times the divisor off; true where that went below zero. */
function subtractProduct(at: usize, dl: i32, factor: u64): bool {
  let carry: u64 = 0;
  let borrow: i64 = 0;
  for (let i = 0; i < dl; i++) {
    const product = factor * u64(load<u32>(DIVISOR + (usize(i) << 2))) + carry;
    carry = product >> 32;
    const limb = at + (usize(i) << 2);
    const t = i64(load<u32>(limb)) - i64(product & LIMB_MASK) + borrow;
    store<u32>(limb, u32(t));
    borrow = t >> 32;
  }
  const limb = at + (usize(dl) << 2);
  const t = i64(load<u32>(limb)) - i64(carry) + borrow;
  store<u32>(limb, u32(t));
  return t < 0;
}

function addBack(at: usize, dl: i32): void {
  let carry: u64 = 0;
  for (let i = 0; i < dl; i++) {
    const limb = at + (usize(i) << 2);
    const t = u64(load<u32>(limb)) + u64(load<u32>(DIVISOR + (usize(i) << 2))) + carry;
    store<u32>(limb, u32(t));
    carry = t >> 32;
  }
  const limb = at + (usize(dl) << 2);
  store<u32>(limb, load<u32>(limb) + u32(carry));
}

export function div(to: usize, a: usize, b: usize): void {
  if (isZeroWord(b)) {
    setWord(to, 0);
    return;
  }
  divide(a, 8, b);
  copyWord(to, QUOTIENT);
}

export function mod(to: usize, a: usize, b: usize): void {
  if (isZeroWord(b)) {
    setWord(to, 0);
    return;
  }
  divide(a, 8, b);
  copyWord(to, REMAINDER);
}

function negate(to: usize, a: usize): void {
  setWord(RIGHT, 0);
  sub(to, RIGHT, a);
}

function absolute(to: usize, a: usize): void {
  if (isNegative(a)) negate(to, a);
  else copyWord(to, a);
}

export function sdiv(to: usize, a: usize, b: usize): void {
  if (isZeroWord(b)) {
    setWord(to, 0);
    return;
  }
  const isResultNegative = isNegative(a) !== isNegative(b);
  absolute(LEFT, a);
  absolute(MODULUS, b);
  divide(LEFT, 8, MODULUS);
  if (isResultNegative) negate(to, QUOTIENT);
  else copyWord(to, QUOTIENT);
}

/** The sign is the dividend's. */
export function smod(to: usize, a: usize, b: usize): void {
  if (isZeroWord(b)) {
    setWord(to, 0);
    return;
  }
  const isResultNegative = isNegative(a);
  absolute(LEFT, a);
  absolute(MODULUS, b);
  divide(LEFT, 8, MODULUS);
  if (isResultNegative) negate(to, REMAINDER);
  else copyWord(to, REMAINDER);
}

export function addmod(to: usize, a: usize, b: usize, n: usize): void {
  if (isZeroWord(n)) {
    setWord(to, 0);
    return;
  }
  const carry = add(WIDE, a, b);
  store<u64>(WIDE, carry, 32);
  divide(WIDE, 10, n);
  copyWord(to, REMAINDER);
}

export function mulmod(to: usize, a: usize, b: usize, n: usize): void {
  if (isZeroWord(n)) {
    setWord(to, 0);
    return;
  }
  memory.fill(WIDE, 0, 64);
  for (let i: usize = 0; i < 32; i += 4) {
    let carry: u64 = 0;
    const factor = u64(load<u32>(a + i));
    for (let j: usize = 0; j < 32; j += 4) {
      const t = factor * u64(load<u32>(b + j)) + u64(load<u32>(WIDE + i + j)) + carry;
      store<u32>(WIDE + i + j, u32(t));
      carry = t >> 32;
    }
    store<u32>(WIDE + i + 32, u32(carry));
  }
  divide(WIDE, 16, n);
  copyWord(to, REMAINDER);
}

/** Bytes of a word without its leading zeros. */
export function byteLength(a: usize): u32 {
  for (let i: u32 = 32; i > 0; i--) if (load<u8>(a + i - 1) !== 0) return i;
  return 0;
}

export function exp(to: usize, base: usize, exponent: usize): void {
  copyWord(LEFT, base);
  copyWord(MODULUS, exponent);
  setWord(WIDE, 1);
  const bits = byteLength(MODULUS) << 3;
  for (let i: u32 = bits; i > 0; i--) {
    mul(WIDE, WIDE, WIDE);
    if ((load<u8>(MODULUS + ((i - 1) >> 3)) >> u8((i - 1) & 7)) & 1) mul(WIDE, WIDE, LEFT);
  }
  copyWord(to, WIDE);
}

/** Bytes are counted from the least significant one. */
export function signextend(to: usize, byteIndex: usize, value: usize): void {
  setWord(LEFT, 31);
  const keepsAll = !lessThan(byteIndex, LEFT);
  const index = usize(load<u64>(byteIndex));
  copyWord(to, value);
  if (keepsAll) return;
  const fill: u8 = (load<u8>(to + index) & 0x80) !== 0 ? 0xff : 0;
  memory.fill(to + index + 1, fill, 31 - index);
}
