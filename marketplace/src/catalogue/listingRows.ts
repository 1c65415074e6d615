// The join behind every card: a listing of the chain, its content document, its first picture, its seller's name,
// its reward rate and its stars. A listing whose document was never stored cannot be shown and is left out.
// Stars count only where the order is (still) released on the chain, so a reorg cannot leave a stray review.
import type { Category } from "../api/schema/categories.ts";
import type { ListingDocument } from "../api/schema/contents.ts";
import type { ListingCard } from "../api/schema/listings.ts";

export const LISTING_JOIN = `
  listing l
  join document d on d.hash = l.content_hash and d.kind = 'listing'
  left join media m on m.hash = d.body->'pictures'->>0
  left join merchant sm on sm.address = l.seller
  left join document sd on sd.hash = sm.profile_hash and sd.kind = 'merchant'
  left join program p on p.merchant = l.seller and p.currency = l.currency
  left join (
    select lines.listing_id, count(*)::int as reviews, sum(r.stars)::int as stars
    from review r
    join shop_order o on o.id = r.order_id and o.state = 'Released'
    join (select distinct order_id, listing_id from order_line) lines on lines.order_id = r.order_id
    group by lines.listing_id
  ) rating on rating.listing_id = l.id`;

export const LISTING_COLUMNS = `
  l.id, l.seller, l.currency, l.arbiter, l.ship_by_sec, l.release_sec, l.price_atto, l.content_hash, l.stock, l.sold,
  l.is_paused, l.created_at_sec, l.transaction_hash, d.body, sd.title as seller_name,
  coalesce(p.earn_bps, 0) as earn_bps, m.hash as picture_hash, m.width as picture_width, m.height as picture_height,
  m.color as picture_color, coalesce(rating.reviews, 0) as reviews, coalesce(rating.stars, 0) as stars`;

export type ListingRow = {
  id: bigint;
  seller: string;
  currency: string;
  arbiter: string;
  ship_by_sec: bigint;
  release_sec: bigint;
  price_atto: bigint;
  content_hash: string;
  stock: bigint;
  sold: bigint;
  is_paused: boolean;
  created_at_sec: bigint;
  transaction_hash: string;
  body: ListingDocument;
  seller_name: string | null;
  earn_bps: number;
  picture_hash: string | null;
  picture_width: number | null;
  picture_height: number | null;
  picture_color: string | null;
  reviews: number;
  stars: number;
};

export function toCard(row: ListingRow): ListingCard {
  return {
    id: String(row.id),
    title: row.body.title,
    category: row.body.category as Category,
    country: row.body.country,
    picture: pictureOf(row),
    currency: row.currency as `0x${string}`,
    priceAtto: String(row.price_atto),
    priceBasis: row.body.priceBasis,
    stock: toCount(row.stock),
    sold: toCount(row.sold),
    isPaused: row.is_paused,
    seller: { address: row.seller as `0x${string}`, name: row.seller_name },
    rating: toRating(row.reviews, row.stars),
    rewardBps: row.earn_bps,
    createdAtSec: Number(row.created_at_sec),
  };
}

type PictureColumns = Pick<ListingRow, "picture_hash" | "picture_width" | "picture_height" | "picture_color">;

export function pictureOf(row: PictureColumns): ListingCard["picture"] {
  if (row.picture_hash === null) return null;
  return {
    hash: row.picture_hash,
    width: row.picture_width ?? 0,
    height: row.picture_height ?? 0,
    color: row.picture_color ?? "#eeeeee",
  };
}

export function toRating(reviews: number, stars: number): ListingCard["rating"] {
  return { averageMilli: reviews === 0 ? null : Math.round((stars * 1000) / reviews), count: reviews };
}

/** Pieces fit 64 bits on the chain; no screen needs to tell numbers above 2^53 apart. */
export function toCount(pieces: bigint): number {
  return Number(pieces > BigInt(Number.MAX_SAFE_INTEGER) ? BigInt(Number.MAX_SAFE_INTEGER) : pieces);
}
