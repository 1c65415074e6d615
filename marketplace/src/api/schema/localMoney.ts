// Between CMT and the visitor's money, in whole numbers. A local amount is an estimate for the eye: rounded to the
// nearest millionth, half up. A price in CMT made from a local one rounds up by at most one atto, for the seller.
// No Node imports: the web app bundles this file.

type Fraction = { numerator: string; denominator: string };

const ATTO = 10n ** 18n;
const MICRO = 10n ** 6n;

/** @returns millionths of a whole unit of the rate's currency (divide by 1e6 only to show it). */
export function attoToLocalMicros(amountAtto: bigint, rate: Fraction): bigint {
  const divisor = ATTO * BigInt(rate.denominator);
  return (2n * amountAtto * BigInt(rate.numerator) * MICRO + divisor) / (2n * divisor);
}

/** @returns atto CMT, rounded up. */
export function localMicrosToAtto(localMicros: bigint, rate: Fraction): bigint {
  const divisor = MICRO * BigInt(rate.numerator);
  return (localMicros * ATTO * BigInt(rate.denominator) + divisor - 1n) / divisor;
}
