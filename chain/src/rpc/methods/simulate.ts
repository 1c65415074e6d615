/**
 * eth_simulateV1: calls in imagined blocks on top of an existing one, each seeing what those before it changed.
 * The blocks are shown with their hash, but their state root stays the parent's: nothing is written, so there is no trie.
 * With `traceTransfers`, moved CMT appears as logs of 0xeeee…, before the logs that contracts made in the same call.
 */
import { nextBaseFee } from "../../block/baseFee.ts";
import { bloomOf, joinBlooms } from "../../block/bloom.ts";
import { type Header, hashHeader } from "../../block/header.ts";
import type { Log, Receipt } from "../../block/receipt.ts";
import { encodeConsensusReceipt } from "../../block/receipt.ts";
import { bytesToHex, type Hex, hexToBytes, quantity, word } from "../../encoding/hex.ts";
import type { BlockEnvironment, Message, MessageResult, Tracer } from "../../execution/execution.ts";
import type { HeaderWithHash } from "../../state/chainStore.ts";
import { Overlay } from "../../state/overlay.ts";
import type { StateReader } from "../../state/stateReader.ts";
import { impersonatedTransaction } from "../../transaction/encodeTransaction.ts";
import type { Transaction } from "../../transaction/transaction.ts";
import { orderedRoot } from "../../trie/orderedRoot.ts";
import { stateBlock } from "../blockTag.ts";
import { fundedMessage, parseCall, withBlockOverrides, withStateOverrides } from "../callRequest.ts";
import type { CallDeps, Methods } from "../context.ts";
import { formatBlock, formatBlockLogs, formatTransaction } from "../formats.ts";
import { array, object, optional } from "../params.ts";
import { revertReason } from "../revertReason.ts";
import { invalidParams } from "../rpcError.ts";

const MAX_BLOCKS = 256;
const MAX_CALLS = 1_000;
const TRANSFER_ADDRESS: Hex = `0x${"e".repeat(40)}`;
/** Transfer(address,address,uint256) */
const TRANSFER_TOPIC: Hex = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";
const REVERTED = 3;
const HALTED = -32015;

type Settings = { traceTransfers: boolean; isValidated: boolean; withTransactions: boolean };

export function simulateMethods(deps: CallDeps): Methods {
  return {
    eth_simulateV1: async ([payload, tag]) => {
      const request = object(payload, "payload");
      const wanted = array(request.blockStateCalls, "blockStateCalls", MAX_BLOCKS);
      if (wanted.length === 0) throw invalidParams("empty input");
      const settings: Settings = {
        traceTransfers: request.traceTransfers === true,
        isValidated: request.validation === true,
        withTransactions: request.returnFullTransactions === true,
      };
      let parent = stateBlock(deps.reader, tag);
      let state: StateReader = deps.reader.stateAt(parent.header.number);
      const shown: unknown[] = [];
      for (const item of wanted) {
        const made = await simulateBlock(deps, settings, parent, state, object(item, "blockStateCalls"));
        shown.push(made.shown);
        ({ parent, state } = made);
      }
      return shown;
    },
  };
}

type Simulated = { parent: HeaderWithHash; state: StateReader; shown: unknown };

async function simulateBlock(
  deps: CallDeps,
  settings: Settings,
  parent: HeaderWithHash,
  before: StateReader,
  request: Record<string, unknown>,
): Promise<Simulated> {
  const environment = environmentAfter(deps, settings, parent, request.blockOverrides);
  const state = new Overlay(withStateOverrides(before, request.stateOverrides));
  const calls = optional(request.calls, "calls", (list) => array(list, "calls", MAX_CALLS)) ?? [];
  const transactions: Transaction[] = [];
  const receipts: Receipt[] = [];
  const outcomes: MessageResult[] = [];
  let gasUsed = 0n;
  for (const item of calls) {
    const message = messageOf(deps, item, environment, state, gasUsed);
    const nonce = state.account(message.from)?.nonce ?? 0n;
    const transfers = collectTransfers();
    const run = await deps.engine.simulate(message, environment, state, transfers.tracer);
    state.apply(run.diff());
    gasUsed += run.gasUsed;
    const moved = settings.traceTransfers && run.outcome === "success" ? transfers.logs() : [];
    transactions.push(transactionOf(deps, message, nonce));
    outcomes.push(run);
    receipts.push(receiptOf(run, [...moved, ...run.logs], gasUsed, environment.baseFeePerGas));
  }
  const header = headerOf(environment, parent.header, transactions, receipts, gasUsed);
  const block = { hash: hashHeader(header), header, transactions };
  const logs = formatBlockLogs(block, receipts);
  const ofCall = (i: number) => logs.filter(({ transactionIndex }) => transactionIndex === quantity(i));
  const shown = {
    ...formatBlock(block, false),
    ...(settings.withTransactions && {
      transactions: transactions.map((tx, i) => formatTransaction(tx, block, i)),
    }),
    calls: outcomes.map((outcome, i) => formatOutcome(outcome, ofCall(i))),
  };
  return { parent: block, state, shown };
}

