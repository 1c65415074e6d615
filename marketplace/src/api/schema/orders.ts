// GET /api/orders?role=&state=&attention= (session), /api/orders/:id, /api/orders/by-transaction/:hash,
// /api/orders/:id/receipt, /api/orders/:id/receipt.pdf. What the chain knows is public; `note`, `tracking`, `reasons`
// and `evidence` are null or empty for everyone but the parties and, once shared with him, the arbiter.
import { z } from "zod";
import { evidenceEnvelopeSchema, messageEnvelopeSchema } from "./envelopes.ts";
import { pictureSchema } from "./media.ts";
import { ORDER_ACTIONS, ORDER_STATES } from "./orderActions.ts";
import { pageOf, pageQuerySchema } from "./paging.ts";
import {
  addressSchema,
  bpsSchema,
  hashSchema,
  idSchema,
  moneyCodeSchema,
  partySchema,
  secSchema,
  uintSchema,
} from "./primitives.ts";

export const orderStateSchema = z.enum(ORDER_STATES);
const roleSchema = z.enum(["buyer", "seller", "arbiter"]);

export const ordersQuerySchema = pageQuerySchema.extend({
  role: roleSchema.default("buyer"),
  /** one state, or `open` / `closed` for all of a kind */
  state: z.union([orderStateSchema, z.enum(["open", "closed"])]).optional(),
  /** only orders in which it is the asker's turn */
  attention: z.enum(["true"]).optional(),
  q: z.string().max(100).optional(),
});
export type OrdersQuery = z.infer<typeof ordersQuerySchema>;

/** A line bought from a listing. A payment intent has no lines. */
export const orderLineSchema = z.object({
  listingId: idSchema,
  title: z.string(),
  picture: pictureSchema.nullable(),
  quantity: z.int(),
  unitPriceAtto: uintSchema,
});
export type OrderLine = z.infer<typeof orderLineSchema>;

export const orderActionSchema = z.object({
  action: z.enum(ORDER_ACTIONS),
  isOpen: z.boolean(),
  fromSec: secSchema.nullable(),
  untilSec: secSchema.nullable(),
  depositAtto: uintSchema.nullable(),
  buyerBps: bpsSchema.nullable(),
});

export const offerSchema = z.object({ by: addressSchema, buyerBps: bpsSchema, atSec: secSchema });
export type Offer = z.infer<typeof offerSchema>;

export const timelineEntrySchema = z.object({
  /** the contract's event */
  event: z.enum([
    "OrderFunded",
    "OrderShipped",
    "OrderDisputed",
    "DisputeAnswered",
    "EvidenceAdded",
    "OfferMade",
    "OfferWithdrawn",
    "DisputeEscalated",
    "OrderRuled",
    "OrderClosed",
    "RewardsDeferred",
    "RewardsVested",
    "RewardsReturned",
  ]),
  atSec: secSchema,
  blockNumber: z.int(),
  transactionHash: hashSchema,
  by: addressSchema.nullable(),
  buyerBps: bpsSchema.nullable(),
  /** document hash: tracking, reason, evidence or ruling */
  documentHash: hashSchema.nullable(),
  /** the state this step led to, null where it did not change */
  state: orderStateSchema.nullable(),
});
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

/** A row of a list. */
export const orderCardSchema = z.object({
  id: idSchema,
  state: orderStateSchema,
  buyer: partySchema,
  seller: partySchema,
  currency: addressSchema,
  /** escrowed, after the discount */
  amountAtto: uintSchema,
  discountAtto: uintSchema,
  lines: z.array(orderLineSchema),
  fundedAtSec: secSchema,
  /** the next moment the clock decides something; null when closed */
  nextDeadlineSec: secSchema.nullable(),
  closedAtSec: secSchema.nullable(),
  /** the asker's role; null for a visitor */
  role: roleSchema.nullable(),
  /** it is the asker's turn */
  needsAttention: z.boolean(),
  unreadMessages: z.int(),
});
export type OrderCard = z.infer<typeof orderCardSchema>;
export const orderPageSchema = pageOf(orderCardSchema);
export type OrderPage = z.infer<typeof orderPageSchema>;

const reviewOfOrderSchema = z.object({
  stars: z.int(),
  text: z.string(),
  createdAtSec: secSchema,
});

