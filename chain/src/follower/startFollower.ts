/**
 * Follows the chain into a service's read model. Each block is applied in one database transaction with the cursor;
 * a reorg is undone by the journal; after a restart it goes on where it stopped. Handlers run again after a reorg and in
 * a rebuild, so they take time, ids and amounts from the block alone. Heartbeat blocks do not reach the handler.
 * The database remembers a fingerprint of `tables` and `version`; when it changes the read model is rebuilt.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Database, PrismaLike } from "../database/openDatabase.ts";
import { applyBlocks, type FollowerTransaction, type ReadModel, rollBack } from "./applyBlocks.ts";
import type { BlockRef, FollowedBlock } from "./block.ts";
import { type Cursor, CursorMovedError, createCursor, KEPT_BLOCKS, readCursor } from "./cursor.ts";
import { findAncestor } from "./findAncestor.ts";
import { installJournal } from "./journal.ts";
import { httpRpc, type Rpc } from "./jsonRpc.ts";
import { emptyBlockOf, headerIsEmpty, type RpcHeader, readBlocks, readHeader, refOf } from "./readBlocks.ts";
import { resetReadModel } from "./readModel.ts";
import type { ReadModelTables } from "./readModelTables.ts";
import { watchHeads } from "./watchHeads.ts";

export type { FollowerTransaction } from "./applyBlocks.ts";
export type { BlockRef, FollowedBlock, FollowedLog, FollowedTransaction } from "./block.ts";
export type { Rpc } from "./jsonRpc.ts";
export type { ReadModelTables } from "./readModelTables.ts";

export interface FollowerLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

export interface FollowerOptions<P, Extra> {
  rpcUrl: string;
  /** Without it the head is polled every second. */
  wsUrl?: string | undefined;
  database: Database;
  tables: ReadModelTables;
  /** Raise it when applyBlock means something new for old blocks: the next start rebuilds. */
  version?: number;
  /** With it `tx.prisma` is the transaction's client. */
  prisma?: P;
  prepare?: (block: FollowedBlock, rpc: Rpc) => Promise<Extra>;
  applyBlock: (tx: FollowerTransaction<P>, block: FollowedBlock, extra: Extra) => Promise<void>;
  /** After an undo, in its transaction. */
  onRollback?: (tx: FollowerTransaction<P>, ancestor: BlockRef) => Promise<void>;
  /** After each commit, forwards or back. */
  onApplied?: (head: BlockRef) => void;
  /** Every failure. Unless `fatal` the follower tries again by itself. */
  onError?: (error: Error, info: { fatal: boolean }) => void;
  log?: FollowerLog;
}

export interface Follower {
  /** The last block applied; number -1 before block 0. */
  head(): BlockRef;
  /** Resolves when the block is applied; rejects when the follower is closed or gives up. */
  caughtUpTo(blockNumber: bigint): Promise<void>;
  close(): Promise<void>;
}

/** Blocks read at once while catching up. */
const READ_AHEAD = 200n;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

/** Checks node and database, prepares the journal and follows. Rejects with FollowerError or RpcError. */
export async function startFollower<P extends PrismaLike | undefined = undefined, Extra = undefined>(
  options: FollowerOptions<P, Extra>,
): Promise<Follower> {
  const closing = new AbortController();
  const rpc = httpRpc(options.rpcUrl, closing.signal);
  await refuseOtherChain(options.database, rpc, options.rpcUrl);
  const cursor = await prepareDatabase(options);
  return new RunningFollower(options, { rpc, closing, cursor });
}

class RunningFollower<P extends PrismaLike | undefined, Extra> implements Follower {
  readonly #options: FollowerOptions<P, Extra>;
  readonly #rpc: Rpc;
  readonly #closing: AbortController;
  readonly #model: ReadModel<P, Extra>;
  readonly #heads: { close(): void };
  readonly #running: Promise<void>;
  #cursor: Cursor;
  #hint: RpcHeader | undefined;
  #woken = Promise.withResolvers<void>();
  #waiting: { number: bigint; resolve: () => void; reject: (error: Error) => void }[] = [];
  #end: Error | undefined;

