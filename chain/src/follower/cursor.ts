/**
 * How far a database has followed: one row, moved in the transaction that applies the block, and the hashes of the last
 * blocks for finding a common ancestor. Every move names where it starts, so two followers cannot apply a block twice.
 */
import type { Sql } from "../database/sql.ts";
import type { BlockRef, FollowedBlock, Hex } from "./block.ts";

export interface Cursor extends BlockRef {
  /** Index of the last log applied, -1 if the block had none. */
  logIndex: number;
}

/** Before block 0. */
export const beforeGenesis: Cursor = {
  number: -1n,
  hash: `0x${"00".repeat(32)}`,
  timestampSec: 0n,
  logIndex: -1,
};

/** Blocks that can be undone. */
export const KEPT_BLOCKS = 4096n;
const PRUNE_EVERY = 256n;

interface CursorRow {
  number: bigint;
  hash: Hex;
  timestamp_sec: bigint;
  log_index: number;
  model: string;
}

export async function createCursor(sql: Sql): Promise<void> {
  await sql.script(`
    CREATE TABLE IF NOT EXISTS follower_cursor (
      one boolean PRIMARY KEY DEFAULT true CHECK (one),
      number bigint NOT NULL,
      hash text NOT NULL,
      timestamp_sec bigint NOT NULL,
      log_index integer NOT NULL,
      model text NOT NULL
    );
    CREATE TABLE IF NOT EXISTS follower_blocks (number bigint PRIMARY KEY, hash text NOT NULL);
  `);
}

/** The cursor and the read model (see startFollower) it belongs to; undefined in a new database. */
export async function readCursor(sql: Sql): Promise<{ cursor: Cursor; model: string } | undefined> {
  const [row] = await sql.query<CursorRow>("SELECT * FROM follower_cursor");
  if (row === undefined) return undefined;
  const { number, hash, timestamp_sec: timestampSec, log_index: logIndex, model } = row;
  return { cursor: { number, hash, timestampSec, logIndex }, model };
}

/** Back to before block 0, for a first start or a rebuild. */
export async function resetCursor(tx: Sql, model: string): Promise<void> {
  await tx.execute("DELETE FROM follower_blocks");
  await tx.execute("DELETE FROM follower_cursor");
  const { number, hash, timestampSec, logIndex } = beforeGenesis;
  await tx.execute(
    "INSERT INTO follower_cursor (number, hash, timestamp_sec, log_index, model) VALUES ($1, $2, $3, $4, $5)",
    [number, hash, timestampSec, logIndex, model],
  );
}

/** Moves over consecutive blocks. One statement, atomic by itself. Throws CursorMovedError if `from` is not where it is. */
export async function advanceCursor(
  tx: Sql,
  from: Cursor,
  blocks: readonly FollowedBlock[],
): Promise<Cursor> {
  const last = blocks.at(-1) as FollowedBlock;
  const to: Cursor = {
    number: last.number,
    hash: last.hash,
    timestampSec: last.timestampSec,
    logIndex: last.logs.at(-1)?.logIndex ?? -1,
  };
  const { rowCount } = await tx.execute(
    `WITH moved AS (
       UPDATE follower_cursor SET number = $3, hash = $4, timestamp_sec = $5, log_index = $6
       WHERE number = $1 AND hash = $2 RETURNING 1
     )
     INSERT INTO follower_blocks (number, hash)
     SELECT block.number, block.hash FROM moved, unnest($7::bigint[], $8::text[]) AS block(number, hash)`,
    [
      from.number,
      from.hash,
      to.number,
      to.hash,
      to.timestampSec,
      to.logIndex,
      blocks.map((block) => block.number),
      blocks.map((block) => block.hash),
    ],
  );
  if (rowCount !== blocks.length) throw new CursorMovedError();
  if (from.number / PRUNE_EVERY !== to.number / PRUNE_EVERY) await prune(tx, to.number - KEPT_BLOCKS);
  return to;
}

/** Moves back to a block that is still known. The journal must have been undone before. */
export async function rewindCursor(tx: Sql, from: Cursor, to: BlockRef): Promise<Cursor> {
  await tx.execute("DELETE FROM follower_blocks WHERE number > $1", [to.number]);
  const { rowCount } = await tx.execute(
    `UPDATE follower_cursor SET number = $3, hash = $4, timestamp_sec = $5, log_index = -1
     WHERE number = $1 AND hash = $2`,
    [from.number, from.hash, to.number, to.hash, to.timestampSec],
  );
  if (rowCount !== 1) throw new CursorMovedError();
  return { ...to, logIndex: -1 };
}

export async function knownHash(sql: Sql, number: bigint): Promise<Hex | undefined> {
  const [row] = await sql.query<{ hash: Hex }>("SELECT hash FROM follower_blocks WHERE number = $1", [
    number,
  ]);
  return row?.hash;
}

export async function oldestKnown(sql: Sql): Promise<bigint> {
  const [row] = await sql.query<{ number: bigint | null }>(
    "SELECT min(number) AS number FROM follower_blocks",
  );
  return row?.number ?? 0n;
}

async function prune(tx: Sql, below: bigint): Promise<void> {
  await tx.execute("DELETE FROM follower_blocks WHERE number < $1", [below]);
  await tx.execute("DELETE FROM follower_journal WHERE block_number < $1", [below]);
}

/** Another follower works on this database: read the cursor again. */
export class CursorMovedError extends Error {
  override name = "CursorMovedError";

  constructor() {
    super("another follower moved the cursor of this database");
  }
}
