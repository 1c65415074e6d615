/**
 * Object ids: a prefix, 10 characters of time, 20 of randomness (100 bits, so an invoice's link cannot be guessed).
 * Crockford's base 32 in lower case sorts the same in every collation, so lists page by id, newest first.
 */
import { randomBytes } from "node:crypto";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

export type IdPrefix = "inv" | "mer" | "key" | "evt" | "we" | "whd" | "wha" | "int" | "aud" | "req" | "q";

export function newId(prefix: IdPrefix, nowMs = Date.now(), random: Uint8Array = randomBytes(20)): string {
  let time = "";
  for (let rest = nowMs, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) time = ALPHABET[rest % 32] + time;
  let tail = "";
  for (const byte of random) tail += ALPHABET[byte % 32];
  return `${prefix}_${time}${tail}`;
}
