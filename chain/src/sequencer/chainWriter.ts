/**
 * The only writer of the chain: builds, executes and stores one block at a time, or takes blocks back, in the order asked for.
 * Listeners hear of a block after it is durable. A failed write makes the writer refuse everything from then on and calls
 * `onFailure` once, so the node stops before anyone hears of that block.
 */
import { EventEmitter } from "node:events";
import type { Block } from "../block/block.ts";
import type { Receipt } from "../block/receipt.ts";
import { type Engine, EngineFaultError, type ExecutedBlock } from "../execution/execution.ts";
import type { Mempool } from "../mempool/mempool.ts";
import type { ChainPreset } from "../presets/presets.ts";
import type { ChainStore } from "../state/chainStore.ts";
import { Overlay } from "../state/overlay.ts";
import type { Transaction } from "../transaction/transaction.ts";
import { nextEnvironment, sealBlock } from "./sealBlock.ts";

export type BlockWithReceipts = { block: Block; receipts: readonly Receipt[] };
export type ChainEvents = {
  block: [BlockWithReceipts];
  /** Newest first. */
  removed: [readonly BlockWithReceipts[]];
  pending: [Transaction];
};

export type WriterOptions = { preset: ChainPreset; archive: boolean };
export type WriterDeps = {
  store: ChainStore;
  engine: Engine;
  mempool: Mempool;
  onFailure: (error: Error) => void;
};

export type ProduceRequest = {
  timestampSec: (parentSec: number) => number;
  /** Given instead of the mempool's choice. */
  transactions?: readonly Transaction[];
  /** Without it, no block is made when no transaction can be included. */
  allowEmpty: boolean;
};

/** Limits are mostly larger than what is used; what does not fit in the end waits for the next block. */
const SELECTED_GAS_FACTOR = 3n;
const GAS_LIMIT_REACHED = "gas limit reached";

export class ChainWriter {
  readonly events = new EventEmitter<ChainEvents>();
  /** Blocks from here on must stay revertible: the oldest snapshot of a test helper. */
  pinnedBlock: number | undefined;
  readonly #options: WriterOptions;
  readonly #deps: WriterDeps;
  #queue: Promise<unknown> = Promise.resolve();
  #failure: Error | undefined;

  constructor(options: WriterOptions, deps: WriterDeps) {
    this.#options = options;
    this.#deps = deps;
    this.events.setMaxListeners(0);
  }

  produce(request: ProduceRequest): Promise<BlockWithReceipts | undefined> {
    return this.#exclusively(() => this.#produce(request));
  }

  /** A block without transactions whose state was changed from outside: `--dev` only, it cannot be executed again. */
  override(change: (state: Overlay) => void): Promise<BlockWithReceipts> {
    return this.#exclusively(async () => {
      const { store } = this.#deps;
      const parent = store.head();
      const overlay = new Overlay(store.stateAt(parent.header.number));
      change(overlay);
      const environment = nextEnvironment(this.#options.preset, parent, parent.header.timestampSec);
      const executed = { included: [], receipts: [], rejected: [], gasUsed: 0n, diff: overlay.diff() };
      return this.#store(sealBlock(environment, executed, store.tables));
    });
  }

  rollback(downTo: number): Promise<void> {
    return this.#exclusively(async () => {
      const { store, mempool } = this.#deps;
      const removed: BlockWithReceipts[] = [];
      for (let n = store.head().header.number; n > downTo; n--) {
        const block = store.block(n);
        if (block !== undefined) removed.push({ block, receipts: store.receipts(n) ?? [] });
      }
      if (removed.length === 0) return;
      this.#durably(() => store.rollback(downTo));
      mempool.prune();
      this.events.emit("removed", removed);
    });
  }

  /** Waits for what runs; nothing is accepted afterwards. */
  async close(): Promise<void> {
    await this.#queue.catch(() => {});
    this.#failure ??= new Error("the node is stopping");
  }

  async #produce(request: ProduceRequest): Promise<BlockWithReceipts | undefined> {
    const { store, engine, mempool } = this.#deps;
    const { preset } = this.#options;
    const parent = store.head();
    const environment = nextEnvironment(preset, parent, request.timestampSec(parent.header.timestampSec));
    const transactions = request.transactions ?? mempool.select(environment.gasLimit * SELECTED_GAS_FACTOR);
    if (transactions.length === 0 && !request.allowEmpty) return undefined;
    let executed: ExecutedBlock;
    try {
      executed = await engine.execute({ environment, transactions }, store.stateAt(parent.header.number));
    } catch (error) {
      if (error instanceof EngineFaultError) mempool.remove(error.transaction.hash); // the others must not wait for it
      throw error;
    }
    for (const { transaction, reason } of executed.rejected)
      if (reason !== GAS_LIMIT_REACHED && !reason.startsWith("nonce too high"))
        mempool.remove(transaction.hash);
    if (executed.included.length === 0 && !request.allowEmpty) return undefined;
    return this.#store(sealBlock(environment, executed, store.tables));
  }

  #store(write: Parameters<ChainStore["append"]>[0]): BlockWithReceipts {
    const { store, mempool } = this.#deps;
    const { archive, preset } = this.#options;
    const kept = write.block.header.number - preset.historyBlocks + 1;
    const pruneBelow = archive ? 0 : Math.min(kept, (this.pinnedBlock ?? Number.POSITIVE_INFINITY) + 1);
    this.#durably(() => store.append(write, pruneBelow));
    mempool.prune();
    const made = { block: write.block, receipts: write.receipts };
    this.events.emit("block", made);
    return made;
  }

  #durably(write: () => void): void {
    try {
      write();
    } catch (cause) {
      this.#failure = new ChainWriteError(cause);
      this.#deps.onFailure(this.#failure);
      throw this.#failure;
    }
  }

  #exclusively<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(() => {
      if (this.#failure !== undefined) throw this.#failure;
      return work();
    });
    this.#queue = result.catch(() => {});
    return result;
  }
}

export class ChainWriteError extends Error {
  override readonly name = "ChainWriteError";
  constructor(cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`the block could not be written: ${reason}; is the disk full or read-only?`, { cause });
  }
}
