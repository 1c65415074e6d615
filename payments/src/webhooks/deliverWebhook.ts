/**
 * The job that delivers one event to one endpoint, signed by Standard Webhooks: the message id is the event's, the
 * same at every try. An attempt is logged with body and response. 2xx is success; 410 disables the endpoint at once,
 * DISABLE_AFTER_SEC of nothing but failures disables it too, visibly, until a person enables it again.
 */
import { Webhook } from "standardwebhooks";
import type { Store, Transaction } from "../database/store.ts";
import { newId } from "../ids/newId.ts";
import type { ServiceKey } from "../keys/serviceKey.ts";
import { eventBody } from "./eventBody.ts";
import { sendWebhook, type WebhookOutcome } from "./sendWebhook.ts";

const DISABLE_AFTER_SEC = 3 * 86_400;

export const SECRET_PURPOSE = "webhook-secret";

type Deps = {
  store: Store;
  serviceKey: ServiceKey;
  allowPrivate: boolean;
  count: (outcome: "succeeded" | "failed") => void;
};

export async function deliverWebhook(deps: Deps, deliveryId: string): Promise<void> {
  const delivery = await deps.store.prisma.webhookDelivery.findUnique({
    where: { id: deliveryId },
    include: { endpoint: true, event: true },
  });
  if (delivery === null || delivery.status !== "pending") return;
  const { endpoint, event } = delivery;
  if (!endpoint.enabled || endpoint.deletedAtSec !== null) {
    await deps.store.prisma.webhookDelivery.update({
      where: { id: deliveryId },
      data: { status: "failed" },
    });
    return;
  }
  const body = eventBody(event);
  const at = new Date();
  const secret = Buffer.from(deps.serviceKey.open(SECRET_PURPOSE, endpoint.sealedSecret)).toString("base64");
  const outcome = await sendWebhook({
    url: endpoint.url,
    body,
    allowPrivate: deps.allowPrivate,
    headers: {
      "content-type": "application/json",
      "user-agent": "CyberMiles-Webhooks/1",
      "webhook-id": event.id,
      "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
      "webhook-signature": new Webhook(secret).sign(event.id, at, body),
    },
  });
  const succeeded =
    outcome.responseStatus !== null && outcome.responseStatus >= 200 && outcome.responseStatus < 300;
  const nowSec = Math.floor(at.getTime() / 1000);
  await deps.store.transaction((tx) =>
    record(tx, {
      deliveryId,
      endpointId: endpoint.id,
      failingSinceSec: endpoint.failingSinceSec,
      nowSec,
      outcome,
      succeeded,
    }),
  );
  deps.count(succeeded ? "succeeded" : "failed");
  if (!succeeded) throw new WebhookFailedError(outcome);
}

/** A delivery whose job is given up. */
export async function giveUpDelivery(store: Store, deliveryId: string): Promise<void> {
  await store.prisma.webhookDelivery.updateMany({
    where: { id: deliveryId, status: "pending" },
    data: { status: "failed" },
  });
}

async function record(
  tx: Transaction,
  attempt: {
    deliveryId: string;
    endpointId: string;
    failingSinceSec: bigint | null;
    nowSec: number;
    outcome: WebhookOutcome;
    succeeded: boolean;
  },
): Promise<void> {
  const { deliveryId, endpointId, nowSec, outcome, succeeded } = attempt;
  await tx.prisma.webhookAttempt.create({
    data: { id: newId("wha"), deliveryId, atSec: BigInt(nowSec), ...outcome },
  });
  await tx.prisma.webhookDelivery.update({
    where: { id: deliveryId },
    data: { attemptCount: { increment: 1 }, ...(succeeded ? { status: "succeeded" } : {}) },
  });
  const failingSince = attempt.failingSinceSec === null ? nowSec : Number(attempt.failingSinceSec);
  const gone = outcome.responseStatus === 410;
  const disable = !succeeded && (gone || nowSec - failingSince >= DISABLE_AFTER_SEC);
  await tx.prisma.webhookEndpoint.update({
    where: { id: endpointId },
    data: {
      failingSinceSec: succeeded ? null : BigInt(failingSince),
      ...(disable
        ? {
            enabled: false,
            disabledReason: gone ? "The endpoint answered 410 Gone" : "Every delivery failed for 3 days",
          }
        : {}),
    },
  });
}

class WebhookFailedError extends Error {
  override readonly name = "WebhookFailedError";
  readonly code = "WEBHOOK_FAILED";

  constructor(outcome: WebhookOutcome) {
    super(outcome.error ?? `the endpoint answered ${outcome.responseStatus}`);
  }
}
