/**
 * The Engine of `execution.ts` on the chain's own virtual machine: a WebAssembly kernel (`vm/`) for everything inside a
 * transaction, precompiles from libraries, and the block's rules around it. Runs without waiting, so one kernel a fork is enough.
 */

import type { Receipt } from "../../block/receipt.ts";
import type { ChainPreset } from "../../presets/presets.ts";
import { Overlay } from "../../state/overlay.ts";
import type { StateReader } from "../../state/stateReader.ts";
import { effectiveTip, type Transaction } from "../../transaction/transaction.ts";
import { EMPTY_TRIE_ROOT } from "../../trie/node.ts";
import {
  type BlockEnvironment,
  type BlockToExecute,
  type Engine,
  EngineFaultError,
  type ExecutedBlock,
  ExecutionTimeoutError,
  type Message,
  type MessageResult,
  type Simulation,
} from "../execution.ts";
import { storeParentHash } from "../historyContract.ts";
import { type RulesName, rulesAt } from "../rules.ts";
import { executionFault, staticFault } from "../transactionRules.ts";
import { type ApplyOptions, applyMessage } from "./applyMessage.ts";
import { flushChanges } from "./flushChanges.ts";
import { Kernel } from "./kernel.ts";
import { kernelTracer } from "./tracing.ts";

type EnginePreset = Pick<ChainPreset, "chainId" | "baseFeeSink" | "transactionGasCap" | "forks">;

/** Limits for simulations and traces. Their gas bounds everything but slow precompiles, so time is looked at there. */
export type EngineLimits = { timeoutMs: number; mustStop: () => boolean };

export function createVmEngine(preset: EnginePreset, limits?: EngineLimits): Engine {
  const kernels = new Map<RulesName, Kernel>();
  const kernelFor = ({ number }: BlockEnvironment): Kernel => {
    const rules = rulesAt(preset.forks, number);
    const known = kernels.get(rules.name);
    if (known !== undefined && !known.isBroken) return known;
    const kernel = new Kernel(rules);
    kernels.set(rules.name, kernel);
    return kernel;
  };
  const optionsFor = (environment: BlockEnvironment): ApplyOptions => ({
    environment,
    chainId: preset.chainId,
    rules: rulesAt(preset.forks, environment.number),
    burnBaseFee: preset.baseFeeSink === "burn",
  });
  const begin = (state: Overlay, environment: BlockEnvironment): Kernel => {
    const kernel = kernelFor(environment);
    kernel.tracer = undefined;
    kernel.check = undefined;
    kernel.beginBlock(state, environment.number);
    return kernel;
  };

  return {
    execute: async (block, read) => {
      const overlay = beginBlock(block.environment, read);
      return executeAll(
        begin(overlay, block.environment),
        block,
        preset,
        optionsFor(block.environment),
        overlay,
      );
    },
    simulate: async (message, environment, read, tracer) => {
      const overlay = new Overlay(read);
      const kernel = begin(overlay, environment);
      kernel.tracer = tracer && kernelTracer(kernel, tracer);
      kernel.check = limits && timeCheck(limits);
      const options = { ...optionsFor(environment), reportAccessList: true };
      return finish(kernel, applyMessage(kernel, message, options), overlay);
    },
    traceTransaction: async (block, index, read, tracer, observe = (before) => before) => {
      const before = beginBlock(block.environment, read);
      const options = optionsFor(block.environment);
      const earlier = { ...block, transactions: block.transactions.slice(0, index) };
      executeAll(begin(before, block.environment), earlier, preset, options, before);
      const overlay = new Overlay(observe(before));
      const kernel = begin(overlay, block.environment);
      kernel.tracer = kernelTracer(kernel, tracer);
      kernel.check = limits && timeCheck(limits);
      const message = messageOf(block.transactions[index] as Transaction);
      return finish(kernel, applyMessage(kernel, message, options), overlay);
    },
  };
}

function timeCheck({ timeoutMs, mustStop }: EngineLimits): () => void {
  const deadlineMs = performance.now() + timeoutMs;
  return () => {
    if (performance.now() > deadlineMs || mustStop()) throw new ExecutionTimeoutError(timeoutMs);
  };
}

function finish(kernel: Kernel, result: MessageResult, overlay: Overlay): Simulation {
  flushChanges(kernel, overlay);
  return { ...result, diff: () => overlay.diff() };
}

function beginBlock(environment: BlockEnvironment, read: StateReader): Overlay {
  const overlay = new Overlay(read);
  storeParentHash(overlay, environment.number, environment.parentHash);
  return overlay;
}

function executeAll(
  kernel: Kernel,
  block: BlockToExecute,
  preset: EnginePreset,
  options: ApplyOptions,
  overlay: Overlay,
): ExecutedBlock {
  const { environment } = block;
  const included: Transaction[] = [];
  const receipts: Receipt[] = [];
  const rejected: { transaction: Transaction; reason: string }[] = [];
  let gasUsed = 0n;
  for (const tx of block.transactions) {
    try {
      const reason = refuse(tx, kernel, environment, preset, environment.gasLimit - gasUsed);
      if (reason !== undefined) {
        rejected.push({ transaction: tx, reason });
        continue;
      }
      const result = applyMessage(kernel, messageOf(tx), options);
      gasUsed += result.gasUsed;
      included.push(tx);
      receipts.push(receiptOf(tx, result, gasUsed, environment.baseFeePerGas));
    } catch (cause) {
      throw new EngineFaultError(tx, cause);
    }
  }
  flushChanges(kernel, overlay);
  return { included, receipts, rejected, gasUsed, diff: overlay.diff() };
}

function refuse(
  tx: Transaction,
  kernel: Kernel,
  environment: BlockEnvironment,
  preset: EnginePreset,
  gasLeft: bigint,
): string | undefined {
  if (tx.gasLimit > gasLeft) return "gas limit reached";
  const rules = rulesAt(preset.forks, environment.number);
  const limits = { ...preset, rules, blockGasLimit: environment.gasLimit };
  const sender = kernel.run(() => {
    const pointer = kernel.accountOf(tx.from);
    const account = {
      nonce: kernel.nonceOf(pointer),
      balance: kernel.balanceOf(pointer),
      codeHash: kernel.codeHashOf(pointer),
      storageRoot: EMPTY_TRIE_ROOT,
    } as const;
    return { account, isDelegated: kernel.isDelegated(pointer) };
  });
  return staticFault(tx, limits) ?? executionFault(tx, sender, environment.baseFeePerGas);
}

function messageOf(tx: Transaction): Message {
  const { maxFeePerGas, maxPriorityFeePerGas } = tx;
  return { ...tx, fees: { maxFeePerGas, maxPriorityFeePerGas } };
}

function receiptOf(
  tx: Transaction,
  result: MessageResult,
  cumulativeGasUsed: bigint,
  baseFee: bigint,
): Receipt {
  return {
    type: tx.type,
    succeeded: result.outcome === "success",
    cumulativeGasUsed,
    gasUsed: result.gasUsed,
    effectiveGasPrice: baseFee + effectiveTip(tx, baseFee),
    contractAddress: result.contractAddress,
    logs: result.logs,
  };
}
