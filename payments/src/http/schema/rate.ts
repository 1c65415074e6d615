/**
 * A rate is an exact integer fraction: quoteSmallestUnits = baseSmallestUnits * numerator / denominator, rounded up
 * (the merchant keeps the dust). `atSec` is when the source knew it.
 */
import { z } from "zod";
import { Address, AttoString, Seconds } from "./common.ts";

/** "USD" (ISO 4217), "CMT", or the address of an allow-listed ERC-20. */
export const CurrencyRef = z
  .union([z.string().regex(/^[A-Z]{3}$/, 'expected an ISO 4217 code, "CMT" or a token address'), Address])
  .meta({ example: "USD" });

export const RateQuery = z.strictObject({ base: CurrencyRef, quote: CurrencyRef.default("CMT") });

export const Rate = z.object({
  base: z.string(),
  quote: z.string(),
  numerator: AttoString,
  denominator: AttoString,
  baseDecimals: z.number().int(),
  quoteDecimals: z.number().int(),
  atSec: Seconds,
  source: z.string().meta({ example: "fixed-devnet" }),
});
