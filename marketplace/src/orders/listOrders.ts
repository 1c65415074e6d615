// The orders of an account in one of its roles, newest first.
import { isOpenState, ORDER_STATES } from "../api/schema/orderActions.ts";
import type { OrderCard, OrderPage, OrdersQuery } from "../api/schema/orders.ts";
import { searchTerms } from "../catalogue/searchTerms.ts";
import type { Store } from "../database/store.ts";
import { decodeCursor, encodeCursor, pageFrom } from "../http/cursor.ts";
import { accountNames } from "../sellers/accountNames.ts";
import { attentionSql, cardColumns, type OrderCardRow, orderLines, toOrderCard } from "./orderRows.ts";

const ROLE_SQL = {
  buyer: "o.buyer = $1",
  seller: "o.seller = $1",
  arbiter: "(o.opener is not null and (o.arbiter = $1 or o.fallback_arbiter = $1))",
} as const;

export async function listOrders(store: Store, viewer: string, query: OrdersQuery): Promise<OrderPage> {
  const parameters: unknown[] = [viewer];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const conditions: string[] = [ROLE_SQL[query.role]];
  if (query.state) conditions.push(`o.state = any(${bind(statesOf(query.state))})`);
  if (query.attention) conditions.push(attentionSql("$1"));
  const terms = searchTerms(query.q);
  if (terms) conditions.push(matchSql(bind(terms.plain.replace(/^#/, "")), bind(terms.pattern)));
  const after = decodeCursor("orders", 1, query.cursor);
  if (after) conditions.push(`o.id < ${bind(after[0])}::numeric`);
  const rows = await store.database.query<OrderCardRow>(
    `select ${cardColumns("$1")} from shop_order o where ${conditions.join(" and ")}
     order by o.id desc limit ${query.limit + 1}`,
    parameters,
  );
  const page = pageFrom(rows, query.limit, {
    item: (row) => row,
    cursor: (row) => encodeCursor("orders", [row.id]),
  });
  return { data: await toOrderCards(store, page.data, viewer), nextCursor: page.nextCursor };
}

function statesOf(state: NonNullable<OrdersQuery["state"]>): readonly string[] {
  if (state === "open") return ORDER_STATES.filter(isOpenState);
  if (state === "closed") return ORDER_STATES.filter((one) => !isOpenState(one));
  return [state];
}

/** By order number, counterparty address or product title. */
function matchSql(plain: string, pattern: string): string {
  return `(o.id::text = ${plain} or ${plain} in (o.buyer, o.seller) or exists (
    select 1 from order_line ol join document d on d.hash = ol.content_hash
    where ol.order_id = o.id and lower(d.title) like ${pattern}))`;
}

export async function toOrderCards(
  store: Store,
  rows: readonly OrderCardRow[],
  viewer: string | null,
): Promise<OrderCard[]> {
  const lines = await orderLines(
    store,
    rows.map((row) => row.id),
  );
  const names = await accountNames(
    store,
    rows.flatMap((row) => [row.buyer, row.seller]),
  );
  return rows.map((row) => toOrderCard(row, { lines: lines.get(String(row.id)) ?? [], names, viewer }));
}

export async function ordersOfTransaction(
  store: Store,
  hash: string,
  viewer: string | null,
): Promise<OrderCard[]> {
  const rows = await store.database.query<OrderCardRow>(
    `select ${cardColumns("$1")} from shop_order o where o.transaction_hash = $2 order by o.id`,
    [viewer ?? "", hash],
  );
  return toOrderCards(store, rows, viewer);
}
