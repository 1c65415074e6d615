// Private messages of an order: GET/POST /api/orders/:id/messages, POST …/messages/read, POST …/shares (session of a
// party, or of the arbiter for what was shared with him). The server keeps ciphertexts and wrapped keys only.
// Wraps must name the sender and the other party, and may name the order's arbiters once it is disputed.
import { z } from "zod";
import { messageEnvelopeSchema, wrapSchema } from "./envelopes.ts";
import { pageOf, pageQuerySchema } from "./paging.ts";
import { addressSchema, hashSchema, secSchema } from "./primitives.ts";

export const messagesQuerySchema = pageQuerySchema;

export const messageSchema = z.object({
  id: z.string(),
  from: addressSchema,
  createdAtSec: secSchema,
  envelope: messageEnvelopeSchema,
});
export type Message = z.infer<typeof messageSchema>;
/** Newest first. */
export const messagePageSchema = pageOf(messageSchema);
export type MessagePage = z.infer<typeof messagePageSchema>;

export const newMessageSchema = z.strictObject({ envelope: messageEnvelopeSchema });

/** Adds wraps of existing content keys for the order's arbiter; only while the order is in dispute. */
export const sharesSchema = z.strictObject({
  shares: z
    .array(
      z.union([
        z.strictObject({ messageId: z.string().max(40), wrap: wrapSchema }),
        z.strictObject({ documentHash: hashSchema, wrap: wrapSchema }),
      ]),
    )
    .min(1)
    .max(500),
});
export type Shares = z.infer<typeof sharesSchema>;

export const sharesAnswerSchema = z.object({ shared: z.number().int() });
export type SharesAnswer = z.infer<typeof sharesAnswerSchema>;
