/**
 * What a ruling would pay to whom, as Escrow and its library Settlement compute it: the buyer's share rounds down, the
 * seller keeps the dust, the platform's fee comes out of the seller's part. The loser's bond goes to the winner and the
 * loser's fee to the arbiter; at exactly half, bonds go back and each side pays half the fee, the seller the odd unit.
 * All amounts in the smallest unit of the order's currency.
 */
export interface RulingInput {
  amountAtto: bigint;
  feeBps: number;
  bondAtto: bigint;
  arbiterFeeAtto: bigint;
  buyerBps: number;
}

export interface RulingAmounts {
  /** The buyer's share of the order's money. */
  buyerAtto: bigint;
  /** The seller's share, after the platform's fee. */
  sellerAtto: bigint;
  platformAtto: bigint;
  arbiterAtto: bigint;
  /** What each side gets back of the two deposits (bond + arbiter fee each). */
  buyerDepositAtto: bigint;
  sellerDepositAtto: bigint;
  winner: "buyer" | "seller" | "nobody";
}

const BPS = 10_000n;
const TIE_BPS = 5_000;

export function rulingAmounts(input: RulingInput): RulingAmounts {
  const buyerAtto = (input.amountAtto * BigInt(input.buyerBps)) / BPS;
  const sellerGrossAtto = input.amountAtto - buyerAtto;
  const platformAtto = (sellerGrossAtto * BigInt(input.feeBps)) / BPS;
  const deposits = divideDeposits(input);
  return {
    buyerAtto,
    sellerAtto: sellerGrossAtto - platformAtto,
    platformAtto,
    arbiterAtto: input.arbiterFeeAtto,
    ...deposits,
  };
}

function divideDeposits({ bondAtto, arbiterFeeAtto, buyerBps }: RulingInput) {
  const all = 2n * bondAtto + arbiterFeeAtto;
  if (buyerBps > TIE_BPS) return { buyerDepositAtto: all, sellerDepositAtto: 0n, winner: "buyer" as const };
  if (buyerBps < TIE_BPS) return { buyerDepositAtto: 0n, sellerDepositAtto: all, winner: "seller" as const };
  const half = arbiterFeeAtto / 2n;
  return {
    buyerDepositAtto: bondAtto + arbiterFeeAtto - half,
    sellerDepositAtto: bondAtto + half,
    winner: "nobody" as const,
  };
}
