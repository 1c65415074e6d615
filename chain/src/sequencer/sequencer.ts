/**
 * When blocks are made on a single node: as soon as a transaction waits (at most one block in `minBlockIntervalMs`, so bursts
 * share blocks), every `blockTimeMs` where that is set, and an empty heartbeat block after `heartbeatMs` of silence.
 * The development clock (`evm_increaseTime` and friends) lives here too.
 */

import type { Mempool } from "../mempool/mempool.ts";
import type { Transaction } from "../transaction/transaction.ts";
import { nextTimestampSec } from "./blockTime.ts";
import type { BlockWithReceipts, ChainWriter } from "./chainWriter.ts";

export type SequencerOptions = {
  minBlockIntervalMs: number;
  /** 0: no heartbeat. */
  heartbeatMs: number;
  blockTimeMs: number | undefined;
  dev: boolean;
  offsetSec: number;
};
export type SequencerDeps = {
  writer: ChainWriter;
  mempool: Mempool;
  nowMs: () => number;
  onError: (error: unknown) => void;
};

const INCLUSION_TIMEOUT_MS = 2_000;

export class Sequencer {
  /** `evm_setAutomine(false)` and `evm_setIntervalMining` change these. */
  automine: boolean;
  offsetSec: number;
  fixedTimestampSec: number | undefined;
  readonly #options: SequencerOptions;
  readonly #deps: SequencerDeps;
  #timer: NodeJS.Timeout | undefined;
  #interval: NodeJS.Timeout | undefined;
  #heartbeat: NodeJS.Timeout | undefined;
  #lastBlockMs = 0;
  #isStopped = false;

  constructor(options: SequencerOptions, deps: SequencerDeps) {
    this.#options = options;
    this.#deps = deps;
    this.automine = options.blockTimeMs === undefined;
    this.offsetSec = options.offsetSec;
  }

  start(): void {
    this.#armHeartbeat();
    this.setIntervalMining(this.#options.blockTimeMs ?? 0);
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    clearInterval(this.#interval);
    clearTimeout(this.#heartbeat);
  }

  /** @throws MempoolRefusal. Resolves when the transaction waits; with `--dev` when its block is there, as Hardhat does. */
  async submit(tx: Transaction): Promise<void> {
    this.#deps.mempool.add(tx);
    this.#deps.writer.events.emit("pending", tx);
    if (!this.automine) return;
    const included = this.#options.dev ? this.#inclusion(tx) : undefined;
    this.#schedule();
    await included;
  }

  /** One block now. */
  async mine(timestampSec?: number): Promise<BlockWithReceipts> {
    const made = await this.#produce(true, timestampSec);
    if (made === undefined) throw new Error("no block was made");
    return made;
  }

  setIntervalMining(intervalMs: number): void {
    clearInterval(this.#interval);
    if (intervalMs > 0)
      this.#interval = setInterval(() => this.#produce(true).catch(this.#deps.onError), intervalMs);
  }

  /** Makes a block of what waits, soon. */
  kick(): void {
    if (this.automine && this.#deps.mempool.size > 0) this.#schedule();
  }

  #schedule(): void {
    if (this.#timer !== undefined || this.#isStopped) return;
    const waitMs = Math.max(0, this.#lastBlockMs + this.#options.minBlockIntervalMs - this.#deps.nowMs());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#produce(false)
        .catch(this.#deps.onError)
        .finally(() => {
          if (this.automine && this.#deps.mempool.hasPending()) this.#schedule();
        });
    }, waitMs);
  }

  async #produce(allowEmpty: boolean, timestampSec?: number): Promise<BlockWithReceipts | undefined> {
    const made = await this.#deps.writer.produce({
      allowEmpty,
      timestampSec: (parentSec) =>
        timestampSec ??
        nextTimestampSec({
          parentSec,
          nowMs: this.#deps.nowMs(),
          strictlyIncreasing: this.#options.dev,
          offsetSec: this.offsetSec,
          fixedSec: this.fixedTimestampSec,
        }),
    });
    if (made !== undefined) {
      this.#lastBlockMs = this.#deps.nowMs();
      const fixed = this.fixedTimestampSec;
      if (fixed !== undefined && made.block.header.timestampSec === fixed) {
        this.fixedTimestampSec = undefined;
        this.offsetSec = fixed - Math.floor(this.#lastBlockMs / 1_000); // the clock goes on from there
      }
      this.#armHeartbeat();
    }
    return made;
  }

  #armHeartbeat(): void {
    clearTimeout(this.#heartbeat);
    if (this.#options.heartbeatMs === 0 || this.#isStopped) return;
    this.#heartbeat = setTimeout(() => {
      const mayBeat = this.automine && this.fixedTimestampSec === undefined;
      if (mayBeat) this.#produce(true).catch(this.#deps.onError);
      else this.#armHeartbeat();
    }, this.#options.heartbeatMs);
  }

  #inclusion(tx: Transaction): Promise<void> {
    const { events } = this.#deps.writer;
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timeout);
        events.off("block", onBlock);
        resolve();
      };
      const onBlock = ({ block }: BlockWithReceipts): void => {
        if (block.transactions.some(({ hash }) => hash === tx.hash)) done();
      };
      const timeout = setTimeout(done, INCLUSION_TIMEOUT_MS);
      events.on("block", onBlock);
      if (this.#deps.mempool.nextNonce(tx.from) <= tx.nonce) done(); // queued behind a gap
    });
  }
}
