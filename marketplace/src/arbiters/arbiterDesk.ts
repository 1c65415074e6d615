// An arbiter's desk: the disputes that name him and those he was drawn for, and what he has earned.

import type { ArbiterCase, CasePage, CasesQuery } from "../api/schema/arbiterDesk.ts";
import type { ArbiterSummary } from "../api/schema/arbiters.ts";
import type { Store } from "../database/store.ts";
import { decodeCursor, encodeCursor, pageFrom } from "../http/cursor.ts";
import { toOrderCards } from "../orders/listOrders.ts";
import { cardColumns, type OrderCardRow, secOrNull } from "../orders/orderRows.ts";
import { readArbiters } from "./readArbiters.ts";

type CaseRow = OrderCardRow & {
  disputed_at_sec: bigint;
  documents: number;
  messages: number;
  sort_key: bigint;
  ruled_by_me: boolean;
};

/** Far after any deadline: cases that wait for the other side's answer come last. */
const NO_DEADLINE = 9_999_999_999n;

export async function listCases(store: Store, arbiter: string, query: CasesQuery): Promise<CasePage> {
  const isOpen = query.state === "open";
  const list = `cases:${query.state}`;
  const after = decodeCursor(list, 2, query.cursor);
  const key = isOpen
    ? `(case when o.state = 'Disputed' then ${NO_DEADLINE} else coalesce(o.deadline_sec, ${NO_DEADLINE}) end)`
    : "-o.closed_at_sec";
  const rows = await store.database.query<CaseRow>(
    `select * from (select ${cardColumns("$1")}, ${key}::bigint as sort_key,
       (select count(*)::int from order_event e where e.order_id = o.id
          and e.event in ('OrderDisputed', 'EvidenceAdded') and e.document_hash is not null) as documents,
       (select count(*)::int from message g where g.order_id = o.id and (g.envelope->'wraps' @> $4::jsonb or exists (
          select 1 from share s where s.target = g.id::text and s.reader = $1))) as messages,
       exists (select 1 from order_event e
          where e.order_id = o.id and e.event = 'OrderRuled' and e.by_address = $1) as ruled_by_me
     from shop_order o where o.opener is not null and (o.arbiter = $1 or o.fallback_arbiter = $1)
       and (o.closed_at_sec is null) = ${isOpen}) found
     where $2::bigint is null or (sort_key, id) > ($2::bigint, $3::numeric)
     order by sort_key, id limit ${query.limit + 1}`,
    [arbiter, after?.[0] ?? null, after?.[1] ?? null, JSON.stringify([{ to: arbiter }])],
  );
  const page = pageFrom(rows, query.limit, {
    item: (row) => row,
    cursor: (row) => encodeCursor(list, [row.sort_key, row.id]),
  });
  const cards = await toOrderCards(store, page.data, arbiter);
  const data = page.data.flatMap((row, index): ArbiterCase[] => {
    const order = cards[index];
    if (!order) return [];
    const isFallback = row.fallback_arbiter === arbiter;
    return [
      {
        order,
        seat: isFallback ? "fallback" : "named",
        openedAtSec: Number(row.disputed_at_sec),
        deadlineSec: row.state === "Disputed" ? null : secOrNull(row.deadline_sec),
        feeAtto: String(row.arbiter_fee_atto),
        documents: row.documents,
        messages: row.messages,
        canRule: row.state === (isFallback ? "Fallback" : "Ruling"),
        buyerBps: row.buyer_bps,
        isRuledByMe: row.ruled_by_me,
      },
    ];
  });
  return { data, nextCursor: page.nextCursor };
}

export async function arbiterSummary(store: Store, address: string): Promise<ArbiterSummary> {
  const [arbiter] = await readArbiters(store, [address]);
  const money = (sql: string) =>
    store.database.query<{ currency: `0x${string}`; amount: bigint }>(sql, [address]);
  const fees = await money(
    `select o.currency, sum(o.arbiter_fee_atto) as amount from order_event e join shop_order o on o.id = e.order_id
     where e.event = 'OrderRuled' and e.by_address = $1 group by 1 order by 1`,
  );
  const credits = await money(
    "select currency, amount_atto as amount from credit where account = $1 and amount_atto > 0 order by 1",
  );
  const toMoney = (row: { currency: `0x${string}`; amount: bigint }) => ({
    currency: row.currency,
    amountAtto: String(row.amount),
  });
  return {
    arbiter: arbiter ?? null,
    openCases: arbiter?.openCases ?? 0,
    feesEarned: fees.map(toMoney),
    withdrawable: credits.map(toMoney),
  };
}
