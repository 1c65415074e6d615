/**
 * From cart lines to escrow orders. One order holds lines of one seller with the same currency, arbiter and windows
 * (Checkout reverts with LinesDisagree otherwise). Amounts in the smallest unit of the group's currency. Pure.
 */
import type { Product } from "../../../../src/api/schema/listings.ts";
import type { RewardBalance } from "../../../../src/api/schema/rewards.ts";
import type { CartLine } from "./cart.ts";

const TOKEN = 10n ** 18n;

export interface GroupLine {
  product: Product;
  quantity: number;
  totalAtto: bigint;
}

export interface OrderGroup {
  key: string;
  seller: Product["sellerCard"];
  currency: string;
  lines: GroupLine[];
  subtotalAtto: bigint;
}

/** Lines that cannot be bought any more (unknown, paused, sold out) are left out; see {@link findProblem}. */
export function groupOrders(lines: readonly CartLine[], products: readonly Product[]): OrderGroup[] {
  const groups = new Map<string, OrderGroup>();
  for (const { listingId, quantity } of lines) {
    const product = products.find((candidate) => candidate.id === listingId);
    if (!product || findProblem(product, quantity)) continue;
    const { terms } = product;
    const key = [
      product.seller.address,
      terms.currency,
      terms.arbiter,
      terms.shipBySec,
      terms.releaseSec,
    ].join("|");
    const totalAtto = BigInt(terms.priceAtto) * BigInt(quantity);
    const group = groups.get(key) ?? {
      key,
      seller: product.sellerCard,
      currency: terms.currency,
      lines: [],
      subtotalAtto: 0n,
    };
    group.lines.push({ product, quantity, totalAtto });
    group.subtotalAtto += totalAtto;
    groups.set(key, group);
  }
  return [...groups.values()];
}

export type LineProblem = "paused" | "soldOut" | "tooMany";

export function findProblem(product: Product, quantity: number): LineProblem | null {
  if (product.isPaused) return "paused";
  if (product.stock === 0) return "soldOut";
  return quantity > product.stock ? "tooMany" : null;
}

/** As RewardsProgram.quote: rounded down. */
export function discountOf(tokensAtto: bigint, rateAtto: string): bigint {
  return (tokensAtto * BigInt(rateAtto)) / TOKEN;
}

/** The most tokens that may be used: what is held, and a discount below the order's amount. */
export function maxTokens(group: OrderGroup, balance: RewardBalance | undefined): bigint {
  if (!balance || balance.program.currency !== group.currency || BigInt(balance.program.rateAtto) === 0n)
    return 0n;
  const held = BigInt(balance.balanceAtto);
  const usable = ((group.subtotalAtto - 1n) * TOKEN) / BigInt(balance.program.rateAtto);
  return held < usable ? held : usable;
}

/** What is paid in each currency. */
export function totalsOf(groups: readonly { currency: string; payAtto: bigint }[]): Map<string, bigint> {
  const totals = new Map<string, bigint>();
  for (const { currency, payAtto } of groups) totals.set(currency, (totals.get(currency) ?? 0n) + payAtto);
  return totals;
}
