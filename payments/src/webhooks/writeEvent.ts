/**
 * Writes an event with its deliveries and their jobs, in the transaction of what happened. `uniqueKey` says once what
 * happened: writing it again (a block applied again, a rebuild) writes nothing. The id derives from it, so it is
 * stable too.
 */
import { createHash } from "node:crypto";
import type { Sql } from "@cybermiles/chain/database";
import type { EVENT_TYPES } from "../http/schema/webhook.ts";
import { newId } from "../ids/newId.ts";
import { writeJob } from "../jobs/outbox.ts";

export type EventType = (typeof EVENT_TYPES)[number];

export type NewEvent = {
  merchantId: string;
  type: EventType;
  livemode: boolean;
  uniqueKey: string;
  atSec: number;
  /** Plain JSON: no bigint. */
  data: Record<string, unknown>;
};

export const DELIVER_TOPIC = "webhook.deliver";

export async function writeEvent(sql: Sql, event: NewEvent): Promise<boolean> {
  const id = newId("evt", event.atSec * 1000, digest(event.uniqueKey));
  const written = await sql.query(
    `insert into event (id, "merchantId", type, livemode, "uniqueKey", "createdAtSec", data)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb) on conflict do nothing returning id`,
    [
      id,
      event.merchantId,
      event.type,
      event.livemode,
      event.uniqueKey,
      event.atSec,
      JSON.stringify(event.data),
    ],
  );
  if (written.length === 0) return false;
  const endpoints = await sql.query<{ id: string }>(
    `select id from webhook_endpoint
     where "merchantId" = $1 and livemode = $2 and enabled and "deletedAtSec" is null
       and (cardinality("eventTypes") = 0 or $3 = any("eventTypes"))`,
    [event.merchantId, event.livemode, event.type],
  );
  for (const endpoint of endpoints) {
    const deliveryId = newId("whd", event.atSec * 1000, digest(`${endpoint.id}:${event.uniqueKey}`));
    await sql.query(
      `insert into webhook_delivery (id, "endpointId", "eventId", status, "createdAtSec")
       values ($1, $2, $3, 'pending', $4) on conflict do nothing`,
      [deliveryId, endpoint.id, id, event.atSec],
    );
    await writeJob(sql, {
      topic: DELIVER_TOPIC,
      uniqueKey: `deliver:${deliveryId}`,
      payload: { deliveryId },
      atSec: event.atSec,
    });
  }
  return true;
}

function digest(text: string): Uint8Array {
  return createHash("sha256").update(text).digest().subarray(0, 20);
}
