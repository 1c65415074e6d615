// What was bought in the demo's past and how each order goes on: a fixed plan, the same in every installation. Every
// entry has another (buyer, product, quantity), so that an order on the chain says which entry it is.
import { mulDivDown, parseDecimal } from "@cybermiles/contracts/units";
import type { DemoShop } from "./catalogue/demoShop.ts";
import type { Random } from "./random.ts";

/** Steps after the payment. The last state stays: an empty script leaves the order waiting for the seller. */
export const SCRIPTS = {
  released: ["ship", "confirm"],
  cancelled: ["cancel"],
  settled: ["ship", "dispute", "offer", "acceptOffer"],
  ruled: ["ship", "dispute", "answer", "rule"],
  waiting: [],
  shipped: ["ship"],
  disputed: ["ship", "dispute"],
  inRuling: ["ship", "dispute", "answer"],
  offered: ["ship", "dispute", "offer"],
} as const;
export type ScriptName = keyof typeof SCRIPTS;
export type Step = (typeof SCRIPTS)[ScriptName][number];

export type PlannedOrder = {
  buyer: number;
  shop: number;
  product: number;
  quantity: number;
  script: ScriptName;
  /** share of the buyer where it is split, in basis points */
  buyerBps: number;
  /** merchant tokens to redeem, whole tokens */
  rewardTokens: number;
  /** null: no review */
  stars: number | null;
};

const BUYER_COUNT = 4;
const RELEASED_COUNT = 76;
const OTHERS: readonly ScriptName[] = [
  ...["cancelled", "cancelled", "cancelled", "cancelled"],
  ...["settled", "settled", "settled"],
  ...["ruled", "ruled", "ruled"],
  ...["waiting", "waiting", "waiting", "waiting", "waiting"],
  ...["shipped", "shipped", "shipped", "shipped", "shipped"],
  ...["disputed", "offered", "inRuling", "inRuling"],
] as ScriptName[];
/** Shops are liked differently: more entries, more stars. */
const STARS = [5, 5, 5, 5, 5, 4, 4, 4, 3, 2];
const REVIEW_PERCENT = 82;
const RULINGS_BPS = [10_000, 0, 6_000];
const MIN_STOCK = 10;

export function planSales(shops: readonly DemoShop[], random: Random): PlannedOrder[] {
  const taken = new Set<string>();
  const scripts: ScriptName[] = [
    ...Array.from({ length: RELEASED_COUNT }, () => "released" as const),
    ...OTHERS,
  ];
  let rulings = 0;
  return scripts.map((script) => {
    const place = freePlace(shops, random, taken);
    const isSplit = script === "settled" || script === "offered";
    const ruling = script === "ruled" ? RULINGS_BPS[rulings++ % RULINGS_BPS.length] : undefined;
    const isReviewed = script === "released" && random.chance(REVIEW_PERCENT);
    return {
      ...place,
      script,
      buyerBps: ruling ?? (isSplit ? 2_500 + 500 * random.below(5) : 0),
      rewardTokens: 0,
      stars: isReviewed ? random.pick(STARS) : null,
    };
  });
}

/** A second purchase at each shop with rewards, by a buyer who has earned there, paid in part with what he earned. */
export function planRedemptions(
  shops: readonly DemoShop[],
  sales: readonly PlannedOrder[],
  random: Random,
): PlannedOrder[] {
  const taken = new Set(sales.map(keyOf));
  return shops.flatMap((shop, index) => {
    const earned = sales.find((sale) => sale.shop === index && sale.script === "released");
    const tokens = earned ? wholeTokensEarned(shop, earned) : 0;
    if (!earned || tokens === 0) return [];
    const place = freePlace([shop], random, taken, { buyer: earned.buyer, shop: index });
    return [{ ...place, script: "released" as const, buyerBps: 0, rewardTokens: tokens, stars: 5 }];
  });
}

/** Ten CMT are a dollar and a token redeems one CMT, so a payback of 5 % on 20 dollars is 10 tokens. */
function wholeTokensEarned(shop: DemoShop, sale: PlannedOrder): number {
  const cents = parseDecimal(shop.products[sale.product]?.usd ?? "0", 2) * BigInt(sale.quantity);
  const milliCmt = cents * 100n;
  return Number(mulDivDown(milliCmt, BigInt(shop.rewards?.earnBps ?? 0), 10_000n * 1_000n));
}

type Place = Pick<PlannedOrder, "buyer" | "shop" | "product" | "quantity">;

export function keyOf(place: Place): string {
  return `${place.buyer}/${place.shop}/${place.product}/${place.quantity}`;
}

function freePlace(
  shops: readonly DemoShop[],
  random: Random,
  taken: Set<string>,
  fixed?: { buyer: number; shop: number },
): Place {
  for (;;) {
    const shop = fixed?.shop ?? random.below(shops.length);
    const products = (fixed ? shops[0] : shops[shop])?.products ?? [];
    const product = random.below(products.length);
    const place = {
      buyer: fixed?.buyer ?? random.below(BUYER_COUNT),
      shop,
      product,
      quantity: 1 + random.below(3),
    };
    if ((products[product]?.stock ?? 0) < MIN_STOCK || taken.has(keyOf(place))) continue;
    taken.add(keyOf(place));
    return place;
  }
}
