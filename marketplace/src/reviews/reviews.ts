// Reviews: one for each released order, by its buyer. A review is shown only while its order is released on the chain.
import { toDecimal } from "@cybermiles/chain/database/money";
import type { PageQuery } from "../api/schema/paging.ts";
import type { NewReview, Review, ReviewPage } from "../api/schema/reviews.ts";
import type { Store } from "../database/store.ts";
import { ApiError } from "../http/apiError.ts";
import { decodeCursor, encodeCursor, pageFrom } from "../http/cursor.ts";
import { partiesOf } from "../orders/orderAccess.ts";
import { accountNames } from "../sellers/accountNames.ts";

export async function addReview(
  store: Store,
  options: { orderId: string; author: string; review: NewReview; nowSec: number },
): Promise<void> {
  const { orderId, author, review, nowSec } = options;
  const order = await partiesOf(store, orderId);
  if (author !== order.buyer) throw new ApiError("not_the_buyer", "Only the buyer reviews an order.");
  if (order.state !== "Released") {
    throw new ApiError("order_not_released", `Order ${orderId} is ${order.state}, expected Released.`);
  }
  const { rowCount } = await store.database.execute(
    `insert into review (order_id, buyer, seller, stars, text, created_at_sec) values ($1, $2, $3, $4, $5, $6)
     on conflict (order_id) do nothing`,
    [toDecimal(order.id), order.buyer, order.seller, review.stars, review.text, nowSec],
  );
  if (rowCount === 0) throw new ApiError("already_reviewed", `Order ${orderId} has its review.`);
}

type ReviewRow = {
  order_id: bigint;
  stars: number;
  text: string;
  buyer: `0x${string}`;
  seller: `0x${string}`;
  created_at_sec: bigint;
  listings: { id: string; title: string }[] | null;
};

const ABOUT_SQL = {
  listing: "exists (select 1 from order_line x where x.order_id = r.order_id and x.listing_id = $1)",
  seller: "r.seller = $1",
} as const;

/** Newest first. */
export async function listReviews(
  store: Store,
  options: { about: keyof typeof ABOUT_SQL; id: string; query: PageQuery },
): Promise<ReviewPage> {
  const { about, id, query } = options;
  const after = decodeCursor("reviews", 2, query.cursor);
  const rows = await store.database.query<ReviewRow>(
    `select r.*, (
       select jsonb_agg(distinct jsonb_build_object('id', ol.listing_id::text, 'title', coalesce(d.title, '')))
       from order_line ol left join document d on d.hash = ol.content_hash where ol.order_id = r.order_id) as listings
     from review r join shop_order o on o.id = r.order_id and o.state = 'Released'
     where ${ABOUT_SQL[about]}
       and ($2::bigint is null or (r.created_at_sec, r.order_id) < ($2::bigint, $3::numeric))
     order by r.created_at_sec desc, r.order_id desc limit ${query.limit + 1}`,
    [id, after?.[0] ?? null, after?.[1] ?? null],
  );
  const names = await accountNames(
    store,
    rows.map((row) => row.buyer),
  );
  return pageFrom(rows, query.limit, {
    item: (row): Review => ({
      orderId: String(row.order_id),
      stars: row.stars,
      text: row.text,
      buyer: { address: row.buyer, name: names(row.buyer) },
      seller: row.seller,
      listings: row.listings ?? [],
      createdAtSec: Number(row.created_at_sec),
    }),
    cursor: (row) => encodeCursor("reviews", [row.created_at_sec, row.order_id]),
  });
}
