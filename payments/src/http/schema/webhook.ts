/**
 * Webhooks by Standard Webhooks (headers webhook-id, webhook-timestamp, webhook-signature). The body of a delivery is
 * an `Event`; its id is stable over retries and redeliveries, so a shop drops what it has seen. At least once.
 */
import { z } from "zod";
import { ListQuery, Seconds, Text } from "./common.ts";

export const EVENT_TYPES = [
  "invoice.created",
  "invoice.processing",
  "invoice.settled",
  "invoice.expired",
  "invoice.invalid",
  "invoice.reverted",
  "payment.received",
  "order.funded",
  "order.shipped",
  "order.released",
  "order.refunded",
  "order.split",
  "order.disputed",
] as const;
export const EventType = z.enum(EVENT_TYPES);

export const Event = z.object({
  object: z.literal("event"),
  id: z.string().meta({ example: "evt_2Xh8…" }),
  type: EventType,
  livemode: z.boolean(),
  merchantId: z.string(),
  createdAtSec: Seconds,
  /** For invoice.* and payment.* `{invoice, payment?}`; for order.* `{order, invoiceId?}`. */
  data: z.record(z.string(), z.unknown()),
});

export const EventListQuery = ListQuery.extend({
  type: EventType.optional(),
  livemode: z.stringbool().optional(),
});

export const EndpointCreate = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).max(2000),
  description: Text(200).optional(),
  eventTypes: z
    .array(EventType)
    .max(EVENT_TYPES.length)
    .default([])
    .meta({ description: "Empty means every type" }),
  livemode: z.boolean().optional().meta({ description: "Sessions only; an API key decides by itself" }),
});

export const EndpointUpdate = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  description: Text(200).optional(),
  eventTypes: z.array(EventType).max(EVENT_TYPES.length).optional(),
  enabled: z.boolean().optional(),
});

export const Endpoint = z.object({
  object: z.literal("webhook_endpoint"),
  id: z.string(),
  url: z.string(),
  description: z.string().nullable(),
  eventTypes: z.array(EventType),
  livemode: z.boolean(),
  enabled: z.boolean(),
  disabledReason: z.string().nullable(),
  createdAtSec: Seconds,
});
/** The secret (`whsec_…`) is in the answer to create and to GET …/:id/secret (people only). */
export const EndpointCreated = Endpoint.extend({ secret: z.string() });
export const EndpointSecret = z.object({ secret: z.string() });

export const DeliveryAttempt = z.object({
  atSec: Seconds,
  durationMs: z.number().int(),
  responseStatus: z.number().int().nullable(),
  responseBody: z.string().nullable(),
  error: z.string().nullable(),
});

export const Delivery = z.object({
  object: z.literal("webhook_delivery"),
  id: z.string(),
  endpointId: z.string(),
  url: z.string(),
  eventId: z.string(),
  eventType: EventType,
  status: z.enum(["pending", "succeeded", "failed"]),
  attemptCount: z.number().int(),
  nextAttemptAtSec: Seconds.nullable(),
  createdAtSec: Seconds,
  /** Exactly what was or will be sent. */
  requestBody: z.string(),
  attempts: z.array(DeliveryAttempt),
});

export const DeliveryListQuery = ListQuery.extend({
  endpointId: z.string().max(60).optional(),
  eventType: EventType.optional(),
  status: z.enum(["pending", "succeeded", "failed"]).optional(),
  livemode: z.stringbool().optional(),
});
