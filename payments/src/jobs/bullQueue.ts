/** The grown queue: Bull on Redis. Redis may lose everything at any moment; the outbox hands it over again. */
import Bull from "bull";
import type { Logger } from "pino";
import { type JobQueue, WORKERS, type Worker } from "./queue.ts";

const ADD_TIMEOUT_MS = 5000;

export function bullQueue(options: {
  redisUrl: string;
  name: string;
  worker: Worker;
  log: Logger;
}): JobQueue {
  const { worker, log } = options;
  const queue = new Bull<{ outboxId: string }>(options.name, options.redisUrl, {
    defaultJobOptions: { removeOnComplete: true, removeOnFail: true, attempts: 1 },
  });
  queue.on("error", (error) =>
    log.warn({ error: error.message }, "Redis is in trouble; jobs wait in the outbox"),
  );
  queue
    .process(WORKERS, async (job) => {
      await worker(job.data.outboxId);
    })
    .catch((error) => log.error({ error }, "Bull stopped processing"));
  return {
    async add(deliveryId, outboxId) {
      await within(ADD_TIMEOUT_MS, queue.add({ outboxId }, { jobId: deliveryId }));
    },
    async close() {
      await queue.close();
    },
  };
}

/** ioredis waits for a lost server for ever; the relay must not. */
async function within(timeoutMs: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new QueueTimeoutError(timeoutMs)), timeoutMs);
  });
  try {
    await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

class QueueTimeoutError extends Error {
  override readonly name = "QueueTimeoutError";
  readonly code = "QUEUE_TIMEOUT";

  constructor(timeoutMs: number) {
    super(`Redis did not take a job within ${timeoutMs} ms`);
  }
}
