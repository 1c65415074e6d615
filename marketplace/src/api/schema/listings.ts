// The catalogue: GET /api/listings (cards), /suggest, /facets, /batch?ids=1,2 (cart), /:id (product), /:id/reviews.
// Price filters and sorts are in the smallest unit of `currency` (default CMT).
import { z } from "zod";
import { arbiterCardSchema } from "./arbiters.ts";
import { CATEGORIES } from "./categories.ts";
import { pictureSchema } from "./media.ts";
import { pageOf, pageQuerySchema } from "./paging.ts";
import {
  addressSchema,
  bpsSchema,
  countrySchema,
  decimalSchema,
  hashSchema,
  idSchema,
  moneyCodeSchema,
  partySchema,
  secSchema,
  uintSchema,
} from "./primitives.ts";
import { ratingSchema, sellerSchema } from "./sellers.ts";

export const LISTING_SORTS = [
  "relevance",
  "newest",
  "priceAsc",
  "priceDesc",
  "rating",
  "bestSelling",
] as const;
export type ListingSort = (typeof LISTING_SORTS)[number];

export const listingsQuerySchema = pageQuerySchema.extend({
  q: z.string().max(200).optional(),
  category: z.enum(CATEGORIES).optional(),
  country: countrySchema.optional(),
  seller: addressSchema.optional(),
  currency: addressSchema.optional(),
  minPrice: uintSchema.optional(),
  maxPrice: uintSchema.optional(),
  /** at least so many stars */
  rating: z.coerce.number().int().min(1).max(5).optional(),
  /** at least this payback, in basis points */
  reward: z.coerce.number().int().min(1).max(10_000).optional(),
  inStock: z.enum(["true", "false"]).optional(),
  /** default: relevance with `q`, else newest */
  sort: z.enum(LISTING_SORTS).optional(),
});
export type ListingsQuery = z.infer<typeof listingsQuerySchema>;

/** A card of the grid; also a line of the cart and of the seller's own list. */
export const listingCardSchema = z.object({
  id: idSchema,
  title: z.string(),
  category: z.enum(CATEGORIES),
  country: countrySchema,
  picture: pictureSchema.nullable(),
  currency: addressSchema,
  priceAtto: uintSchema,
  /** what the seller typed when pricing it */
  priceBasis: z.object({ currency: moneyCodeSchema, amount: decimalSchema }),
  stock: z.int(),
  sold: z.int(),
  isPaused: z.boolean(),
  seller: partySchema,
  rating: ratingSchema,
  /** payback in the seller's reward token, 0 without a programme */
  rewardBps: bpsSchema,
  createdAtSec: secSchema,
});
export type ListingCard = z.infer<typeof listingCardSchema>;
export const listingPageSchema = pageOf(listingCardSchema);
export type ListingPage = z.infer<typeof listingPageSchema>;

/** The terms a buyer agrees to by paying; `termsHash` goes into Checkout's line. */
export const termsSchema = z.object({
  currency: addressSchema,
  arbiter: addressSchema,
  shipBySec: secSchema,
  releaseSec: secSchema,
  priceAtto: uintSchema,
  contentHash: hashSchema,
  termsHash: hashSchema,
});

export const productSchema = listingCardSchema.extend({
  description: z.string(),
  shipsTo: z.array(countrySchema),
  attributes: z.array(z.object({ name: z.string(), value: z.string() })),
  pictures: z.array(pictureSchema),
  terms: termsSchema,
  arbiter: arbiterCardSchema.nullable(),
  sellerCard: sellerSchema,
  transactionHash: hashSchema,
});
export type Product = z.infer<typeof productSchema>;

export const batchQuerySchema = z.object({
  ids: z
    .string()
    .max(4000)
    .transform((value) => value.split(","))
    .pipe(z.array(idSchema).min(1).max(50)),
});
/** Unknown ids are left out. */
export const batchSchema = z.object({ data: z.array(productSchema) });
export type Batch = z.infer<typeof batchSchema>;

export const suggestionSchema = z.object({
  kind: z.enum(["listing", "seller", "category"]),
  /** listing id, seller address or category id */
  id: z.string(),
  text: z.string(),
  picture: pictureSchema.nullable(),
});
export type Suggestion = z.infer<typeof suggestionSchema>;
export const suggestionsSchema = z.object({ data: z.array(suggestionSchema) });
export type Suggestions = z.infer<typeof suggestionsSchema>;

/** What the filters may offer, with counts over listings that are not paused. */
export const facetsSchema = z.object({
  categories: z.array(z.object({ id: z.enum(CATEGORIES), count: z.int() })),
  countries: z.array(z.object({ id: countrySchema, count: z.int() })),
  rewards: z.array(z.object({ minBps: bpsSchema, count: z.int() })),
  /** of CMT listings; null where there is none */
  minPriceAtto: uintSchema.nullable(),
  maxPriceAtto: uintSchema.nullable(),
  total: z.int(),
});
export type Facets = z.infer<typeof facetsSchema>;
