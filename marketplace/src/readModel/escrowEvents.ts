// Events of Escrow: the order's row, its timeline, standing offers, and the ledger of credits and withdrawals.
import type { OrderState } from "../api/schema/orderActions.ts";
import { type BlockContext, type EventOf, type LogPlace, lower, lowerOrNull } from "./context.ts";

type EscrowEvent = EventOf<"escrow">;

/** IEscrow.State by number. */
const STATES = [
  "None",
  "Funded",
  "Shipped",
  "Disputed",
  "Ruling",
  "Fallback",
  "Released",
  "Refunded",
  "Split",
] as const;

export async function applyEscrowEvent(context: BlockContext, event: EscrowEvent): Promise<void> {
  const { sql, atSec } = context;
  switch (event.eventName) {
    case "OrderFunded":
      return openOrder(context, event);
    case "OrderShipped": {
      const { orderId, trackingHash, releaseAtSec } = event.args;
      const [order] = await sql.query<{ seller: string }>(
        `update shop_order set state = 'Shipped', shipped_at_sec = $2, release_at_sec = $3 where id = $1
         returning seller`,
        [orderId, atSec, releaseAtSec],
      );
      const documentHash = lowerOrNull(trackingHash);
      return record(context, event, { orderId, by: order?.seller ?? null, documentHash, state: "Shipped" });
    }
    case "OrderDisputed": {
      const { orderId, opener, reasonHash, bond, arbiterFee, answerDeadlineSec } = event.args;
      await sql.execute(
        `update shop_order set state = 'Disputed', opener = $2, bond_atto = $3, arbiter_fee_atto = $4,
           deadline_sec = $5, disputed_at_sec = $6 where id = $1`,
        [orderId, lower(opener), bond, arbiterFee, answerDeadlineSec, atSec],
      );
      const documentHash = lowerOrNull(reasonHash);
      return record(context, event, { orderId, by: lower(opener), documentHash, state: "Disputed" });
    }
    case "DisputeAnswered": {
      const { orderId, by, rulingDeadlineSec } = event.args;
      await sql.execute("update shop_order set state = 'Ruling', deadline_sec = $2 where id = $1", [
        orderId,
        rulingDeadlineSec,
      ]);
      return record(context, event, { orderId, by: lower(by), state: "Ruling" });
    }
    case "EvidenceAdded": {
      const { orderId, by, evidenceHash } = event.args;
      return record(context, event, { orderId, by: lower(by), documentHash: lowerOrNull(evidenceHash) });
    }
    case "OfferMade": {
      const { orderId, by, buyerBps } = event.args;
      await sql.execute(
        `insert into offer (order_id, by_address, buyer_bps, at_sec) values ($1, $2, $3, $4)
         on conflict (order_id, by_address) do update set buyer_bps = excluded.buyer_bps, at_sec = excluded.at_sec`,
        [orderId, lower(by), buyerBps, atSec],
      );
      return record(context, event, { orderId, by: lower(by), buyerBps });
    }
    case "OfferWithdrawn": {
      const { orderId, by } = event.args;
      await sql.execute("delete from offer where order_id = $1 and by_address = $2", [orderId, lower(by)]);
      return record(context, event, { orderId, by: lower(by) });
    }
    case "DisputeEscalated": {
      const { orderId, missedBy, fallbackArbiter, rulingDeadlineSec } = event.args;
      await sql.execute(
        "update shop_order set state = 'Fallback', fallback_arbiter = $2, deadline_sec = $3 where id = $1",
        [orderId, lowerOrNull(fallbackArbiter), rulingDeadlineSec],
      );
      return record(context, event, { orderId, by: lowerOrNull(missedBy), state: "Fallback" });
    }
    case "OrderRuled": {
      const { orderId, by, buyerBps, reasonHash } = event.args;
      return record(context, event, {
        orderId,
        by: lower(by),
        buyerBps,
        documentHash: lowerOrNull(reasonHash),
      });
    }
    case "OrderClosed":
      return closeOrder(context, event);
    case "RewardsDeferred": {
      const { orderId } = event.args;
      await sql.execute("update shop_order set is_reward_deferred = true where id = $1", [orderId]);
      return record(context, event, { orderId });
    }
    case "Credited":
    case "Withdrawn":
      return book(context, event);
    case "FeeChanged":
      await sql.execute(
        `insert into platform (id, fee_bps) values (1, $1) on conflict (id) do update set fee_bps = excluded.fee_bps`,
        [event.args.feeBps],
      );
  }
}

type Funded = Extract<EscrowEvent, { eventName: "OrderFunded" }>;