function environmentAfter(
  { preset }: CallDeps,
  { isValidated }: Settings,
  parent: HeaderWithHash,
  overrides: unknown,
): BlockEnvironment {
  const { header, hash } = parent;
  const base = {
    ...header,
    number: header.number + 1,
    timestampSec: header.timestampSec + 1,
    baseFeePerGas: isValidated ? nextBaseFee(header, preset.baseFeeFloorPerGas) : 0n,
    parentHash: hash,
  };
  const environment = withBlockOverrides(base, overrides);
  if (environment.number <= header.number) throw invalidParams("block numbers must be in order");
  if (environment.timestampSec < header.timestampSec)
    throw invalidParams("block timestamps must be in order");
  return environment;
}

function messageOf(
  { preset }: CallDeps,
  item: unknown,
  environment: BlockEnvironment,
  state: StateReader,
  gasUsed: bigint,
): Message {
  const left = environment.gasLimit - gasUsed;
  const cap = left < preset.transactionGasCap ? left : preset.transactionGasCap;
  return fundedMessage(parseCall(item), cap, environment, state);
}

function transactionOf({ preset }: CallDeps, message: Message, nonce: bigint): Transaction {
  const { maxFeePerGas = 0n, maxPriorityFeePerGas = 0n } = message.fees ?? {};
  return impersonatedTransaction({
    ...message,
    chainId: preset.chainId,
    nonce,
    maxFeePerGas,
    maxPriorityFeePerGas,
  });
}

function receiptOf(
  run: MessageResult,
  logs: readonly Log[],
  cumulativeGasUsed: bigint,
  effectiveGasPrice: bigint,
): Receipt {
  const { gasUsed, contractAddress } = run;
  return {
    type: 2,
    succeeded: run.outcome === "success",
    cumulativeGasUsed,
    gasUsed,
    effectiveGasPrice,
    contractAddress,
    logs,
  };
}

function headerOf(
  environment: BlockEnvironment,
  parent: Header,
  transactions: readonly Transaction[],
  receipts: readonly Receipt[],
  gasUsed: bigint,
): Header {
  return {
    ...parent,
    ...environment,
    gasUsed,
    extraData: new Uint8Array(0),
    transactionsRoot: orderedRoot(transactions.map(({ raw }) => raw)),
    receiptsRoot: orderedRoot(receipts.map(encodeConsensusReceipt)),
    logsBloom: joinBlooms(receipts.map(({ logs }) => bloomOf(logs))),
  };
}

function formatOutcome(run: MessageResult, logs: unknown[]): Record<string, unknown> {
  const returnData = bytesToHex(run.returnData);
  const base = {
    returnData,
    logs,
    gasUsed: quantity(run.gasUsed),
    status: run.outcome === "success" ? "0x1" : "0x0",
  };
  if (run.outcome === "success") return base;
  if (run.outcome === "halt") return { ...base, error: { code: HALTED, message: run.haltReason } };
  const reason = revertReason(run.returnData);
  const message = reason === undefined ? "execution reverted" : `execution reverted: ${reason}`;
  return { ...base, error: { code: REVERTED, message, data: returnData } };
}

/** Value that moved between accounts, without that of frames which were taken back. */
function collectTransfers(): { tracer: Tracer; logs: () => Log[] } {
  const frames: Log[][] = [[]];
  const tracer: Tracer = {
    enter: ({ kind, from, to, value }) => {
      const moves = value > 0n && kind !== "DELEGATECALL" && kind !== "CALLCODE" && to !== undefined;
      frames.push(moves ? [transferLog(from, to, value)] : []);
    },
    exit: ({ error }) => {
      const own = frames.pop() ?? [];
      if (error === undefined) frames.at(-1)?.push(...own);
    },
  };
  return { tracer, logs: () => frames[0] ?? [] };
}

function transferLog(from: Hex, to: Hex, amountAtto: bigint): Log {
  const topics = [TRANSFER_TOPIC, word(BigInt(from)), word(BigInt(to))];
  return { address: TRANSFER_ADDRESS, topics, data: hexToBytes(word(amountAtto)) };
}
