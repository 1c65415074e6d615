// biome-ignore-all lint/correctness/noPrecisionLoss: u64 literals are exact in AssemblyScript
/**
 * Precompile 0x09: the compression function of BLAKE2b (EIP-152, RFC 7693), one gas a round. It is here and not in a library
 * because one call may ask for as many rounds as its gas pays.
 */
import { SCRATCH } from "./layout";

const INPUT_BYTES: u32 = 213;
const SIGMA: usize = SCRATCH + 0x680;
const ORDER_BYTES: usize = 16;
const LAST_ORDER: usize = SIGMA + 9 * ORDER_BYTES;

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
  let rounds = blake2fRounds(input);
  const message = input + 68;
  let v0 = load<u64>(input, 4);
  let v1 = load<u64>(input, 12);
  let v2 = load<u64>(input, 20);
  let v3 = load<u64>(input, 28);
  let v4 = load<u64>(input, 36);
  let v5 = load<u64>(input, 44);
  let v6 = load<u64>(input, 52);
  let v7 = load<u64>(input, 60);
  const final: u64 = load<u8>(input, 212) !== 0 ? u64.MAX_VALUE : 0;
  let v8: u64 = 0x6a09e667f3bcc908;
  let v9: u64 = 0xbb67ae8584caa73b;
  let v10: u64 = 0x3c6ef372fe94f82b;
  let v11: u64 = 0xa54ff53a5f1d36f1;
  let v12: u64 = 0x510e527fade682d1 ^ load<u64>(input, 196);
  let v13: u64 = 0x9b05688c2b3e6c1f ^ load<u64>(input, 204);
  let v14: u64 = 0x1f83d9abfb41bd6b ^ final;
  let v15: u64 = 0x5be0cd19137e2179;
  let sigma = SIGMA;
  for (; rounds > 0; rounds--) {
    v0 += v4 + word(message, sigma + 0);
    v12 = rotr<u64>(v12 ^ v0, 32);
    v8 += v12;
    v4 = rotr<u64>(v4 ^ v8, 24);
    v0 += v4 + word(message, sigma + 1);
    v12 = rotr<u64>(v12 ^ v0, 16);
    v8 += v12;
    v4 = rotr<u64>(v4 ^ v8, 63);
    v1 += v5 + word(message, sigma + 2);
    v13 = rotr<u64>(v13 ^ v1, 32);
    v9 += v13;
    v5 = rotr<u64>(v5 ^ v9, 24);
    v1 += v5 + word(message, sigma + 3);
    v13 = rotr<u64>(v13 ^ v1, 16);
    v9 += v13;
    v5 = rotr<u64>(v5 ^ v9, 63);
    v2 += v6 + word(message, sigma + 4);
    v14 = rotr<u64>(v14 ^ v2, 32);
    v10 += v14;
    v6 = rotr<u64>(v6 ^ v10, 24);
    v2 += v6 + word(message, sigma + 5);
    v14 = rotr<u64>(v14 ^ v2, 16);
    v10 += v14;
    v6 = rotr<u64>(v6 ^ v10, 63);
    v3 += v7 + word(message, sigma + 6);
    v15 = rotr<u64>(v15 ^ v3, 32);
    v11 += v15;
    v7 = rotr<u64>(v7 ^ v11, 24);
    v3 += v7 + word(message, sigma + 7);
    v15 = rotr<u64>(v15 ^ v3, 16);
    v11 += v15;
    v7 = rotr<u64>(v7 ^ v11, 63);
    v0 += v5 + word(message, sigma + 8);
    v15 = rotr<u64>(v15 ^ v0, 32);
    v10 += v15;
    v5 = rotr<u64>(v5 ^ v10, 24);
    v0 += v5 + word(message, sigma + 9);
    v15 = rotr<u64>(v15 ^ v0, 16);
    v10 += v15;
    v5 = rotr<u64>(v5 ^ v10, 63);
    v1 += v6 + word(message, sigma + 10);
    v12 = rotr<u64>(v12 ^ v1, 32);
    v11 += v12;
    v6 = rotr<u64>(v6 ^ v11, 24);
    v1 += v6 + word(message, sigma + 11);
    v12 = rotr<u64>(v12 ^ v1, 16);
    v11 += v12;
    v6 = rotr<u64>(v6 ^ v11, 63);
    v2 += v7 + word(message, sigma + 12);
    v13 = rotr<u64>(v13 ^ v2, 32);
    v8 += v13;
    v7 = rotr<u64>(v7 ^ v8, 24);
    v2 += v7 + word(message, sigma + 13);
    v13 = rotr<u64>(v13 ^ v2, 16);
    v8 += v13;
    v7 = rotr<u64>(v7 ^ v8, 63);
    v3 += v4 + word(message, sigma + 14);
    v14 = rotr<u64>(v14 ^ v3, 32);
    v9 += v14;
    v4 = rotr<u64>(v4 ^ v9, 24);
    v3 += v4 + word(message, sigma + 15);
    v14 = rotr<u64>(v14 ^ v3, 16);
    v9 += v14;
    v4 = rotr<u64>(v4 ^ v9, 63);
    sigma = sigma === LAST_ORDER ? SIGMA : sigma + ORDER_BYTES;
  }
  store<u64>(to, load<u64>(input, 4) ^ v0 ^ v8, 0);
  store<u64>(to, load<u64>(input, 12) ^ v1 ^ v9, 8);
  store<u64>(to, load<u64>(input, 20) ^ v2 ^ v10, 16);
  store<u64>(to, load<u64>(input, 28) ^ v3 ^ v11, 24);
  store<u64>(to, load<u64>(input, 36) ^ v4 ^ v12, 32);
  store<u64>(to, load<u64>(input, 44) ^ v5 ^ v13, 40);
  store<u64>(to, load<u64>(input, 52) ^ v6 ^ v14, 48);
  store<u64>(to, load<u64>(input, 60) ^ v7 ^ v15, 56);
}

function word(message: usize, place: usize): u64 {
  return load<u64>(message + (usize(load<u8>(place)) << 3));
}
