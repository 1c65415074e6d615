// An order's row and the parts every view of it shares: lines as they were when bought, the clock that runs, whose
// turn it is.

import type { OrderState } from "../api/schema/orderActions.ts";
import type { Order, OrderCard, OrderLine } from "../api/schema/orders.ts";
import { pictureOf, toCount } from "../catalogue/listingRows.ts";
import type { Store } from "../database/store.ts";
import type { AccountNames } from "../sellers/accountNames.ts";

export type OrderRow = {
  id: bigint;
  buyer: string;
  seller: string;
  currency: string;
  arbiter: string;
  fallback_arbiter: string | null;
  state: OrderState;
  amount_atto: bigint;
  discount_atto: bigint;
  reward_amount_atto: bigint;
  fee_bps: number;
  earn_bps: number;
  arbiter_fee_bps: number;
  buyer_bps: number | null;
  funded_at_sec: bigint;
  ship_deadline_sec: bigint;
  shipped_at_sec: bigint | null;
  release_sec: bigint;
  release_at_sec: bigint | null;
  deadline_sec: bigint | null;
  closed_at_sec: bigint | null;
  opener: string | null;
  bond_atto: bigint;
  arbiter_fee_atto: bigint;
  buyer_amount_atto: bigint | null;
  seller_amount_atto: bigint | null;
  fee_atto: bigint | null;
  note_hash: string | null;
  payment_key: string | null;
  payment_id: string | null;
  payer: string | null;
  pledged_atto: bigint;
  vested_atto: bigint | null;
  returned_atto: bigint | null;
  is_reward_deferred: boolean;
  transaction_hash: string;
  block_number: bigint;
};

/** `$viewer` is the number of the parameter that holds the viewer's address ('' for a visitor). */
export function attentionSql(viewer: string): string {
  const otherOffer = `exists (select 1 from offer f where f.order_id = o.id and f.by_address <> ${viewer})`;
  return `(o.closed_at_sec is null and (
    (o.seller = ${viewer} and (o.state = 'Funded' or (o.state = 'Disputed' and o.opener <> ${viewer}) or ${otherOffer}))
    or (o.buyer = ${viewer} and (o.state = 'Shipped' or ${otherOffer}))
    or (o.arbiter = ${viewer} and o.state = 'Ruling')
    or (o.fallback_arbiter = ${viewer} and o.state = 'Fallback')))`;
}

export function unreadSql(viewer: string): string {
  return `(select count(*)::int from message g where g.order_id = o.id and g.from_address <> ${viewer}
    and ${viewer} in (o.buyer, o.seller)
    and g.id > coalesce((select w.message_id from message_read w where w.order_id = o.id and w.account = ${viewer}), 0))`;
}

export type OrderCardRow = OrderRow & { needs_attention: boolean; unread: number };

export function cardColumns(viewer: string): string {
  return `o.*, ${attentionSql(viewer)} as needs_attention, ${unreadSql(viewer)} as unread`;
}

export function toOrderCard(
  row: OrderCardRow,
  parts: { lines: readonly OrderLine[]; names: AccountNames; viewer: string | null },
): OrderCard {
  const { names } = parts;
  return {
    id: String(row.id),
    state: row.state,
    buyer: party(row.buyer, names),
    seller: party(row.seller, names),
    currency: row.currency as `0x${string}`,
    amountAtto: String(row.amount_atto),
    discountAtto: String(row.discount_atto),
    lines: [...parts.lines],
    fundedAtSec: Number(row.funded_at_sec),
    nextDeadlineSec: nextDeadlineSec(row),
    closedAtSec: secOrNull(row.closed_at_sec),
    role: roleIn(row, parts.viewer),
    needsAttention: row.needs_attention,
    unreadMessages: row.unread,
  };
}

export function party(address: string, names: AccountNames): OrderCard["buyer"] {
  return { address: address as `0x${string}`, name: names(address) };
}

export function secOrNull(sec: bigint | null): number | null {
  return sec === null ? null : Number(sec);
}

export function nextDeadlineSec(row: OrderRow): number | null {
  if (row.closed_at_sec !== null) return null;
  if (row.state === "Funded") return Number(row.ship_deadline_sec);
  if (row.state === "Shipped") return secOrNull(row.release_at_sec);
  return secOrNull(row.deadline_sec);
}

function roleIn(row: OrderRow, viewer: string | null): Order["role"] {
  if (viewer === null) return null;
  if (viewer === row.buyer) return "buyer";
  if (viewer === row.seller) return "seller";
  return viewer === row.arbiter || viewer === row.fallback_arbiter ? "arbiter" : null;
}

type LineRow = {
  order_id: bigint;
  listing_id: bigint;
  quantity: bigint;
  unit_price_atto: bigint;
  title: string | null;
  picture_hash: string | null;
  picture_width: number | null;
  picture_height: number | null;
  picture_color: string | null;
};

/** Lines of many orders at once, by order id. */
export async function orderLines(
  store: Store,
  orderIds: readonly bigint[],
): Promise<Map<string, OrderLine[]>> {
  const lines = new Map<string, OrderLine[]>(orderIds.map((id) => [String(id), []]));
  if (orderIds.length === 0) return lines;
  const rows = await store.database.query<LineRow>(
    `select ol.order_id, ol.listing_id, ol.quantity, ol.unit_price_atto, d.title, m.hash as picture_hash,
       m.width as picture_width, m.height as picture_height, m.color as picture_color
     from order_line ol left join document d on d.hash = ol.content_hash and d.kind = 'listing'
     left join media m on m.hash = d.body->'pictures'->>0
     where ol.order_id = any($1::numeric[]) order by ol.order_id, ol.line_index`,
    [orderIds.map(String)],
  );
  for (const row of rows) {
    lines.get(String(row.order_id))?.push({
      listingId: String(row.listing_id),
      title: row.title ?? `#${row.listing_id}`,
      picture: pictureOf(row),
      quantity: toCount(row.quantity),
      unitPriceAtto: String(row.unit_price_atto),
    });
  }
  return lines;
}
