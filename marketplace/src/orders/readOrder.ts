// One order as the asker may see it: the chain's part is public, documents show their envelope only to those it is
// wrapped to. Legal actions come from the same pure rule that the web app counts down with.

import type { Envelope, Wrap } from "../api/schema/envelopes.ts";
import { legalActions } from "../api/schema/orderActions.ts";
import type { Offer, Order, PrivateDocument, TimelineEntry } from "../api/schema/orders.ts";
import type { Store } from "../database/store.ts";
import { ApiError } from "../http/apiError.ts";
import { accountNames } from "../sellers/accountNames.ts";
import type { ProgramSymbols } from "../sellers/readSeller.ts";
import { isArbiterOf } from "./orderAccess.ts";
import { cardColumns, type OrderCardRow, orderLines, party, secOrNull, toOrderCard } from "./orderRows.ts";

type Address = `0x${string}`;

export async function readOrder(
  store: Store,
  options: { id: string; viewer: string | null; nowSec: number; symbols: ProgramSymbols },
): Promise<Order> {
  const { id, viewer, nowSec } = options;
  const [row] = await store.database.query<OrderCardRow & { program_token: string | null }>(
    `select ${cardColumns("$2")}, (select token from program p where p.merchant = o.seller) as program_token
     from shop_order o where o.id = $1`,
    [id, viewer ?? ""],
  );
  if (!row) throw new ApiError("not_found", `There is no order ${id}.`);
  const people = [row.buyer, row.seller, row.arbiter, row.fallback_arbiter];
  const names = await accountNames(store, people);
  const keys = await messageKeys(store, people);
  const keyed = (address: string) => ({ ...party(address, names), messageKey: keys.get(address) ?? null });
  const timeline = await readTimeline(store, row.id);
  const lines = (await orderLines(store, [row.id])).get(String(row.id)) ?? [];
  const review = await readReview(store, row);
  const order = {
    ...toOrderCard(row, { lines, names, viewer }),
    buyer: keyed(row.buyer),
    seller: keyed(row.seller),
    arbiter: keyed(row.arbiter),
    fallbackArbiter: row.fallback_arbiter === null ? null : keyed(row.fallback_arbiter),
    ...termsOf(row),
    offers: await readOffers(store, row.id),
    rewards: await rewardsOf(row, options.symbols),
    timeline,
    documents: await readDocuments(store, { row, timeline, viewer }),
    review,
    nowSec,
  };
  return { ...order, actions: legalActions(order, viewer, nowSec) };
}

function termsOf(row: OrderCardRow) {
  const outcome =
    row.buyer_amount_atto === null
      ? null
      : {
          buyerBps: row.buyer_bps ?? 0,
          buyerAmountAtto: String(row.buyer_amount_atto),
          sellerAmountAtto: String(row.seller_amount_atto),
          feeAtto: String(row.fee_atto),
        };
  return {
    source: row.payment_key === null ? ("listing" as const) : ("intent" as const),
    payment:
      row.payment_key === null
        ? null
        : {
            paymentKey: row.payment_key as Address,
            id: row.payment_id as Address,
            payer: row.payer as Address,
          },
    feeBps: row.fee_bps,
    earnBps: row.earn_bps,
    arbiterFeeBps: row.arbiter_fee_bps,
    rewardAmountAtto: String(row.reward_amount_atto),
    shipDeadlineSec: Number(row.ship_deadline_sec),
    shippedAtSec: secOrNull(row.shipped_at_sec),
    releaseSec: Number(row.release_sec),
    releaseAtSec: secOrNull(row.release_at_sec),
    deadlineSec: secOrNull(row.deadline_sec),
    opener: row.opener as Address | null,
    bondAtto: String(row.bond_atto),
    arbiterFeeAtto: String(row.arbiter_fee_atto),
    depositAtto: String(row.bond_atto + row.arbiter_fee_atto),
    outcome,
    isRewardSettlementDue: row.is_reward_deferred,
    transactionHash: row.transaction_hash as Address,
    blockNumber: Number(row.block_number),
  };
}

async function rewardsOf(
  row: OrderCardRow & { program_token: string | null },
  symbols: ProgramSymbols,
): Promise<Order["rewards"]> {
  const isTouched = row.pledged_atto > 0n || row.reward_amount_atto > 0n;
  if (!isTouched || row.program_token === null) return null;
  return {
    token: row.program_token as Address,
    symbol: (await symbols(row.program_token)).symbol,
    pledgedAtto: String(row.pledged_atto),
    vestedAtto: row.vested_atto === null ? null : String(row.vested_atto),
    returnedAtto: row.returned_atto === null ? null : String(row.returned_atto),
  };
}

