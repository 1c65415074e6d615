// Events of Listings, MerchantRegistry, Profiles, CurrencyList and Checkout.
import { type BlockContext, type EventOf, lower } from "./context.ts";

type CommerceEvent = EventOf<"listings" | "merchantRegistry" | "profiles" | "currencyList" | "checkout">;

export async function applyCommerceEvent(context: BlockContext, event: CommerceEvent): Promise<void> {
  if (event.contract === "listings") return applyListingEvent(context, event);
  if (event.contract === "checkout") return applyCheckoutEvent(context, event);
  if (event.contract === "merchantRegistry") return applyMerchantEvent(context, event);
  if (event.contract === "currencyList") return applyCurrencyEvent(context, event);
  if (event.eventName !== "MessageKeyPublished") return;
  await context.sql.execute(
    `insert into message_key (account, message_key) values ($1, $2)
     on conflict (account) do update set message_key = excluded.message_key`,
    [lower(event.args.account), event.args.messageKey],
  );
}

async function applyListingEvent({ sql, atSec }: BlockContext, event: EventOf<"listings">): Promise<void> {
  const id = event.args.listingId;
  switch (event.eventName) {
    case "ListingCreated": {
      const { terms, seller, stock } = event.args;
      await sql.execute(
        `insert into listing (id, seller, currency, arbiter, ship_by_sec, release_sec, price_atto, content_hash,
           stock, sold, is_paused, created_at_sec, transaction_hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, false, $10, $11)`,
        [id, lower(seller), ...termsColumns(terms), stock, atSec, event.place.transactionHash],
      );
      return;
    }
    case "ListingUpdated":
      await sql.execute(
        `update listing set currency = $2, arbiter = $3, ship_by_sec = $4, release_sec = $5, price_atto = $6,
           content_hash = $7 where id = $1`,
        [id, ...termsColumns(event.args.terms)],
      );
      return;
    case "ListingRestocked":
      await sql.execute("update listing set stock = $2 where id = $1", [id, event.args.stock]);
      return;
    case "StockTaken":
      await sql.execute("update listing set stock = $2, sold = sold + $3 where id = $1", [
        id,
        event.args.stockLeft,
        event.args.quantity,
      ]);
      return;
    case "ListingPaused":
    case "ListingResumed":
      await sql.execute("update listing set is_paused = $2 where id = $1", [
        id,
        event.eventName === "ListingPaused",
      ]);
  }
}

type Terms = Extract<EventOf<"listings">, { eventName: "ListingCreated" }>["args"]["terms"];

function termsColumns(terms: Terms): unknown[] {
  return [
    lower(terms.currency),
    lower(terms.arbiter),
    terms.shipBySec,
    terms.releaseSec,
    terms.price,
    terms.contentHash,
  ];
}

/** OrderFunded came first in the same transaction, so the order's row is there. */
async function applyCheckoutEvent({ sql }: BlockContext, event: EventOf<"checkout">): Promise<void> {
  switch (event.eventName) {
    case "ListingPaid": {
      const { orderId, listingId, quantity, unitPrice } = event.args;
      await sql.execute(
        `insert into order_line (order_id, line_index, listing_id, quantity, unit_price_atto, content_hash)
         select $1, (select count(*) from order_line where order_id = $1), $2, $3, $4,
           (select content_hash from listing where id = $2)`,
        [orderId, listingId, quantity, unitPrice],
      );
      return;
    }
    case "OrderPaid":
      await sql.execute("update shop_order set discount_atto = $2, note_hash = $3 where id = $1", [
        event.args.orderId,
        event.args.discount,
        event.args.noteHash,
      ]);
      return;
    case "IntentPaid":
      await sql.execute(
        "update shop_order set discount_atto = $2, payment_key = $3, payment_id = $4, payer = $5 where id = $1",
        [
          event.args.orderId,
          event.args.discount,
          event.args.paymentKey,
          event.args.id,
          lower(event.args.payer),
        ],
      );
  }
}

async function applyMerchantEvent(
  { sql, atSec }: BlockContext,
  event: EventOf<"merchantRegistry">,
): Promise<void> {
  const address = lower(event.args.merchant);
  switch (event.eventName) {
    case "MerchantRegistered":
      await sql.execute(
        "insert into merchant (address, payout, registered_at_sec, profile_hash) values ($1, $2, $3, $4)",
        [address, lower(event.args.payout), atSec, event.args.profileHash],
      );
      return;
    case "PayoutChanged":
      await sql.execute("update merchant set payout = $2 where address = $1", [
        address,
        lower(event.args.payout),
      ]);
      return;
    case "ProfileChanged":
      await sql.execute("update merchant set profile_hash = $2 where address = $1", [
        address,
        event.args.profileHash,
      ]);
  }
}

async function applyCurrencyEvent({ sql }: BlockContext, event: EventOf<"currencyList">): Promise<void> {
  switch (event.eventName) {
    case "CurrencyAllowed":
      await sql.execute(
        `insert into currency (address, bond_floor_atto, is_allowed) values ($1, $2, true)
         on conflict (address) do update set bond_floor_atto = excluded.bond_floor_atto, is_allowed = true`,
        [lower(event.args.currency), event.args.bondFloor],
      );
      return;
    case "CurrencyRemoved":
      await sql.execute("update currency set is_allowed = false where address = $1", [
        lower(event.args.currency),
      ]);
  }
}
