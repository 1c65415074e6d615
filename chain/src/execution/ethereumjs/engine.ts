/**
 * The Engine of `execution.ts` on `@ethereumjs/evm`. Slow and readable: the second opinion that tests compare the chain's
 * own virtual machine (`vm/`) with. The node never runs it.
 */
import type { Receipt } from "../../block/receipt.ts";
import type { ChainPreset } from "../../presets/presets.ts";
import { Overlay } from "../../state/overlay.ts";
import type { StateReader } from "../../state/stateReader.ts";
import { effectiveTip, type Transaction } from "../../transaction/transaction.ts";
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
import { isDelegation } from "./authorizations.ts";
import { type Machine, MachinePool } from "./machine.ts";
import { attachTracer } from "./tracing.ts";

type EnginePreset = Pick<ChainPreset, "chainId" | "baseFeeSink" | "transactionGasCap" | "forks">;

/** Limits for simulations and traces. */
export type EngineLimits = { timeoutMs: number; mustStop: () => boolean };

export function createEngine(preset: EnginePreset, limits?: EngineLimits): Engine {
  const pools = new Map<RulesName, MachinePool>();
  const poolFor = ({ number }: BlockEnvironment): MachinePool => {
    const rules = rulesAt(preset.forks, number);
    const pool = pools.get(rules.name) ?? new MachinePool(preset.chainId, rules);
    pools.set(rules.name, pool);
    return pool;
  };
  const optionsFor = (environment: BlockEnvironment): ApplyOptions => ({
    environment,
    chainId: preset.chainId,
    rules: rulesAt(preset.forks, environment.number),
    burnBaseFee: preset.baseFeeSink === "burn",
  });

  return {
    execute: (block, read) => {
      const overlay = beginBlock(block.environment, read);
      return poolFor(block.environment).use(overlay, (machine) =>
        executeAll(machine, block, preset, optionsFor(block.environment)),
      );
    },
    simulate: (message, environment, read, tracer) => {
      const overlay = new Overlay(read);
      return poolFor(environment).use(overlay, async (machine) => {
        machine.check = limits && timeCheck(limits);
        if (tracer) attachTracer(machine, tracer);
        const options = { ...optionsFor(environment), reportAccessList: true };
        return withDiff(await applyMessage(machine, message, options), overlay);
      });
    },
    traceTransaction: (block, index, read, tracer, observe = (before) => before) => {
      const before = beginBlock(block.environment, read);
      return poolFor(block.environment).use(before, async (machine) => {
        const earlier = { ...block, transactions: block.transactions.slice(0, index) };
        await executeAll(machine, earlier, preset, optionsFor(block.environment));
        const overlay = new Overlay(observe(before));
        machine.state.overlay = overlay;
        machine.check = limits && timeCheck(limits);
        attachTracer(machine, tracer);
        const message = messageOf(block.transactions[index] as Transaction);
        return withDiff(await applyMessage(machine, message, optionsFor(block.environment)), overlay);
      });
    },
  };
}

function timeCheck({ timeoutMs, mustStop }: EngineLimits): () => void {
  const deadline = performance.now() + timeoutMs;
  return () => {
    if (performance.now() > deadline || mustStop()) throw new ExecutionTimeoutError(timeoutMs);
  };
}

function withDiff(result: MessageResult, overlay: Overlay): Simulation {
  return { ...result, diff: () => overlay.diff() };
}

function beginBlock(environment: BlockEnvironment, read: StateReader): Overlay {
  const overlay = new Overlay(read);
  storeParentHash(overlay, environment.number, environment.parentHash);
  return overlay;
}

async function executeAll(
  machine: Machine,
  block: BlockToExecute,
  preset: EnginePreset,
  options: ApplyOptions,
): Promise<ExecutedBlock> {
  const { environment } = block;
  const overlay = machine.state.overlay;
  const included: Transaction[] = [];
  const receipts: Receipt[] = [];
  const rejected: { transaction: Transaction; reason: string }[] = [];
  let gasUsed = 0n;
  for (const tx of block.transactions) {
    const reason = refuse(tx, overlay, environment, preset, environment.gasLimit - gasUsed);
    if (reason !== undefined) {
      rejected.push({ transaction: tx, reason });
      continue;
    }
    const result = await applyMessage(machine, messageOf(tx), options).catch((cause: unknown) => {
      throw new EngineFaultError(tx, cause);
    });
    gasUsed += result.gasUsed;
    included.push(tx);
    receipts.push(receiptOf(tx, result, gasUsed, environment.baseFeePerGas));
  }
  return { included, receipts, rejected, gasUsed, diff: overlay.diff() };
}

function refuse(
  tx: Transaction,
  overlay: Overlay,
  environment: BlockEnvironment,
  preset: EnginePreset,
  gasLeft: bigint,
): string | undefined {
  if (tx.gasLimit > gasLeft) return "gas limit reached";
  const rules = rulesAt(preset.forks, environment.number);
  const limits = { ...preset, rules, blockGasLimit: environment.gasLimit };
  const sender = { account: overlay.account(tx.from), isDelegated: isDelegation(overlay.codeOf(tx.from)) };
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
