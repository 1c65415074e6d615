/**
 * The contract between the chain and its engine. `execute` is a function of (state before, block) and nothing else:
 * no clock, no randomness, no other input. A transaction that is invalid at its place is left out and named;
 * a sealed block executed again leaves out none. `simulate` runs one message for eth_call, eth_estimateGas and the tracers.
 */
import type { Log, Receipt } from "../block/receipt.ts";
import type { Hex } from "../encoding/hex.ts";
import type { StateDiff, StateReader } from "../state/stateReader.ts";
import type { AccessListEntry, Authorization, Transaction } from "../transaction/transaction.ts";

export type BlockEnvironment = {
  number: number;
  timestampSec: number;
  gasLimit: bigint;
  baseFeePerGas: bigint;
  coinbase: Hex;
  prevRandao: Hex;
  parentHash: Hex;
};

export type BlockToExecute = { environment: BlockEnvironment; transactions: readonly Transaction[] };

export type ExecutedBlock = {
  included: readonly Transaction[];
  receipts: readonly Receipt[];
  rejected: readonly { transaction: Transaction; reason: string }[];
  gasUsed: bigint;
  diff: StateDiff;
};

/** A message without signature. Undefined fee fields mean a free call: base fee zero, no balance touched for gas. */
export type Message = {
  from: Hex;
  to: Hex | undefined;
  value: bigint;
  data: Uint8Array;
  gasLimit: bigint;
  fees: { maxFeePerGas: bigint; maxPriorityFeePerGas: bigint } | undefined;
  accessList: readonly AccessListEntry[];
  authorizationList: readonly Authorization[];
};

export type MessageResult = {
  outcome: "success" | "revert" | "halt";
  /** The engine's word for a halt ("out of gas", "invalid opcode"). */
  haltReason: string | undefined;
  returnData: Uint8Array;
  gasUsed: bigint;
  /** Already taken off `gasUsed`. */
  refundedGas: bigint;
  logs: readonly Log[];
  contractAddress: Hex | undefined;
  /** Storage and accounts touched, when asked for. */
  accessList: readonly AccessListEntry[];
};

export type TraceStep = {
  pc: number;
  op: string;
  opcode: number;
  gasLeft: bigint;
  gasCost: bigint;
  depth: number;
  stack: readonly bigint[];
  memory: Uint8Array;
  address: Hex;
  refund: bigint;
};

export type TraceFrame = {
  kind: "CALL" | "STATICCALL" | "DELEGATECALL" | "CALLCODE" | "CREATE" | "CREATE2";
  from: Hex;
  to: Hex | undefined;
  value: bigint;
  gasLimit: bigint;
  input: Uint8Array;
};

export type TraceFrameEnd = {
  gasUsed: bigint;
  output: Uint8Array;
  error: string | undefined;
  created: Hex | undefined;
  logs: readonly Log[];
};

export type Tracer = {
  step?(step: TraceStep): void;
  enter?(frame: TraceFrame): void;
  exit?(end: TraceFrameEnd): void;
};

/** A run that was not stored: what it would have changed can be asked for. */
export type Simulation = MessageResult & { diff(): StateDiff };

/** The engine itself failed on a transaction, which says nothing about the transaction's validity. It goes into no block. */
export class EngineFaultError extends Error {
  override readonly name = "EngineFaultError";
  readonly transaction: Transaction;
  constructor(transaction: Transaction, cause: unknown) {
    super(`the engine failed on transaction ${transaction.hash}: ${String(cause)}`, { cause });
    this.transaction = transaction;
  }
}

/** A simulation took longer than the engine was told to allow. Blocks have no time limit, only gas. */
export class ExecutionTimeoutError extends Error {
  override readonly name = "ExecutionTimeoutError";
  constructor(timeoutMs: number) {
    super(`execution aborted (timeout = ${timeoutMs / 1_000}s)`); // geth's words
  }
}

export interface Engine {
  /** @throws EngineFaultError */
  execute(block: BlockToExecute, read: StateReader): Promise<ExecutedBlock>;
  simulate(
    message: Message,
    environment: BlockEnvironment,
    read: StateReader,
    tracer?: Tracer,
  ): Promise<Simulation>;
  /**
   * Runs a sealed block up to transaction `index`, and that one under the tracer.
   * `observe` may wrap the state just before it, to see what it reads.
   */
  traceTransaction(
    block: BlockToExecute,
    index: number,
    read: StateReader,
    tracer: Tracer,
    observe?: (before: StateReader) => StateReader,
  ): Promise<Simulation>;
}
