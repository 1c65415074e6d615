// The seller centre's first page: sales by day, money by currency, what waits to be done.
import { ZERO_ADDRESS } from "../api/schema/primitives.ts";
import type { SalesPoint, SellerSummary, Todo } from "../api/schema/seller.ts";
import type { Store } from "../database/store.ts";
import { unreadSql } from "../orders/orderRows.ts";
import { type ProgramSymbols, readSeller } from "./readSeller.ts";

const DAY_SEC = 24 * 3600;
const LOW_STOCK = 3;
const MAX_TODO = 100;

type Address = `0x${string}`;
type Options = { address: string; nowSec: number; days: number; symbols: ProgramSymbols };

export async function readSellerSummary(store: Store, options: Options): Promise<SellerSummary> {
  const { address } = options;
  const states = await store.database.query<{ state: string; count: number }>(
    "select state, count(*)::int as count from shop_order where seller = $1 group by state order by state",
    [address],
  );
  return {
    seller: await readSeller(store, options),
    sales: await readSales(store, options),
    totals: await readTotals(store, address),
    ordersByState: states,
    todo: await readTodo(store, options),
  };
}

async function readSales(store: Store, { address, nowSec, days }: Options): Promise<SalesPoint[]> {
  const firstDay = Math.floor(nowSec / DAY_SEC) - days + 1;
  const rows = await store.database.query<{ day: bigint; currency: Address; orders: number; amount: bigint }>(
    `select funded_at_sec / ${DAY_SEC} as day, currency, count(*)::int as orders, sum(amount_atto) as amount
     from shop_order where seller = $1 and funded_at_sec >= $2::bigint group by 1, 2 order by 1, 2`,
    [address, firstDay * DAY_SEC],
  );
  return rows.map((row) => ({
    daySec: Number(row.day) * DAY_SEC,
    currency: row.currency,
    orders: row.orders,
    amountAtto: String(row.amount),
  }));
}

async function readTotals(store: Store, address: string): Promise<SellerSummary["totals"]> {
  const rows = await store.database.query<{
    currency: Address;
    orders: number;
    sold: bigint;
    escrowed: bigint;
    fees: bigint;
    withdrawable: bigint;
  }>(
    `select currency, sum(orders)::int as orders, sum(sold) as sold, sum(escrowed) as escrowed, sum(fees) as fees,
       sum(withdrawable) as withdrawable from (
       select currency, count(*) as orders, sum(amount_atto) as sold,
         coalesce(sum(amount_atto) filter (where closed_at_sec is null), 0) as escrowed,
         coalesce(sum(fee_atto), 0) as fees, 0 as withdrawable from shop_order where seller = $1 group by 1
       union all
       select c.currency, 0, 0, 0, 0, sum(c.amount_atto) from credit c
         where c.account = $1 or c.account = (select payout from merchant where address = $1) group by 1) parts
     group by currency order by currency`,
    [address],
  );
  return rows.map((row) => ({
    currency: row.currency,
    orders: row.orders,
    soldAtto: String(row.sold),
    inEscrowAtto: String(row.escrowed),
    withdrawableAtto: String(row.withdrawable),
    feesPaidAtto: String(row.fees),
  }));
}

type TodoRow = {
  kind: Todo["kind"];
  order_id: bigint | null;
  listing_id: bigint | null;
  subject: string | null;
  deadline: bigint | null;
  currency: Address | null;
  amount: bigint | null;
};

const FIRST_TITLE = `(select d.title from order_line ol join document d on d.hash = ol.content_hash
  where ol.order_id = o.id order by ol.line_index limit 1)`;

function orderTodo(kind: Todo["kind"], deadline: string, condition: string): string {
  return `select '${kind}' as kind, o.id as order_id, null::numeric as listing_id, ${FIRST_TITLE} as subject,
    ${deadline}::bigint as deadline, o.currency, o.amount_atto as amount
    from shop_order o where o.seller = $1 and ${condition}`;
}

/** Most urgent first: what has a deadline by deadline, then the rest. */
async function readTodo(store: Store, { address, nowSec }: Options): Promise<Todo[]> {
  const offered = "exists (select 1 from offer f where f.order_id = o.id and f.by_address <> $1)";
  const parts = [
    `select 'register' as kind, null::numeric as order_id, null::numeric as listing_id, null as subject,
       null::bigint as deadline, null as currency, null::numeric as amount
       where not exists (select 1 from merchant where address = $1)`,
    `select 'publishKey', null::numeric, null::numeric, null, null::bigint, null, null::numeric
       where not exists (select 1 from message_key where account = $1)`,
    orderTodo("ship", "o.ship_deadline_sec", "o.state = 'Funded' and o.ship_deadline_sec >= $2::bigint"),
    orderTodo(
      "answer",
      "o.deadline_sec",
      "o.state = 'Disputed' and o.opener <> $1 and o.deadline_sec >= $2::bigint",
    ),
    orderTodo("evidence", "o.deadline_sec", "o.state in ('Ruling', 'Fallback')"),
    orderTodo("offer", "null", `o.closed_at_sec is null and ${offered}`),
    orderTodo("message", "null", `${unreadSql("$1")} > 0`),
    `select 'lowStock', null::numeric, l.id, d.title, null::bigint, null, l.stock from listing l
       join document d on d.hash = l.content_hash and d.kind = 'listing'
       where l.seller = $1 and not l.is_paused and l.stock < ${LOW_STOCK}`,
    `select 'withdraw', null::numeric, null::numeric, null, null::bigint, c.currency, c.amount_atto from credit c
       where c.amount_atto > 0 and (c.account = $1 or c.account = (select payout from merchant where address = $1))`,
  ];
  const rows = await store.database.query<TodoRow>(
    `select * from (${parts.join(" union all ")}) todo
     order by kind not in ('register', 'publishKey'), deadline nulls last, order_id, listing_id limit ${MAX_TODO}`,
    [address, nowSec],
  );
  return rows.map((row) => ({
    kind: row.kind,
    orderId: row.order_id === null ? null : String(row.order_id),
    listingId: row.listing_id === null ? null : String(row.listing_id),
    subject: row.subject,
    deadlineSec: row.deadline === null ? null : Number(row.deadline),
    money:
      row.amount === null || row.kind === "lowStock"
        ? null
        : { currency: row.currency ?? ZERO_ADDRESS, amountAtto: String(row.amount) },
  }));
}