/** An encrypted document of the order; `envelope` is null where the asker may not read it or it was never stored. */
export const privateDocumentSchema = z.object({
  hash: hashSchema,
  kind: z.enum(["note", "tracking", "reason", "evidence"]),
  by: addressSchema,
  atSec: secSchema,
  envelope: z.union([messageEnvelopeSchema, evidenceEnvelopeSchema]).nullable(),
});
export type PrivateDocument = z.infer<typeof privateDocumentSchema>;

const orderPartySchema = partySchema.extend({ messageKey: hashSchema.nullable() });

export const orderSchema = orderCardSchema.extend({
  buyer: orderPartySchema,
  seller: orderPartySchema,
  arbiter: orderPartySchema,
  fallbackArbiter: orderPartySchema.nullable(),
  /** "listing": from the shop; "intent": a merchant's payment intent (gateway) */
  source: z.enum(["listing", "intent"]),
  payment: z.object({ paymentKey: hashSchema, id: hashSchema, payer: addressSchema }).nullable(),
  feeBps: bpsSchema,
  earnBps: bpsSchema,
  arbiterFeeBps: bpsSchema,
  rewardAmountAtto: uintSchema,
  shipDeadlineSec: secSchema,
  shippedAtSec: secSchema.nullable(),
  releaseSec: secSchema,
  releaseAtSec: secSchema.nullable(),
  /** Disputed: answer by; Ruling, Fallback: rule by */
  deadlineSec: secSchema.nullable(),
  opener: addressSchema.nullable(),
  bondAtto: uintSchema,
  arbiterFeeAtto: uintSchema,
  /** bond + arbiter fee: what disputing or answering costs now */
  depositAtto: uintSchema,
  offers: z.array(offerSchema),
  /** terminal: how it ended; `sellerAmountAtto` is before `feeAtto` */
  outcome: z
    .object({
      buyerBps: bpsSchema,
      buyerAmountAtto: uintSchema,
      sellerAmountAtto: uintSchema,
      feeAtto: uintSchema,
    })
    .nullable(),
  rewards: z
    .object({
      token: addressSchema,
      symbol: z.string(),
      /** payback that comes with release */
      pledgedAtto: uintSchema,
      vestedAtto: uintSchema.nullable(),
      returnedAtto: uintSchema.nullable(),
    })
    .nullable(),
  isRewardSettlementDue: z.boolean(),
  timeline: z.array(timelineEntrySchema),
  actions: z.array(orderActionSchema),
  /** 'now' of the chain when the answer was made; the clock countdowns should use */
  nowSec: secSchema,
  documents: z.array(privateDocumentSchema),
  review: reviewOfOrderSchema.nullable(),
  transactionHash: hashSchema,
  blockNumber: z.int(),
});
export type Order = z.infer<typeof orderSchema>;

/** `isIndexed`: the transaction's block has been read, so an empty list is final. */
export const ordersOfTransactionSchema = z.object({
  isIndexed: z.boolean(),
  data: z.array(orderCardSchema),
});
export type OrdersOfTransaction = z.infer<typeof ordersOfTransactionSchema>;

export const receiptSchema = z.object({
  number: z.string(),
  orderId: idSchema,
  issuedAtSec: secSchema,
  paidAtSec: secSchema,
  state: orderStateSchema,
  buyer: partySchema,
  seller: partySchema,
  lines: z.array(
    z.object({
      title: z.string(),
      quantity: z.int(),
      unitPriceAtto: uintSchema,
      totalAtto: uintSchema,
    }),
  ),
  currency: addressSchema,
  symbol: z.string(),
  /** of the currency; amounts are in its smallest unit */
  decimals: z.int(),
  subtotalAtto: uintSchema,
  discountAtto: uintSchema,
  paidAtto: uintSchema,
  refundedAtto: uintSchema.nullable(),
  /** the value at today's rate, an estimate; null without a rate */
  local: z.object({ currency: moneyCodeSchema, micros: z.string(), source: z.string() }).nullable(),
  chainId: z.int(),
  transactionHash: hashSchema,
  blockNumber: z.int(),
});
export type Receipt = z.infer<typeof receiptSchema>;
