/**
 * What the handlers depend on: a reader of the chain, an engine for calls, a view of the mempool and a port to submit.
 * Nothing here belongs to the writer, so handlers can move to threads that only read.
 */
import type { EventEmitter } from "node:events";
import type { Hex } from "../encoding/hex.ts";
import type { Engine } from "../execution/execution.ts";
import type { ChainPreset } from "../presets/presets.ts";
import type { ChainEvents } from "../sequencer/chainWriter.ts";
import type { ChainStore } from "../state/chainStore.ts";
import type { Transaction } from "../transaction/transaction.ts";

export type ChainReader = Pick<
  ChainStore,
  | "head"
  | "header"
  | "numberOf"
  | "block"
  | "receipts"
  | "transactionPosition"
  | "hasStateAt"
  | "stateAt"
  | "nodeAt"
  | "blocksWithLogs"
>;

export type MempoolView = {
  readonly size: number;
  get(hash: Hex): Transaction | undefined;
  nextNonce(address: Hex): bigint;
  content(): { pending: Transaction[]; queued: Transaction[] };
};

export type RpcContext = {
  preset: ChainPreset;
  reader: ChainReader;
  engine: Engine;
  mempool: MempoolView;
  events: EventEmitter<ChainEvents>;
  /** @throws MempoolRefusal */
  submit(tx: Transaction): Promise<void>;
  /** Timestamp that a block made now would get. */
  nextTimestampSec(): number;
  clientVersion: string;
};

/** What calls and traces need: nothing of the mempool or the writer, so threads run them. */
export type CallDeps = Pick<RpcContext, "preset" | "reader" | "engine" | "nextTimestampSec">;

/** What one WebSocket connection offers to handlers; HTTP has none. */
export type Connection = {
  subscribe(start: (notify: (result: unknown) => void) => () => void): Hex;
  unsubscribe(id: string): boolean;
};

export type Method = (params: unknown[], connection: Connection | undefined) => unknown;
export type Methods = Record<string, Method>;
