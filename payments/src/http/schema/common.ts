/**
 * Shapes that every resource shares. Requests are strict (an unknown field is an error that names it).
 * Amounts are decimal strings of the smallest unit (`amountAtto`) or, where a person wrote them, decimal strings
 * with a point (`amount`); times are Unix seconds (`createdAtSec`); addresses are EIP-55. Lists are
 * `{object: "list", data, nextCursor}`; errors are `{error: {type, code, message, param?, request_id}}`.
 */
import { getAddress, isAddress } from "viem";
import { z } from "zod";

const MAX_UINT256 = 2n ** 256n - 1n;

/** An unsigned integer up to 2^256-1 as a decimal string without leading zeros. */
export const AttoString = z
  .string()
  .regex(/^(0|[1-9][0-9]{0,77})$/, "expected an unsigned integer as a decimal string")
  .refine((text) => BigInt(text) <= MAX_UINT256, "must be at most 2^256-1")
  .meta({ example: "12500000000000000000" });

/** A positive decimal number as a person writes it; the excess decimals of the currency are checked later. */
export const DecimalString = z
  .string()
  .regex(/^(0|[1-9][0-9]{0,77})(\.[0-9]{1,78})?$/, 'expected a decimal number as a string, such as "12.50"')
  .meta({ example: "12.50" });

export const Address = z
  .string()
  .refine((text) => isAddress(text, { strict: false }), "expected an address: 0x and 40 hex digits")
  .transform((text) => getAddress(text))
  .meta({ example: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8" });

export const Hex32 = z.string().regex(/^0x[0-9a-f]{64}$/, "expected 32 bytes as lower-case hex");

/** Seconds since 1970. */
export const Seconds = z.number().int().nonnegative();

export const CountryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, "expected an ISO 3166-1 alpha-2 code in capitals")
  .meta({ example: "KR" });

export const Text = (maxLength: number) =>
  z
    .string()
    .trim()
    .min(1, "must not be empty")
    .max(maxLength)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL and control characters are what is refused
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/, "must not hold control characters");

/** Free key-value pairs of the merchant, as in Stripe: at most 50 keys of 40 characters, values of 500. */
export const Metadata = z
  .record(
    Text(40),
    z
      .string()
      .max(500)
      .refine((text) => !text.includes("\u0000"), "must not hold NUL"),
  )
  .refine((pairs) => Object.keys(pairs).length <= 50, "at most 50 keys");

export const ListQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(200).optional(),
});

export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ object: z.literal("list"), data: z.array(item), nextCursor: z.string().nullable() });

export const ErrorBody = z.object({
  error: z.object({
    type: z.enum([
      "invalid_request_error",
      "authentication_error",
      "permission_error",
      "idempotency_error",
      "rate_limit_error",
      "api_error",
    ]),
    code: z.string(),
    message: z.string(),
    param: z.string().optional(),
    request_id: z.string(),
  }),
});
