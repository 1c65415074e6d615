// A seller as buyers see him. Reputation is counted from orders of the chain; an account that never registered still
// has a page, with nothing on it. Rates use the programme's rate in force at `nowSec` of the chain.
import type { MerchantDocument } from "../api/schema/contents.ts";
import type { Program, Reputation, Seller } from "../api/schema/sellers.ts";
import { pictureOf, toRating } from "../catalogue/listingRows.ts";
import type { Store } from "../database/store.ts";
import { readPrograms } from "../rewards/readPrograms.ts";

type MerchantRow = {
  payout: string;
  registered_at_sec: bigint;
  profile_hash: string;
  body: MerchantDocument | null;
  picture_hash: string | null;
  picture_width: number | null;
  picture_height: number | null;
  picture_color: string | null;
};

export async function readSeller(
  store: Store,
  options: { address: string; nowSec: number; symbols: ProgramSymbols },
): Promise<Seller> {
  const { address, nowSec } = options;
  const { database } = store;
  const [merchant] = await database.query<MerchantRow>(
    `select s.payout, s.registered_at_sec, s.profile_hash, d.body, m.hash as picture_hash, m.width as picture_width,
       m.height as picture_height, m.color as picture_color
     from merchant s left join document d on d.hash = s.profile_hash and d.kind = 'merchant'
     left join media m on m.hash = d.body->>'picture' where s.address = $1`,
    [address],
  );
  const [counts] = await database.query<{ listings: number; message_key: string | null }>(
    `select (select count(*)::int from listing l join document d on d.hash = l.content_hash and d.kind = 'listing'
       where l.seller = $1 and not l.is_paused) as listings,
       (select message_key from message_key where account = $1) as message_key`,
    [address],
  );
  const [program] = await readPrograms(store, { merchants: [address], nowSec, symbols: options.symbols });
  return {
    address: address as `0x${string}`,
    name: merchant?.body?.name ?? null,
    about: merchant?.body?.about ?? "",
    country: merchant?.body?.country ?? null,
    picture: merchant ? pictureOf(merchant) : null,
    profileHash: (merchant?.profile_hash as `0x${string}` | undefined) ?? null,
    registeredAtSec: merchant ? Number(merchant.registered_at_sec) : null,
    payout: (merchant?.payout as `0x${string}` | undefined) ?? null,
    messageKey: (counts?.message_key as `0x${string}` | null) ?? null,
    listings: counts?.listings ?? 0,
    reputation: await readReputation(store, address),
    program: program ?? null,
  };
}

/** Reads a reward token's name and symbol; the chain's events do not carry them. */
export type ProgramSymbols = (token: string) => Promise<Pick<Program, "name" | "symbol">>;

async function readReputation(store: Store, seller: string): Promise<Reputation> {
  const [row] = await store.database.query<{
    done: number;
    open: number;
    refunded: number;
    disputes: number;
    settled: number;
    median_ship: number | null;
    reviews: number;
    stars: number;
  }>(
    `select count(*) filter (where state in ('Released', 'Split'))::int as done,
       count(*) filter (where closed_at_sec is null)::int as open,
       count(*) filter (where state = 'Refunded')::int as refunded,
       count(*) filter (where opener is not null)::int as disputes,
       count(*) filter (where opener is not null or closed_at_sec is not null)::int as settled,
       percentile_disc(0.5) within group (order by shipped_at_sec - funded_at_sec)
         filter (where shipped_at_sec is not null)::float8 as median_ship,
       count(r.stars)::int as reviews, coalesce(sum(r.stars), 0)::int as stars
     from shop_order o left join review r on r.order_id = o.id and o.state = 'Released' where o.seller = $1`,
    [seller],
  );
  const settled = row?.settled ?? 0;
  return {
    ordersDone: row?.done ?? 0,
    ordersOpen: row?.open ?? 0,
    ordersRefunded: row?.refunded ?? 0,
    disputes: row?.disputes ?? 0,
    disputeRateBps: settled === 0 ? null : Math.round(((row?.disputes ?? 0) * 10_000) / settled),
    medianShipSec: row?.median_ship ?? null,
    rating: toRating(row?.reviews ?? 0, row?.stars ?? 0),
  };
}
