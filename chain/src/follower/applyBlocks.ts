/**
 * Writes blocks into the read model: one transaction for each block with the cursor in it; a run of empty blocks moves
 * the cursor in one statement. After a crash the database is exactly at a block boundary.
 */
import type { Database, PrismaLike, PrismaTransactionClient, Sql } from "../database/openDatabase.ts";
import { type BlockRef, type FollowedBlock, isEmpty } from "./block.ts";
import { advanceCursor, type Cursor, rewindCursor } from "./cursor.ts";
import { markBlock, undoAbove } from "./journal.ts";

/** Raw SQL of the block's transaction, and its Prisma client where startFollower was given one. */
export type FollowerTransaction<P> = Sql & { prisma: PrismaTransactionClient<P> };

export interface ReadModel<P, Extra> {
  database: Database;
  prisma: P;
  /** RPC calls go here: it runs before the transaction. */
  prepare: (block: FollowedBlock) => Promise<Extra>;
  applyBlock: (tx: FollowerTransaction<P>, block: FollowedBlock, extra: Extra) => Promise<void>;
  onRollback: (tx: FollowerTransaction<P>, ancestor: BlockRef) => Promise<void>;
}

/** A block of a whole day's trade, or an undo of thousands of blocks, must pass. */
const TIMEOUT_MS = 120_000;

/** Applies consecutive blocks and reports the cursor after each transaction. */
export async function applyBlocks<P extends PrismaLike | undefined, Extra>(
  model: ReadModel<P, Extra>,
  from: Cursor,
  blocks: readonly FollowedBlock[],
  applied: (cursor: Cursor) => void,
): Promise<void> {
  let cursor = from;
  for (const run of splitRuns(blocks)) {
    const [first] = run as [FollowedBlock];
    cursor = isEmpty(first)
      ? await advanceCursor(model.database, cursor, run)
      : await applyOne(model, cursor, first);
    applied(cursor);
  }
}

/** Takes back everything above the ancestor. */
export function rollBack<P extends PrismaLike | undefined, Extra>(
  model: ReadModel<P, Extra>,
  from: Cursor,
  ancestor: BlockRef,
): Promise<Cursor> {
  return inTransaction(model, async (tx) => {
    const cursor = await rewindCursor(tx, from, ancestor);
    await undoAbove(tx, ancestor.number);
    await model.onRollback(tx, ancestor);
    return cursor;
  });
}

async function applyOne<P extends PrismaLike | undefined, Extra>(
  model: ReadModel<P, Extra>,
  from: Cursor,
  block: FollowedBlock,
): Promise<Cursor> {
  const extra = await model.prepare(block);
  return await inTransaction(model, async (tx) => {
    const cursor = await advanceCursor(tx, from, [block]);
    await markBlock(tx, block.number);
    await model.applyBlock(tx, block, extra);
    return cursor;
  });
}

function inTransaction<P extends PrismaLike | undefined, Extra, T>(
  { database, prisma }: ReadModel<P, Extra>,
  run: (tx: FollowerTransaction<P>) => Promise<T>,
): Promise<T> {
  const options = { timeoutMs: TIMEOUT_MS };
  if (prisma === undefined) return database.transaction((tx) => run(tx as FollowerTransaction<P>), options);
  return database.prismaTransaction(prisma, (tx) => run(tx as FollowerTransaction<P>), options);
}

/** Runs of empty blocks, and every other block by itself. */
function splitRuns(blocks: readonly FollowedBlock[]): FollowedBlock[][] {
  const runs: FollowedBlock[][] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (isEmpty(block) && last?.[0] !== undefined && isEmpty(last[0])) last.push(block);
    else runs.push([block]);
  }
  return runs;
}