  constructor(
    options: FollowerOptions<P, Extra>,
    deps: { rpc: Rpc; closing: AbortController; cursor: Cursor },
  ) {
    this.#options = options;
    this.#rpc = deps.rpc;
    this.#closing = deps.closing;
    this.#cursor = deps.cursor;
    this.#model = {
      database: options.database,
      prisma: options.prisma as P,
      prepare: async (block) => (await options.prepare?.(block, deps.rpc)) as Extra,
      applyBlock: options.applyBlock,
      onRollback: options.onRollback ?? (async () => undefined),
    };
    this.#heads = watchHeads(options.wsUrl, (header) => this.#wake(header));
    this.#running = this.#run();
  }

  head(): BlockRef {
    const { number, hash, timestampSec } = this.#cursor;
    return { number, hash, timestampSec };
  }

  caughtUpTo(number: bigint): Promise<void> {
    if (this.#cursor.number >= number) return Promise.resolve();
    if (this.#end !== undefined) return Promise.reject(this.#end);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#waiting.push({ number, resolve, reject });
    this.#wake(undefined);
    return promise;
  }

  async close(): Promise<void> {
    this.#finish(new FollowerError("Closed", "The follower is closed."));
    await this.#running;
  }

  async #run(): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    while (this.#end === undefined) {
      try {
        if (await this.#step()) continue;
        pauseMs = FIRST_PAUSE_MS;
        await this.#woken.promise;
      } catch (error) {
        if (this.#end !== undefined) return;
        if (await this.#reloadCursor(error)) continue;
        const fatal = error instanceof FollowerError;
        this.#report(error as Error, fatal);
        if (fatal) return this.#finish(error);
        await sleep(pauseMs, undefined, { signal: this.#closing.signal }).catch(() => undefined);
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  /** One advance or one rollback. False: nothing to do until the next head. */
  async #step(): Promise<boolean> {
    const hint = this.#hint;
    this.#hint = undefined;
    this.#woken = Promise.withResolvers();
    if (hint !== undefined && hint.parentHash === this.#cursor.hash && headerIsEmpty(hint)) {
      await this.#apply([emptyBlockOf(hint)]);
      return true;
    }
    const header = await readHeader(this.#rpc, "latest");
    if (header === undefined) return false;
    const head = refOf(header);
    if (head.hash === this.#cursor.hash) return false;
    if (head.number <= this.#cursor.number) return await this.#rollBack(head);
    const next = this.#cursor.number + 1n;
    const last = lower(head.number, next + READ_AHEAD);
    const blocks = await readBlocks(this.#rpc, next, last);
    if (blocks[0] !== undefined && this.#cursor.number >= 0n && blocks[0].parentHash !== this.#cursor.hash) {
      return await this.#rollBack(head);
    }
    if (blocks.length > 0) await this.#apply(blocks);
    return true;
  }

  #apply(blocks: readonly FollowedBlock[]): Promise<void> {
    return applyBlocks(this.#model, this.#cursor, blocks, (cursor) => this.#moved(cursor));
  }

  async #rollBack(head: BlockRef): Promise<true> {
    const from = this.#cursor;
    const top = lower(head.number, from.number);
    const { database, rpcUrl, log } = this.#options;
    const ancestor = await findAncestor(database, this.#rpc, top);
    if (ancestor === undefined) {
      await refuseOtherChain(database, this.#rpc, rpcUrl);
      throw new FollowerError(
        "ReorgTooDeep",
        `The node at ${rpcUrl} has another history than this database at block ${from.number}, and deeper than the ` +
          `${KEPT_BLOCKS} blocks that can be undone: rebuild the read model from block 0.`,
      );
    }
    const cursor = await rollBack(this.#model, from, ancestor);
    log?.warn({ from: from.number, to: ancestor.number }, "chain reorganised, blocks undone");
    this.#moved(cursor);
    return true;
  }

  #moved(cursor: Cursor): void {
    this.#cursor = cursor;
    const due = this.#waiting.filter(({ number }) => number <= cursor.number);
    this.#waiting = this.#waiting.filter(({ number }) => number > cursor.number);
    for (const { resolve } of due) resolve();
    this.#options.onApplied?.(this.head());
  }

  #wake(header: RpcHeader | undefined): void {
    this.#hint = header;
    this.#woken.resolve();
  }

  #report(error: Error, fatal: boolean): void {
    this.#options.log?.warn({ err: error, block: this.#cursor.number }, `following failed: ${error.message}`);
    this.#options.onError?.(error, { fatal });
  }

  /** Another follower was faster: go on from where it is. */
  async #reloadCursor(error: unknown): Promise<boolean> {
    if (!(error instanceof CursorMovedError)) return false;
    const stored = await readCursor(this.#options.database).catch(() => undefined);
    if (stored === undefined) return false;
    this.#moved(stored.cursor);
    return true;
  }

  #finish(end: Error): void {
    this.#end ??= end;
    this.#closing.abort();
    this.#heads.close();
    this.#woken.resolve();
    for (const { reject } of this.#waiting.splice(0)) reject(end);
  }
}

const lower = (a: bigint, b: bigint) => (a < b ? a : b);

async function refuseOtherChain(database: Database, rpc: Rpc, rpcUrl: string): Promise<void> {
  const [own] = await database.query<{ chain_id: bigint; genesis_hash: string }>(
    "SELECT * FROM chain_identity",
  );
  const chainId = BigInt(await rpc.call<string>("eth_chainId"));
  const genesis = await readHeader(rpc, 0n);
  if (own?.chain_id === chainId && own.genesis_hash === genesis?.hash) return;
  throw new FollowerError(
    "OtherChain",
    `The node at ${rpcUrl} runs chain ${chainId} with genesis ${genesis?.hash}, but this database belongs to chain ` +
      `${own?.chain_id} with genesis ${own?.genesis_hash}: connect to the other node, or use another (or an emptied) database.`,
  );
}

/** Journal, cursor, and a fresh start where there is none or the read model has changed. */
async function prepareDatabase<P, Extra>(options: FollowerOptions<P, Extra>): Promise<Cursor> {
  const { database, tables, version = 0, log } = options;
  const model = JSON.stringify({ tables, version });
  return await database.transaction(async (tx) => {
    // Two processes that start at once would replace the same functions.
    await tx.query("SELECT pg_advisory_xact_lock(441070801)::text");
    await createCursor(tx);
    await installJournal(tx, tables);
    const stored = await readCursor(tx);
    if (stored?.model === model) return stored.cursor;
    if (stored !== undefined) log?.info({}, "the read model has changed: rebuilding it from block 0");
    return await resetReadModel(tx, tables, model);
  });
}

/** The follower cannot go on by itself; the message says what to do. */
export class FollowerError extends Error {
  override name = "FollowerError";
  readonly code: "OtherChain" | "ReorgTooDeep" | "Closed";

  constructor(code: FollowerError["code"], message: string) {
    super(message);
    this.code = code;
  }
}
