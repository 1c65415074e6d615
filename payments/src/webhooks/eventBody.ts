/** The JSON text of an event as it is delivered: the same bytes at every try, so the log shows what was sent. */
export type StoredEvent = {
  id: string;
  type: string;
  livemode: boolean;
  merchantId: string;
  createdAtSec: bigint;
  data: unknown;
};

export function eventBody(event: StoredEvent): string {
  return JSON.stringify({
    object: "event",
    id: event.id,
    type: event.type,
    livemode: event.livemode,
    merchantId: event.merchantId,
    createdAtSec: Number(event.createdAtSec),
    data: event.data,
  });
}
