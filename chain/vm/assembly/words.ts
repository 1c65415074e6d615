/** 256-bit words: four little-endian u64, least significant first. Moving, comparing, and the big-endian form of bytes. */

export function copyWord(to: usize, from: usize): void {
  store<u64>(to, load<u64>(from));
  store<u64>(to, load<u64>(from, 8), 8);
  store<u64>(to, load<u64>(from, 16), 16);
  store<u64>(to, load<u64>(from, 24), 24);
}

export function setWord(to: usize, value: u64): void {
  store<u64>(to, value);
  store<u64>(to, 0, 8);
  store<u64>(to, 0, 16);
  store<u64>(to, 0, 24);
}

export function isZeroWord(a: usize): bool {
  return (load<u64>(a) | load<u64>(a, 8) | load<u64>(a, 16) | load<u64>(a, 24)) === 0;
}

export function equalWords(a: usize, b: usize): bool {
  return (
    ((load<u64>(a) ^ load<u64>(b)) |
      (load<u64>(a, 8) ^ load<u64>(b, 8)) |
      (load<u64>(a, 16) ^ load<u64>(b, 16)) |
      (load<u64>(a, 24) ^ load<u64>(b, 24))) ===
    0
  );
}

export function lessThan(a: usize, b: usize): bool {
  const a3 = load<u64>(a, 24);
  const b3 = load<u64>(b, 24);
  if (a3 !== b3) return a3 < b3;
  const a2 = load<u64>(a, 16);
  const b2 = load<u64>(b, 16);
  if (a2 !== b2) return a2 < b2;
  const a1 = load<u64>(a, 8);
  const b1 = load<u64>(b, 8);
  if (a1 !== b1) return a1 < b1;
  return load<u64>(a) < load<u64>(b);
}

export function isNegative(a: usize): bool {
  return load<u64>(a, 24) >> 63 !== 0;
}

export function signedLessThan(a: usize, b: usize): bool {
  const an = isNegative(a);
  return an === isNegative(b) ? lessThan(a, b) : an;
}

/** The value where it is below 2^64, else the largest u64. */
export function clampToU64(a: usize): u64 {
  return (load<u64>(a, 8) | load<u64>(a, 16) | load<u64>(a, 24)) === 0 ? load<u64>(a) : u64.MAX_VALUE;
}

/** 32 big-endian bytes to a word. */
export function loadBigEndian(to: usize, from: usize): void {
  const w3 = bswap<u64>(load<u64>(from));
  const w2 = bswap<u64>(load<u64>(from, 8));
  const w1 = bswap<u64>(load<u64>(from, 16));
  const w0 = bswap<u64>(load<u64>(from, 24));
  store<u64>(to, w0);
  store<u64>(to, w1, 8);
  store<u64>(to, w2, 16);
  store<u64>(to, w3, 24);
}

/** A word to 32 big-endian bytes. */
export function storeBigEndian(to: usize, from: usize): void {
  loadBigEndian(to, from); // the same turn both ways
}

/** 20 bytes of an address to a word. */
export function addressToWord(to: usize, address: usize): void {
  const w2 = u64(bswap<u32>(load<u32>(address)));
  const w1 = bswap<u64>(load<u64>(address, 4));
  const w0 = bswap<u64>(load<u64>(address, 12));
  store<u64>(to, w0);
  store<u64>(to, w1, 8);
  store<u64>(to, w2, 16);
  store<u64>(to, 0, 24);
}

/** The low 20 bytes of a word as an address. */
export function wordToAddress(to: usize, word: usize): void {
  store<u32>(to, bswap<u32>(u32(load<u64>(word, 16))));
  store<u64>(to, bswap<u64>(load<u64>(word, 8)), 4);
  store<u64>(to, bswap<u64>(load<u64>(word)), 12);
}