/** What the event does not carry is what the contract reads at that moment: arbiter fee, earn rate and bond floor. */
async function openOrder(context: BlockContext, event: Funded): Promise<void> {
  const { orderId, buyer, seller, currency, amount, arbiter, shipDeadlineSec, releaseSec, feeBps } =
    event.args;
  await context.sql.execute(
    `insert into shop_order (id, buyer, seller, currency, arbiter, state, amount_atto, discount_atto,
       reward_amount_atto, fee_bps, earn_bps, arbiter_fee_bps, funded_at_sec, ship_deadline_sec, release_sec, bond_atto,
       arbiter_fee_atto, pledged_atto, is_reward_deferred, transaction_hash, block_number)
     select $1, $2, $3, $4::text, $5::text, 'Funded', $6::numeric, 0, 0, $7,
       coalesce((select earn_bps from program where merchant = $3), 0), coalesce(a.fee_bps, 0), $8, $9, $10,
       greatest(div($6::numeric * 500 + 9999, 10000), coalesce((select bond_floor_atto from currency where address = $4::text), 0)),
       div($6::numeric * coalesce(a.fee_bps, 0), 10000), 0, false, $11, $12
     from (select 1) one left join arbiter a on a.address = $5::text`,
    [
      orderId,
      lower(buyer),
      lower(seller),
      lower(currency),
      lower(arbiter),
      amount,
      feeBps,
      context.atSec,
      shipDeadlineSec,
      releaseSec,
      event.place.transactionHash,
      context.blockNumber,
    ],
  );
  await record(context, event, { orderId, by: lower(buyer), state: "Funded" });
}

type Closed = Extract<EscrowEvent, { eventName: "OrderClosed" }>;

async function closeOrder(context: BlockContext, event: Closed): Promise<void> {
  const { orderId, state, buyerAmount, sellerAmount, fee } = event.args;
  const name = STATES[state] as OrderState;
  const [order] = await context.sql.query<{ buyer_bps: number }>(
    `update shop_order set state = $2, closed_at_sec = $3, buyer_amount_atto = $4::numeric, seller_amount_atto = $5,
       fee_atto = $6, deadline_sec = null,
       buyer_bps = case when $2 = 'Released' then 0 when $2 = 'Refunded' then 10000
         else div($4::numeric * 10000 + amount_atto - 1, amount_atto)::int end
     where id = $1 returning buyer_bps`,
    [orderId, name, context.atSec, buyerAmount, sellerAmount, fee],
  );
  await context.sql.execute("delete from offer where order_id = $1", [orderId]);
  const by = context.senderOf(event.place.transactionHash);
  await record(context, event, { orderId, by, state: name, buyerBps: order?.buyer_bps ?? null });
}

type Booking = Extract<EscrowEvent, { eventName: "Credited" | "Withdrawn" }>;

async function book(context: BlockContext, event: Booking): Promise<void> {
  const { account, currency, amount } = event.args;
  const isCredit = event.eventName === "Credited";
  await context.sql.execute(
    `insert into credit (account, currency, amount_atto) values ($1, $2, $3)
     on conflict (account, currency) do update set amount_atto = credit.amount_atto + excluded.amount_atto`,
    [lower(account), lower(currency), isCredit ? amount : -amount],
  );
  await context.sql.execute(
    `insert into ledger_entry (block_number, log_index, kind, account, currency, amount_atto, order_id, to_address,
       at_sec, transaction_hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      context.blockNumber,
      event.place.logIndex,
      isCredit ? "credit" : "withdrawal",
      lower(account),
      lower(currency),
      amount,
      isCredit ? event.args.orderId : null,
      isCredit ? null : lower(event.args.to),
      context.atSec,
      event.place.transactionHash,
    ],
  );
}

type Entry = {
  orderId: bigint;
  by?: string | null;
  buyerBps?: number | null;
  documentHash?: string | null;
  state?: OrderState;
};

/** One line of the order's timeline. */
export async function record(
  context: BlockContext,
  event: { eventName: string; place: LogPlace },
  entry: Entry,
): Promise<void> {
  await context.sql.execute(
    `insert into order_event (block_number, log_index, order_id, event, at_sec, transaction_hash, by_address, buyer_bps,
       document_hash, state) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      context.blockNumber,
      event.place.logIndex,
      entry.orderId,
      event.eventName,
      context.atSec,
      event.place.transactionHash,
      entry.by ?? null,
      entry.buyerBps ?? null,
      entry.documentHash ?? null,
      entry.state ?? null,
    ],
  );
}
