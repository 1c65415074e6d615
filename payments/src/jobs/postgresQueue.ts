/**
 * The embedded queue: rows of `queue_item`, taken with SKIP LOCKED, so several workers
 * never hold the same one. Wakes on `add`, and looks by itself every few seconds for what a killed process left
 * behind. pg-boss would poll each of its queues twice a second and keep a second copy of what the outbox knows.
 */
import type { Sql } from "@cybermiles/chain/database";
import type { Logger } from "pino";
import { type JobQueue, WORKERS, type Worker } from "./queue.ts";

const LOCK_SEC = 120;
const LOOK_EVERY_MS = 5000;

export function postgresQueue(sql: Sql, worker: Worker, log: Logger): JobQueue {
  const running = new Set<Promise<void>>();
  let closed = false;
  let taking = false;
  let wanted = false;

  async function take(): Promise<void> {
    if (closed) return;
    if (taking) {
      wanted = true;
      return;
    }
    taking = true;
    try {
      do {
        wanted = false;
        const free = WORKERS - running.size;
        if (free <= 0) break;
        const items = await claim(sql, free);
        for (const item of items) start(item);
        if (items.length === free) wanted = true;
      } while (wanted && !closed && running.size < WORKERS);
    } catch (error) {
      log.error({ error }, "the job queue could not be read");
    } finally {
      taking = false;
    }
  }

  function start(item: { id: string; outboxId: string }): void {
    const job = worker(item.outboxId)
      .catch((error) => log.error({ error, outboxId: item.outboxId }, "a job failed outside its handler"))
      .then(async () => {
        await sql.query("delete from queue_item where id = $1", [item.id]);
      })
      .catch((error) => log.error({ error }, "a finished job could not leave the queue"))
      .finally(() => {
        running.delete(job);
        void take();
      });
    running.add(job);
  }

  const timer = setInterval(() => void take(), LOOK_EVERY_MS);
  void releaseLocks(sql).then(take, (error) => log.error({ error }, "the job queue could not be opened"));

  return {
    async add(deliveryId, outboxId) {
      await sql.query(`insert into queue_item (id, "outboxId") values ($1, $2) on conflict do nothing`, [
        deliveryId,
        outboxId,
      ]);
      void take();
    },
    async close() {
      closed = true;
      clearInterval(timer);
      while (taking) await new Promise((resolve) => setTimeout(resolve, 10));
      await Promise.allSettled(running);
    },
  };
}

/** One gateway runs on a database, so at its start every lock is a dead process's. */
async function releaseLocks(sql: Sql): Promise<void> {
  await sql.query(`update queue_item set "lockedUntilSec" = null`);
}

async function claim(sql: Sql, count: number): Promise<{ id: string; outboxId: string }[]> {
  const nowSec = Math.floor(Date.now() / 1000);
  return sql.query(
    `update queue_item set "lockedUntilSec" = $1 where id in (
       select id from queue_item where "lockedUntilSec" is null or "lockedUntilSec" < $2
       order by id limit $3 for update skip locked
     ) returning id, "outboxId"`,
    [nowSec + LOCK_SEC, nowSec, count],
  );
}
