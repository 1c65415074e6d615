// biome-ignore-all lint/correctness/noPrecisionLoss: u64 literals are exact in AssemblyScript
/**
 * Precompile 0x09: the compression function of BLAKE2b (EIP-152, RFC 7693), one gas a round. It is here and not in a library
 * because one call may ask for as many rounds as its gas pays.
 */
import { SCRATCH } from "./layout";

const INPUT_BYTES: u32 = 213;
const STATE: usize = SCRATCH + 0x600;
const SIGMA: usize = SCRATCH + 0x680;
const ORDERS: u64 = 10;

function order(row: usize, low: u64, high: u64): void {
  for (let i: usize = 0; i < 8; i++) {
    store<u8>(SIGMA + (row << 4) + i, u8((low >> (60 - (u64(i) << 2))) & 15));
    store<u8>(SIGMA + (row << 4) + 8 + i, u8((high >> (60 - (u64(i) << 2))) & 15));
  }
}

/** The order of the message words in each round, a hex digit each; called once when the kernel starts. */
export function prepareBlake2f(): void {
  order(0, 0x0123456700000000, 0x89abcdef00000000);
  order(1, 0xea489fd600000000, 0x1c02b75300000000);
  order(2, 0xb8c052fd00000000, 0xae36719400000000);
  order(3, 0x7931dcbe00000000, 0x265a40f800000000);
  order(4, 0x905724af00000000, 0xe1bc683d00000000);
  order(5, 0x2c6a0b8300000000, 0x4d75fe1900000000);
  order(6, 0xc51fed4a00000000, 0x0763928b00000000);
  order(7, 0xdb7ec13900000000, 0x50f4862a00000000);
  order(8, 0x6fe9b30800000000, 0xc2d714a500000000);
  order(9, 0xa284761500000000, 0xfb9e3cd000000000);
}

export function isBlake2fInput(input: usize, length: u32): bool {
  return length === INPUT_BYTES && load<u8>(input + INPUT_BYTES - 1) <= 1;
}

export function blake2fRounds(input: usize): u32 {
  return bswap<u32>(load<u32>(input));
}

/** Writes 64 bytes to `to`. */
export function blake2f(to: usize, input: usize): void {
  const rounds = u64(blake2fRounds(input));
  const state = input + 4;
  const message = input + 68;
  memory.copy(STATE, state, 64);
  store<u64>(STATE, 0x6a09e667f3bcc908, 64);
  store<u64>(STATE, 0xbb67ae8584caa73b, 72);
  store<u64>(STATE, 0x3c6ef372fe94f82b, 80);
  store<u64>(STATE, 0xa54ff53a5f1d36f1, 88);
  store<u64>(STATE, 0x510e527fade682d1 ^ load<u64>(input, 196), 96);
  store<u64>(STATE, 0x9b05688c2b3e6c1f ^ load<u64>(input, 204), 104);
  const final: u64 = load<u8>(input, 212) !== 0 ? u64.MAX_VALUE : 0;
  store<u64>(STATE, 0x1f83d9abfb41bd6b ^ final, 112);
  store<u64>(STATE, 0x5be0cd19137e2179, 120);
  for (let round: u64 = 0; round < rounds; round++) mixRound(message, SIGMA + (usize(round % ORDERS) << 4));
  for (let i: usize = 0; i < 64; i += 8)
    store<u64>(to + i, load<u64>(state + i) ^ load<u64>(STATE + i) ^ load<u64>(STATE + i + 64));
}

function mixRound(message: usize, sigma: usize): void {
  mix(0, 32, 64, 96, message, sigma);
  mix(8, 40, 72, 104, message, sigma + 2);
  mix(16, 48, 80, 112, message, sigma + 4);
  mix(24, 56, 88, 120, message, sigma + 6);
  mix(0, 40, 80, 120, message, sigma + 8);
  mix(8, 48, 88, 96, message, sigma + 10);
  mix(16, 56, 64, 104, message, sigma + 12);
  mix(24, 32, 72, 112, message, sigma + 14);
}

function mix(a: usize, b: usize, c: usize, d: usize, message: usize, sigma: usize): void {
  const x = load<u64>(message + (usize(load<u8>(sigma)) << 3));
  const y = load<u64>(message + (usize(load<u8>(sigma, 1)) << 3));
  let va = load<u64>(STATE + a) + load<u64>(STATE + b) + x;
  let vd = rotr<u64>(load<u64>(STATE + d) ^ va, 32);
  let vc = load<u64>(STATE + c) + vd;
  let vb = rotr<u64>(load<u64>(STATE + b) ^ vc, 24);
  va += vb + y;
  vd = rotr<u64>(vd ^ va, 16);
  vc += vd;
  vb = rotr<u64>(vb ^ vc, 63);
  store<u64>(STATE + a, va);
  store<u64>(STATE + b, vb);
  store<u64>(STATE + c, vc);
  store<u64>(STATE + d, vd);
}
