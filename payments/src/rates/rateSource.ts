/**
 * Where prices come from. A rate is an exact fraction between smallest units:
 * quoteSmallest = baseSmallest * numerator / denominator. `null` means the source does not know the pair; the caller
 * then asks for a price in the payment currency itself. Sources do their own I/O; conversion is `convert.ts`.
 */
export type Rate = {
  base: string;
  quote: string;
  numerator: bigint;
  denominator: bigint;
  baseDecimals: number;
  quoteDecimals: number;
  atSec: number;
  source: string;
};

export type RateSource = { rateOf(base: string, quote: string): Promise<Rate | null> };
