/** A part of a whole in basis points, rounded down; 0 of nothing. */
export function shareBps(part: string | bigint, whole: string | bigint): number {
  const total = BigInt(whole);
  return total === 0n ? 0 : Number((BigInt(part) * 10_000n) / total);
}
