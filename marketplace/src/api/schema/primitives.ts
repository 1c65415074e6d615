// The small shapes every request and answer is made of.
// Amounts are decimal strings of the smallest unit (18 decimals for CMT); fields that carry one end in `Atto`.
// Addresses and hashes are lower-case in every answer; any case is accepted in a request. Times are Unix seconds.
// No Node imports: the web app bundles this folder.
import { z } from "zod";

const MAX_UINT256 = 2n ** 256n - 1n;

export const ZERO_ADDRESS = "0x0000000000000000000000000000000000000000";

export const addressSchema = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, "expected a 20-byte address in hex")
  .transform((value) => value.toLowerCase() as `0x${string}`);

export const hashSchema = z
  .string()
  .regex(/^0x[0-9a-fA-F]{64}$/, "expected a 32-byte hash in hex")
  .transform((value) => value.toLowerCase() as `0x${string}`);

/** A uint256 as a decimal string. */
export const uintSchema = z
  .string()
  .regex(/^(0|[1-9]\d{0,77})$/, { error: "expected a whole number in decimal digits", abort: true })
  .refine((value) => BigInt(value) <= MAX_UINT256, "is larger than 2^256-1");

/** An order or listing id: a uint256 from 1. */
export const idSchema = uintSchema.refine((value) => value !== "0", "ids begin at 1");

/** ISO 3166-1 alpha-2, upper case. */
export const countrySchema = z.string().regex(/^[A-Z]{2}$/, "expected a two-letter country code");

/** ISO 4217, upper case, or CMT. */
export const moneyCodeSchema = z.string().regex(/^[A-Z]{3}$/, "expected a three-letter currency code");

/** A positive decimal number as typed by a person, e.g. "19.90". */
export const decimalSchema = z
  .string()
  .regex(/^(0|[1-9]\d{0,17})(\.\d{1,18})?$/, "expected a decimal number");

export const bpsSchema = z.int().min(0).max(10_000);
export const secSchema = z.int().min(0);

/** Plain text: trimmed, no control characters but line breaks and tabs. It is never interpreted as HTML. */
export function textSchema(minLength: number, maxLength: number) {
  return z
    .string()
    .trim()
    .min(minLength)
    .max(maxLength)
    .refine((value) => !hasControlCharacters(value), "contains control characters")
    .refine((value) => value.isWellFormed(), "contains a broken Unicode character");
}

function hasControlCharacters(value: string): boolean {
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0;
    const allowed = code === 9 || code === 10 || code === 13;
    if ((code < 32 && !allowed) || code === 127) return true;
  }
  return false;
}

/** What a person sees of an account: its name comes from its profile document, null where it has none. */
export const partySchema = z.object({ address: addressSchema, name: z.string().nullable() });
export type Party = z.infer<typeof partySchema>;

/** A currency amount: `currency` is address(0) for CMT or an ERC-20. */
export const moneySchema = z.object({ currency: addressSchema, amountAtto: uintSchema });
export type Money = z.infer<typeof moneySchema>;
