/**
 * What an order pays back, as RewardsProgram computes it before caps: `earnBps` of the money, in tokens at the rate
 * (discount in the currency's smallest unit for one whole token), both rounded down.
 */
const TOKEN = 10n ** 18n;
const BPS = 10_000n;

export function paybackTokens(moneyAtto: bigint, earnBps: number, rateAtto: bigint): bigint {
  if (rateAtto === 0n) return 0n;
  const back = (moneyAtto * BigInt(earnBps)) / BPS;
  return (back * TOKEN) / rateAtto;
}

/** The discount that tokens redeem for. */
export function discountOf(tokens: bigint, rateAtto: bigint): bigint {
  return (tokens * rateAtto) / TOKEN;
}
