// Content-addressed documents. POST /api/contents (session) takes a document, answers {hash, document}; the hash is
// keccak256 of its canonical JSON and is what goes on chain. GET /api/contents/<hash> answers public kinds only:
// listing, merchant, arbiter, ruling. Private kinds (note, tracking, reason, evidence) hold an envelope and are read
// through their order, by its parties, and by its arbiter once a wrap for him exists.
import { z } from "zod";
import { CATEGORIES } from "./categories.ts";
import { evidenceEnvelopeSchema, messageEnvelopeSchema } from "./envelopes.ts";
import { mediaHashSchema } from "./media.ts";
import {
  countrySchema,
  decimalSchema,
  hashSchema,
  idSchema,
  moneyCodeSchema,
  textSchema,
} from "./primitives.ts";

export const listingDocumentSchema = z.strictObject({
  kind: z.literal("listing"),
  title: textSchema(3, 120),
  description: textSchema(1, 8000),
  category: z.enum(CATEGORIES),
  /** where it is sent from */
  country: countrySchema,
  /** countries it is sent to; empty = everywhere */
  shipsTo: z.array(countrySchema).max(250).default([]),
  pictures: z.array(mediaHashSchema).min(1).max(8),
  /** what the seller typed, e.g. {currency: "USD", amount: "19.90"}; the price that counts is on the chain */
  priceBasis: z.strictObject({ currency: moneyCodeSchema, amount: decimalSchema }),
  /** facts in two columns, e.g. {name: "Weight", value: "250 g"} */
  attributes: z
    .array(z.strictObject({ name: textSchema(1, 40), value: textSchema(1, 200) }))
    .max(20)
    .default([]),
});
export type ListingDocument = z.infer<typeof listingDocumentSchema>;

export const merchantDocumentSchema = z.strictObject({
  kind: z.literal("merchant"),
  name: textSchema(2, 60),
  about: textSchema(0, 2000),
  country: countrySchema,
  picture: mediaHashSchema.optional(),
});
export type MerchantDocument = z.infer<typeof merchantDocumentSchema>;

export const arbiterDocumentSchema = z.strictObject({
  kind: z.literal("arbiter"),
  name: textSchema(2, 60),
  about: textSchema(0, 2000),
  /** ISO 639-1 */
  languages: z
    .array(z.string().regex(/^[a-z]{2}$/))
    .min(1)
    .max(12),
});
export type ArbiterDocument = z.infer<typeof arbiterDocumentSchema>;

/** Why an arbiter ruled as he did. Public, so it must not repeat private messages. */
const rulingDocumentSchema = z.strictObject({
  kind: z.literal("ruling"),
  orderId: idSchema,
  text: textSchema(1, 4000),
});

/** The buyer's encrypted shipping address; written before the order exists. Its hash is `noteHash` of the payment. */
const noteDocumentSchema = z.strictObject({ kind: z.literal("note"), envelope: messageEnvelopeSchema });

const trackingDocumentSchema = z.strictObject({
  kind: z.literal("tracking"),
  orderId: idSchema,
  envelope: messageEnvelopeSchema,
});

/** Why a dispute was opened or is answered. */
const reasonDocumentSchema = z.strictObject({
  kind: z.literal("reason"),
  orderId: idSchema,
  envelope: evidenceEnvelopeSchema,
});

const evidenceDocumentSchema = z.strictObject({
  kind: z.literal("evidence"),
  orderId: idSchema,
  envelope: evidenceEnvelopeSchema,
});

export const documentSchema = z.discriminatedUnion("kind", [
  listingDocumentSchema,
  merchantDocumentSchema,
  arbiterDocumentSchema,
  rulingDocumentSchema,
  noteDocumentSchema,
  trackingDocumentSchema,
  reasonDocumentSchema,
  evidenceDocumentSchema,
]);
export type Document = z.infer<typeof documentSchema>;
export type DocumentKind = Document["kind"];

/** Answer of POST and GET. */
export const storedDocumentSchema = z.object({ hash: hashSchema, document: documentSchema });
export type StoredDocument = z.infer<typeof storedDocumentSchema>;
