/** The delivery log as the API shows it: what was sent, every attempt with its answer, and when the next one is due. */
import type { Sql } from "@cybermiles/chain/database";
import type { TransactionPrisma } from "../database/store.ts";
import { type Page, pageOf } from "../http/paging.ts";
import { eventBody } from "./eventBody.ts";
import { DELIVER_TOPIC } from "./writeEvent.ts";

type Reader = { sql: Pick<Sql, "query">; prisma: Pick<TransactionPrisma, "webhookDelivery"> };

export type DeliveryFilter = {
  limit: number;
  cursor?: string | undefined;
  ids?: string[] | undefined;
  endpointId?: string | undefined;
  eventType?: string | undefined;
  status?: string | undefined;
  livemode?: boolean | undefined;
};

export async function findDeliveries(
  reader: Reader,
  merchantId: string,
  filter: DeliveryFilter,
): Promise<Page<Record<string, unknown>>> {
  const rows = await reader.prisma.webhookDelivery.findMany({
    where: {
      ...(filter.ids === undefined ? {} : { id: { in: filter.ids } }),
      ...(filter.cursor === undefined ? {} : { id: { lt: filter.cursor } }),
      ...(filter.endpointId === undefined ? {} : { endpointId: filter.endpointId }),
      ...(filter.status === undefined ? {} : { status: filter.status }),
      event: {
        merchantId,
        ...(filter.eventType === undefined ? {} : { type: filter.eventType }),
        ...(filter.livemode === undefined ? {} : { livemode: filter.livemode }),
      },
    },
    include: { endpoint: true, event: true, attempts: { orderBy: { id: "asc" } } },
    orderBy: { id: "desc" },
    take: filter.limit + 1,
  });
  const next = await nextAttempts(
    reader.sql,
    rows.filter((row) => row.status === "pending").map((row) => row.id),
  );
  return pageOf(rows, filter.limit, (row) => ({
    object: "webhook_delivery",
    id: row.id,
    endpointId: row.endpointId,
    url: row.endpoint.url,
    eventId: row.eventId,
    eventType: row.event.type,
    status: row.status,
    attemptCount: row.attemptCount,
    nextAttemptAtSec: next.get(row.id) ?? null,
    createdAtSec: Number(row.createdAtSec),
    requestBody: eventBody(row.event),
    attempts: row.attempts.map((attempt) => ({
      atSec: Number(attempt.atSec),
      durationMs: attempt.durationMs,
      responseStatus: attempt.responseStatus,
      responseBody: attempt.responseBody,
      error: attempt.error,
    })),
  }));
}

async function nextAttempts(sql: Pick<Sql, "query">, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await sql.query<{ deliveryId: string; runAtSec: bigint }>(
    `select payload->>'deliveryId' as "deliveryId", min(greatest("runAtSec", "createdAtSec")) as "runAtSec" from outbox
     where "doneAtSec" is null and topic = $1 and payload->>'deliveryId' = any($2) group by 1`,
    [DELIVER_TOPIC, ids],
  );
  return new Map(rows.map((row) => [row.deliveryId, Number(row.runAtSec)]));
}