export async function messageKeys(
  store: Store,
  accounts: readonly (string | null)[],
): Promise<Map<string, Address>> {
  const rows = await store.database.query<{ account: string; message_key: Address }>(
    "select account, message_key from message_key where account = any($1)",
    [accounts.filter((account) => account !== null)],
  );
  return new Map(rows.map((row) => [row.account, row.message_key]));
}

async function readTimeline(store: Store, orderId: bigint): Promise<TimelineEntry[]> {
  const rows = await store.database.query<{
    event: TimelineEntry["event"];
    at_sec: bigint;
    block_number: bigint;
    transaction_hash: Address;
    by_address: Address | null;
    buyer_bps: number | null;
    document_hash: Address | null;
    state: TimelineEntry["state"];
  }>("select * from order_event where order_id = $1 order by block_number, log_index", [orderId]);
  return rows.map((row) => ({
    event: row.event,
    atSec: Number(row.at_sec),
    blockNumber: Number(row.block_number),
    transactionHash: row.transaction_hash,
    by: row.by_address,
    buyerBps: row.buyer_bps,
    documentHash: row.document_hash,
    state: row.state,
  }));
}

async function readOffers(store: Store, orderId: bigint): Promise<Offer[]> {
  const rows = await store.database.query<{ by_address: Address; buyer_bps: number; at_sec: bigint }>(
    "select * from offer where order_id = $1 order by at_sec, by_address",
    [orderId],
  );
  return rows.map((row) => ({ by: row.by_address, buyerBps: row.buyer_bps, atSec: Number(row.at_sec) }));
}

async function readReview(store: Store, row: OrderCardRow): Promise<Order["review"]> {
  if (row.state !== "Released") return null;
  const [review] = await store.database.query<{ stars: number; text: string; created_at_sec: bigint }>(
    "select stars, text, created_at_sec from review where order_id = $1",
    [row.id],
  );
  return review
    ? { stars: review.stars, text: review.text, createdAtSec: Number(review.created_at_sec) }
    : null;
}

type Claim = { hash: Address; kind: PrivateDocument["kind"]; by: Address; atSec: number };

/** Which documents the chain names for an order, and as what. */
function claimsOf(row: OrderCardRow, timeline: readonly TimelineEntry[]): Claim[] {
  const claims: Claim[] = [];
  if (row.note_hash !== null && !/^0x0+$/.test(row.note_hash)) {
    const atSec = Number(row.funded_at_sec);
    claims.push({ hash: row.note_hash as Address, kind: "note", by: row.buyer as Address, atSec });
  }
  const kinds = { OrderShipped: "tracking", OrderDisputed: "reason", EvidenceAdded: "evidence" } as const;
  for (const { event, documentHash, by, atSec } of timeline) {
    const kind = kinds[event as keyof typeof kinds];
    if (kind && documentHash !== null && by !== null) claims.push({ hash: documentHash, kind, by, atSec });
  }
  return claims;
}

async function readDocuments(
  store: Store,
  options: { row: OrderCardRow; timeline: readonly TimelineEntry[]; viewer: string | null },
): Promise<PrivateDocument[]> {
  const { row, viewer } = options;
  const claims = claimsOf(row, options.timeline);
  const order = {
    ...row,
    fallbackArbiter: row.fallback_arbiter,
    isDisputed: row.opener !== null,
  };
  const isParty = viewer !== null && (viewer === row.buyer || viewer === row.seller);
  const mayRead = viewer !== null && (isParty || isArbiterOf(order, viewer));
  const envelopes = mayRead
    ? await readableEnvelopes(
        store,
        claims.map((claim) => claim.hash),
        { viewer, isParty },
      )
    : new Map<string, Envelope>();
  return claims.map((claim) => ({ ...claim, envelope: envelopes.get(claim.hash) ?? null }));
}

/** Envelopes by hash, with the wraps that were added later; an arbiter gets those that are wrapped to him. */
async function readableEnvelopes(
  store: Store,
  hashes: readonly string[],
  reader: { viewer: string; isParty: boolean },
): Promise<Map<string, Envelope>> {
  const rows = await store.database.query<{
    hash: string;
    body: { envelope: Envelope };
    wraps: Wrap[] | null;
  }>(
    `select d.hash, d.body, (select jsonb_agg(s.wrap order by s.id) from share s where s.target = d.hash) as wraps
     from document d where d.hash = any($1) and d.kind in ('note', 'tracking', 'reason', 'evidence')`,
    [[...hashes]],
  );
  const readable = rows
    .map((row) => [row.hash, withWraps(row.body.envelope, row.wraps)] as const)
    .filter(([, envelope]) => reader.isParty || envelope.wraps.some((wrap) => wrap.to === reader.viewer));
  return new Map(readable);
}

export function withWraps(envelope: Envelope, added: readonly Wrap[] | null): Envelope {
  return added === null ? envelope : { ...envelope, wraps: [...envelope.wraps, ...added] };
}
