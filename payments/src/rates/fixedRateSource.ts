/** A `RateSource` over the devnet's fixed table: every pair of its units, crossed through the dollar, without a float. */
import { CMT_PER_USD, FIXED_AT_SEC, FIXED_RATES, FIXED_SOURCE } from "./fixedRates.ts";
import type { Rate, RateSource } from "./rateSource.ts";

type Unit = { decimals: number; perUsd: { numerator: bigint; denominator: bigint } };

const UNITS = new Map<string, Unit>([
  ["CMT", { decimals: 18, perUsd: fractionOf(CMT_PER_USD) }],
  ...FIXED_RATES.map(([code, decimals, perUsd]) => [code, { decimals, perUsd: fractionOf(perUsd) }] as const),
]);

export const fixedRateSource: RateSource = {
  async rateOf(base, quote) {
    return crossRate(base, quote);
  },
};

export function crossRate(base: string, quote: string): Rate | null {
  const from = UNITS.get(base);
  const to = UNITS.get(quote);
  if (from === undefined || to === undefined) return null;
  const numerator = to.perUsd.numerator * from.perUsd.denominator * 10n ** BigInt(to.decimals);
  const denominator = to.perUsd.denominator * from.perUsd.numerator * 10n ** BigInt(from.decimals);
  const common = greatestCommonDivisor(numerator, denominator);
  return {
    base,
    quote,
    numerator: numerator / common,
    denominator: denominator / common,
    baseDecimals: from.decimals,
    quoteDecimals: to.decimals,
    atSec: FIXED_AT_SEC,
    source: FIXED_SOURCE,
  };
}

/** Decimals of the smallest unit of an ISO 4217 currency or CMT. */
export function decimalsOf(code: string): number | undefined {
  return UNITS.get(code)?.decimals;
}

function fractionOf(decimal: string): { numerator: bigint; denominator: bigint } {
  const [whole = "", part = ""] = decimal.split(".");
  return { numerator: BigInt(whole + part), denominator: 10n ** BigInt(part.length) };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}
