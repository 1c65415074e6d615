// What the filters can offer: counts over everything that is for sale now.
import type { Category } from "../api/schema/categories.ts";
import type { Facets } from "../api/schema/listings.ts";
import { ZERO_ADDRESS } from "../api/schema/primitives.ts";
import type { Store } from "../database/store.ts";

const REWARD_STEPS_BPS = [100, 300, 500, 1000];
const FOR_SALE = `listing l join document d on d.hash = l.content_hash and d.kind = 'listing'
  left join program p on p.merchant = l.seller and p.currency = l.currency where not l.is_paused`;

type Counted = { id: string; count: number };

export async function facets(store: Store): Promise<Facets> {
  const { database } = store;
  const count = (column: string) =>
    database.query<Counted>(
      `select ${column} as id, count(*)::int as count from ${FOR_SALE} group by 1 order by 2 desc, 1`,
    );
  const rewardCounts = REWARD_STEPS_BPS.map(
    (bps) => `count(*) filter (where p.earn_bps >= ${bps})::int as reward_${bps}`,
  );
  const [totals] = await database.query<Record<string, number | bigint | null>>(
    `select count(*)::int as total, ${rewardCounts.join(", ")},
       min(l.price_atto) filter (where l.currency = $1) as min_price,
       max(l.price_atto) filter (where l.currency = $1) as max_price from ${FOR_SALE}`,
    [ZERO_ADDRESS],
  );
  const categories = await count("d.category");
  return {
    categories: categories.map((row) => ({ id: row.id as Category, count: row.count })),
    countries: await count("d.country"),
    rewards: REWARD_STEPS_BPS.map((minBps) => ({ minBps, count: Number(totals?.[`reward_${minBps}`] ?? 0) })),
    minPriceAtto: textOrNull(totals?.min_price),
    maxPriceAtto: textOrNull(totals?.max_price),
    total: Number(totals?.total ?? 0),
  };
}

function textOrNull(value: number | bigint | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
