// Private text as the server sees it: a ciphertext and its content key wrapped to each reader's X25519 message key
// (Profiles contract). The browser encrypts and decrypts; the server checks shape, size and who may read.
//
// Cipher: XChaCha20-Poly1305. The content key is 32 random bytes. A wrap is made with an ephemeral X25519 key:
// wrapKey = HKDF-SHA256(shared secret, salt = ephemeral || recipient public key, info = "cybermiles message v1"),
// `wrappedKey` = XChaCha20-Poly1305(wrapKey, nonce, contentKey). Plaintexts are JSON of the schemas below.
import { z } from "zod";
import { addressSchema, countrySchema, textSchema } from "./primitives.ts";

export const MAX_MESSAGE_BYTES = 16 * 1024;
export const MAX_EVIDENCE_BYTES = 512 * 1024;

function hexSchema(bytes: number) {
  return z
    .string()
    .regex(new RegExp(`^0x[0-9a-fA-F]{${bytes * 2}}$`), `expected ${bytes} bytes in hex`)
    .transform((value) => value.toLowerCase() as `0x${string}`);
}

function ciphertextSchema(maxBytes: number) {
  return z
    .string()
    .min(24)
    .max(Math.ceil(maxBytes / 3) * 4, `is longer than ${maxBytes} bytes`)
    .regex(/^[A-Za-z0-9+/]+={0,2}$/, "expected base64");
}

export const wrapSchema = z.strictObject({
  to: addressSchema,
  /** The reader's message key the wrap was made for, so that a changed key is noticed. */
  recipientKey: hexSchema(32),
  ephemeralKey: hexSchema(32),
  nonce: hexSchema(24),
  wrappedKey: hexSchema(48),
});
export type Wrap = z.infer<typeof wrapSchema>;

function envelopeSchemaOf(maxBytes: number) {
  return z.strictObject({
    version: z.literal(1),
    nonce: hexSchema(24),
    /** base64 of the ciphertext with its tag */
    ciphertext: ciphertextSchema(maxBytes),
    wraps: z
      .array(wrapSchema)
      .min(1)
      .max(4)
      .refine((wraps) => new Set(wraps.map((wrap) => wrap.to)).size === wraps.length, "names a reader twice"),
  });
}

export const messageEnvelopeSchema = envelopeSchemaOf(MAX_MESSAGE_BYTES);
/** Evidence may hold pictures, so its envelope is larger. */
export const evidenceEnvelopeSchema = envelopeSchemaOf(MAX_EVIDENCE_BYTES);
export type Envelope = z.infer<typeof messageEnvelopeSchema>;

// ---- Plaintexts: made and read in the browser only ----

/** Plaintext of an order's note. */
export const shippingAddressSchema = z.strictObject({
  name: textSchema(1, 120),
  line1: textSchema(1, 160),
  line2: textSchema(0, 160).optional(),
  city: textSchema(1, 120),
  region: textSchema(0, 120).optional(),
  postalCode: textSchema(0, 20).optional(),
  country: countrySchema,
  phone: textSchema(0, 40).optional(),
  note: textSchema(0, 1000).optional(),
});
export type ShippingAddress = z.infer<typeof shippingAddressSchema>;

/** Plaintext of a tracking document. */
export const trackingSchema = z.strictObject({
  carrier: textSchema(1, 80),
  code: textSchema(0, 80),
  note: textSchema(0, 1000).optional(),
});
export type Tracking = z.infer<typeof trackingSchema>;

/** Plaintext of a message, of evidence, of a reason. `pictures` are data URLs (webp), evidence only. */
export const messageBodySchema = z.strictObject({
  text: textSchema(0, 4000),
  pictures: z
    .array(
      z
        .string()
        .regex(/^data:image\/webp;base64,[A-Za-z0-9+/=]+$/)
        .max(200_000),
    )
    .max(4)
    .optional(),
});
export type MessageBody = z.infer<typeof messageBodySchema>;
