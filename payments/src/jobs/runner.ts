/**
 * Runs the jobs of the outbox: relay, worker and the sweeper for lost ones, over either queue. `wake()` after a commit
 * that wrote a job; without it the relay looks every two seconds. A handler that throws is tried again by `backoff.ts`.
 */
import { randomUUID } from "node:crypto";
import type { Sql } from "@cybermiles/chain/database";
import type { Logger } from "pino";
import { retryDelaySec } from "./backoff.ts";
import { dueJobs, forgetOldJobs, markDone, markRelayed, openJob, retryLater, reviveLost } from "./outbox.ts";
import type { JobQueue, Worker } from "./queue.ts";

/** Idempotent by its own unique effect: it may run twice, also at the same time. */
export type Handler = (payload: Record<string, string>, attempt: number) => Promise<void>;

export type JobRunner = { wake(): void; close(): Promise<void> };

type Options = {
  sql: Sql;
  handlers: Record<string, Handler>;
  /** Called with a job that will not be tried again. */
  onGivenUp?: (topic: string, payload: Record<string, string>) => Promise<void>;
  makeQueue: (worker: Worker) => JobQueue;
  log: Logger;
};

const RELAY_EVERY_MS = 2000;
const REVIVE_EVERY_MS = 10_000;
const BATCH = 100;

export function startJobs(options: Options): JobRunner {
  const { sql, log } = options;
  // Redis may still hold a killed process's job as running; under a new id it does not stand in the way.
  const run = randomUUID();
  const queue = options.makeQueue((outboxId) => runJob(options, outboxId, wake));
  let closed = false;
  let relaying: Promise<void> | undefined;
  let again = false;

  function wake(): void {
    if (closed) return;
    if (relaying !== undefined) {
      again = true;
      return;
    }
    relaying = relay()
      .catch((error: Error) => {
        if (!closed)
          log.warn(
            { error: error.message },
            "jobs could not be handed to the queue; they wait in the outbox",
          );
      })
      .finally(() => {
        relaying = undefined;
        if (again) {
          again = false;
          wake();
        }
      });
  }

  async function relay(): Promise<void> {
    for (;;) {
      const due = await dueJobs(sql, nowSec(), BATCH);
      for (const { id, attempt } of due) {
        await queue.add(`${id}-${attempt}-${run}`, id);
        await markRelayed(sql, id, attempt, nowSec());
      }
      if (due.length < BATCH || closed) return;
    }
  }

  async function revive(): Promise<void> {
    const count = await reviveLost(sql, nowSec());
    await forgetOldJobs(sql, nowSec());
    if (count > 0) {
      log.info({ count }, "jobs that the queue had lost are handed over again");
      wake();
    }
  }

  const relayTimer = setInterval(wake, RELAY_EVERY_MS);
  const reviveTimer = setInterval(
    () =>
      void revive().catch((error) => !closed && log.error({ error }, "lost jobs could not be looked for")),
    REVIVE_EVERY_MS,
  );
  void reviveAtStart(sql).then(wake, (error) => log.error({ error }, "open jobs could not be taken up"));

  return {
    wake,
    async close() {
      closed = true;
      clearInterval(relayTimer);
      clearInterval(reviveTimer);
      await relaying;
      await queue.close();
    },
  };
}

/** Whatever a former process had handed over is open again. */
async function reviveAtStart(sql: Sql): Promise<void> {
  await reviveLost(sql, nowSec(), 0);
}

async function runJob(options: Options, outboxId: string, wake: () => void): Promise<void> {
  const { sql, log } = options;
  const row = await openJob(sql, outboxId);
  if (row === undefined) return;
  const handler = options.handlers[row.topic];
  if (handler === undefined) {
    await markDone(sql, row.id, nowSec(), `no handler for ${row.topic}`);
    return;
  }
  try {
    await handler(row.payload, row.attempt + 1);
    await markDone(sql, row.id, nowSec(), null);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const delay = retryDelaySec(row.attempt + 1);
    if (delay === null) {
      log.error({ topic: row.topic, outboxId, reason }, "a job is given up");
      await markDone(sql, row.id, nowSec(), reason);
      await options.onGivenUp?.(row.topic, row.payload);
    } else {
      await retryLater(sql, row, nowSec() + delay, reason);
    }
    wake();
  }
}

function nowSec(): number {
  return Math.floor(Date.now() / 1000);
}
