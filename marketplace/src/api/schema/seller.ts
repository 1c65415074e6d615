// The seller centre (session): GET /api/seller/summary, /listings, /payouts; GET and POST /api/seller/listings.csv.
// A CSV upload stores contents and answers the calls to sign; only the seller's wallet can put them on the chain.
import { z } from "zod";
import { listingCardSchema, termsSchema } from "./listings.ts";
import { pageOf, pageQuerySchema } from "./paging.ts";
import { addressSchema, hashSchema, idSchema, moneySchema, secSchema, uintSchema } from "./primitives.ts";
import { sellerSchema } from "./sellers.ts";

export const todoSchema = z.object({
  kind: z.enum([
    "register",
    "publishKey",
    "ship",
    "answer",
    "offer",
    "evidence",
    "message",
    "lowStock",
    "withdraw",
  ]),
  orderId: idSchema.nullable(),
  listingId: idSchema.nullable(),
  /** product title or the like, for the line's text */
  subject: z.string().nullable(),
  deadlineSec: secSchema.nullable(),
  money: moneySchema.nullable(),
});
export type Todo = z.infer<typeof todoSchema>;

/** One UTC day of one currency. */
export const salesPointSchema = z.object({
  daySec: secSchema,
  currency: addressSchema,
  orders: z.int(),
  amountAtto: uintSchema,
});
export type SalesPoint = z.infer<typeof salesPointSchema>;

export const sellerSummaryQuerySchema = z.object({
  days: z.coerce.number().int().min(1).max(366).default(30),
});

export const sellerSummarySchema = z.object({
  seller: sellerSchema,
  /** every day of the asked range that had sales, oldest first */
  sales: z.array(salesPointSchema),
  totals: z.array(
    z.object({
      currency: addressSchema,
      orders: z.int(),
      /** all orders ever */
      soldAtto: uintSchema,
      inEscrowAtto: uintSchema,
      withdrawableAtto: uintSchema,
      feesPaidAtto: uintSchema,
    }),
  ),
  ordersByState: z.array(z.object({ state: z.string(), count: z.int() })),
  todo: z.array(todoSchema),
});
export type SellerSummary = z.infer<typeof sellerSummarySchema>;

export const sellerListingsQuerySchema = pageQuerySchema.extend({
  q: z.string().max(200).optional(),
  state: z.enum(["active", "paused", "soldOut"]).optional(),
});
export type SellerListingsQuery = z.infer<typeof sellerListingsQuerySchema>;

/** With the terms, so that an edit form can start from them. */
export const sellerListingSchema = listingCardSchema.extend({ terms: termsSchema });
export type SellerListing = z.infer<typeof sellerListingSchema>;
export const sellerListingPageSchema = pageOf(sellerListingSchema);
export type SellerListingPage = z.infer<typeof sellerListingPageSchema>;

/** A `credit` arises when an order closes; a `withdrawal` moves money out to `to`. */
export const payoutEntrySchema = z.object({
  kind: z.enum(["credit", "withdrawal"]),
  account: addressSchema,
  currency: addressSchema,
  amountAtto: uintSchema,
  orderId: idSchema.nullable(),
  to: addressSchema.nullable(),
  atSec: secSchema,
  transactionHash: hashSchema,
});
export type PayoutEntry = z.infer<typeof payoutEntrySchema>;

export const payoutsSchema = pageOf(payoutEntrySchema).extend({
  /** accounts that are credited: the seller and its payout address */
  withdrawable: z.array(moneySchema.extend({ account: addressSchema })),
  inEscrow: z.array(moneySchema),
});
export type Payouts = z.infer<typeof payoutsSchema>;

/** A contract call ready for the wallet. */
export const preparedListingSchema = z.object({
  row: z.int(),
  action: z.enum(["create", "update", "restock", "pause", "resume"]),
  listingId: idSchema.nullable(),
  title: z.string(),
  stock: z.int(),
  terms: z.object({
    currency: addressSchema,
    arbiter: addressSchema,
    shipBySec: secSchema,
    releaseSec: secSchema,
    price: uintSchema,
    contentHash: hashSchema,
  }),
});
export type PreparedListing = z.infer<typeof preparedListingSchema>;

/** All rows or none: with any fault nothing is stored and `prepared` is empty. */
export const csvAnswerSchema = z.object({
  prepared: z.array(preparedListingSchema),
  unchanged: z.int(),
  faults: z.array(z.object({ row: z.int(), column: z.string(), message: z.string() })),
});
export type CsvAnswer = z.infer<typeof csvAnswerSchema>;

export const CSV_COLUMNS = [
  "listing_id",
  "title",
  "description",
  "category",
  "country",
  "ships_to",
  "price_currency",
  "price_amount",
  "price_atto",
  "currency",
  "stock",
  "ship_by_sec",
  "release_sec",
  "arbiter",
  "pictures",
  "paused",
] as const;
