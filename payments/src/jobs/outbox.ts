/**
 * The outbox: a job is a row written in the transaction that causes it, so a job exists exactly if its cause does.
 * The relay hands due rows to the queue; a worker loads the row, runs the topic's handler and marks the row done. A
 * failure moves `runAtSec` on and lets the relay hand it over again, so the queue never holds the only copy of
 * anything: a row that was handed over and not done within LOST_AFTER_SEC is handed over again.
 */
import { createHash } from "node:crypto";
import type { Sql } from "@cybermiles/chain/database";
import { newId } from "../ids/newId.ts";

export type Job = {
  topic: string;
  uniqueKey: string;
  payload: Record<string, string>;
  atSec: number;
  runAtSec?: number;
};

export type OutboxRow = { id: string; topic: string; payload: Record<string, string>; attempt: number };

/** Handing over again is harmless: a job that is still queued or running has the same delivery id, and is taken once. */
export const LOST_AFTER_SEC = 20;

/** @returns false where the same job is there already. */
export async function writeJob(sql: Sql, job: Job): Promise<boolean> {
  const id = newId(
    "q",
    job.atSec * 1000,
    createHash("sha256").update(job.uniqueKey).digest().subarray(0, 20),
  );
  const rows = await sql.query(
    `insert into outbox (id, topic, "uniqueKey", payload, "runAtSec", "createdAtSec")
     values ($1, $2, $3, $4::jsonb, $5, $6) on conflict do nothing returning id`,
    [id, job.topic, job.uniqueKey, JSON.stringify(job.payload), job.runAtSec ?? 0, job.atSec],
  );
  return rows.length > 0;
}

export async function dueJobs(
  sql: Sql,
  nowSec: number,
  limit: number,
): Promise<{ id: string; attempt: number }[]> {
  return sql.query(
    `select id, attempt from outbox where "doneAtSec" is null and "relayedAtSec" is null and "runAtSec" <= $1
     order by "runAtSec", id limit $2`,
    [nowSec, limit],
  );
}

export async function markRelayed(sql: Sql, id: string, attempt: number, nowSec: number): Promise<void> {
  await sql.query(
    `update outbox set "relayedAtSec" = $3 where id = $1 and attempt = $2 and "doneAtSec" is null and "relayedAtSec" is null`,
    [id, attempt, nowSec],
  );
}

/** Rows whose queue entry must have been lost (Redis flushed, process killed). @returns how many. */
export async function reviveLost(sql: Sql, nowSec: number, lostAfterSec = LOST_AFTER_SEC): Promise<number> {
  const rows = await sql.query(
    `update outbox set "relayedAtSec" = null where "doneAtSec" is null and "relayedAtSec" <= $1 returning id`,
    [nowSec - lostAfterSec],
  );
  return rows.length;
}

export async function openJob(sql: Sql, id: string): Promise<OutboxRow | undefined> {
  const rows = await sql.query<OutboxRow>(
    `select id, topic, payload, attempt from outbox where id = $1 and "doneAtSec" is null`,
    [id],
  );
  return rows[0];
}

export async function markDone(
  sql: Sql,
  id: string,
  nowSec: number,
  lastError: string | null,
): Promise<void> {
  await sql.query(`update outbox set "doneAtSec" = $2, "lastError" = $3 where id = $1`, [
    id,
    nowSec,
    lastError,
  ]);
}

export async function retryLater(
  sql: Sql,
  row: { id: string; attempt: number },
  runAtSec: number,
  lastError: string,
): Promise<void> {
  await sql.query(
    `update outbox set attempt = attempt + 1, "runAtSec" = $3, "relayedAtSec" = null, "lastError" = $4
     where id = $1 and attempt = $2 and "doneAtSec" is null`,
    [row.id, row.attempt, runAtSec, lastError.slice(0, 1000)],
  );
}

/** Done jobs are kept a week for looking at. */
export async function forgetOldJobs(sql: Sql, nowSec: number): Promise<void> {
  await sql.query(`delete from outbox where "doneAtSec" < $1`, [nowSec - 7 * 86_400]);
}
