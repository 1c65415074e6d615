/**
 * From the price a merchant asks to the exact amount a payer owes, and the taxes inside the price. Pure: the rate is
 * given. Prices are gross. Conversion rounds up, so the merchant keeps the dust; each tax rounds down, so what is left
 * over stays in the net price and no line is ever overstated.
 */
import {
  formatDecimal,
  mulDivDown,
  mulDivUp,
  parseDecimal,
  UINT256_MAX,
  UnitsError,
} from "@cybermiles/contracts/units";
import { ApiError } from "../http/apiError.ts";
import type { Rate } from "../rates/rateSource.ts";

export type TaxRate = { name: string; rateBps: number };
export type StoredTaxLine = { name: string; rateBps: number; amount: string };

/** ISO amounts keep their decimals ("12.50"); amounts of coins and tokens lose trailing zeros ("1.5"). */
const FIXED_DECIMALS_UP_TO = 4;

export function parsePrice(text: string, decimals: number, currency: string): bigint {
  let price: bigint;
  try {
    price = parseDecimal(text, decimals);
  } catch (error) {
    if (!(error instanceof UnitsError)) throw error;
    if (error.code === "too_large") throw tooLarge();
    throw new ApiError(
      "excess_decimals",
      `amount: ${currency} has ${decimals} decimals, got "${text}"`,
      "amount",
    );
  }
  if (price === 0n) throw new ApiError("amount_too_small", "amount: expected more than 0", "amount");
  return price;
}

/** A converted amount keeps this many decimals, and always this many digits: a person may have to type it. */
const TYPED_DECIMALS = 6;
const TYPED_DIGITS = 8;

export function amountDue(price: bigint, rate: Rate | null): bigint {
  const amount =
    rate === null ? price : typeable(mulDivUp(price, rate.numerator, rate.denominator), rate.quoteDecimals);
  if (amount > UINT256_MAX) throw tooLarge();
  return amount;
}

function typeable(exact: bigint, decimals: number): bigint {
  const dropped = Math.max(0, Math.min(decimals - TYPED_DECIMALS, exact.toString().length - TYPED_DIGITS));
  const step = 10n ** BigInt(dropped);
  return mulDivUp(exact, 1n, step) * step;
}

/** Taxes that the gross `price` includes: price * rate / (1 + all rates), rounded down. */
export function taxLines(price: bigint, rates: readonly TaxRate[]): StoredTaxLine[] {
  const whole = 10_000n + rates.reduce((sum, { rateBps }) => sum + BigInt(rateBps), 0n);
  return rates.map(({ name, rateBps }) => ({
    name,
    rateBps,
    amount: mulDivDown(price, BigInt(rateBps), whole).toString(),
  }));
}

export function showPrice(price: bigint, decimals: number): string {
  const text = formatDecimal(price, decimals);
  if (decimals === 0 || decimals > FIXED_DECIMALS_UP_TO) return text;
  const [whole, part = ""] = text.split(".");
  return `${whole}.${part.padEnd(decimals, "0")}`;
}

function tooLarge(): ApiError {
  return new ApiError("amount_too_large", "amount: expected at most 2^256-1 of the smallest unit", "amount");
}
