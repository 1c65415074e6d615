// GET /api/sellers/:address. Reputation is counted from the chain alone; stars come from reviews of released orders.
import { z } from "zod";
import { pictureSchema } from "./media.ts";
import { addressSchema, bpsSchema, countrySchema, hashSchema, secSchema, uintSchema } from "./primitives.ts";

/** `averageMilli` is thousandths of a star (4250 = 4.25), null without reviews. */
export const ratingSchema = z.object({ averageMilli: z.int().nullable(), count: z.int() });
export type Rating = z.infer<typeof ratingSchema>;

export const reputationSchema = z.object({
  /** closed orders in which the seller got something */
  ordersDone: z.int(),
  ordersOpen: z.int(),
  ordersRefunded: z.int(),
  disputes: z.int(),
  /** disputes per closed or disputed order; null without orders */
  disputeRateBps: bpsSchema.nullable(),
  /** from payment to shipping; null where nothing was shipped */
  medianShipSec: secSchema.nullable(),
  rating: ratingSchema,
});
export type Reputation = z.infer<typeof reputationSchema>;

/** A merchant's reward programme. `rateAtto`: discount per whole token (1e18), in `currency`. */
export const programSchema = z.object({
  merchant: addressSchema,
  token: addressSchema,
  name: z.string(),
  symbol: z.string(),
  currency: addressSchema,
  earnBps: bpsSchema,
  rateAtto: uintSchema,
  /** an announced worse rate, null where none is */
  nextRateAtto: uintSchema.nullable(),
  nextRateAtSec: secSchema.nullable(),
});
export type Program = z.infer<typeof programSchema>;

export const sellerSchema = z.object({
  address: addressSchema,
  name: z.string().nullable(),
  about: z.string(),
  country: countrySchema.nullable(),
  picture: pictureSchema.nullable(),
  profileHash: hashSchema.nullable(),
  /** null: the account never registered as a merchant */
  registeredAtSec: secSchema.nullable(),
  payout: addressSchema.nullable(),
  /** X25519 key to encrypt to; null: cannot receive private messages or addresses yet */
  messageKey: hashSchema.nullable(),
  listings: z.int(),
  reputation: reputationSchema,
  program: programSchema.nullable(),
});
export type Seller = z.infer<typeof sellerSchema>;
