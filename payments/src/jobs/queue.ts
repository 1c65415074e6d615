/**
 * What the Postgres queue and Bull have in common, and all that is asked of either: bring an outbox id to a worker
 * soon, several at a time. Neither keeps retries, delays or payloads; those live in the outbox row.
 */
export type JobQueue = {
  /** `deliveryId` is the same for the same try of the same job within one run of the process: adding it twice queues it once. */
  add(deliveryId: string, outboxId: string): Promise<void>;
  /** Waits for running jobs. */
  close(): Promise<void>;
};

export type Worker = (outboxId: string) => Promise<void>;

export const WORKERS = 8;
