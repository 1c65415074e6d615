/** debug_trace...: struct logger, callTracer and prestateTracer over past transactions, blocks and calls. */
import type { Block } from "../../block/block.ts";
import { encodeHeader } from "../../block/header.ts";
import { bytesToHex } from "../../encoding/hex.ts";
import type { Simulation, Tracer } from "../../execution/execution.ts";
import type { StateReader } from "../../state/stateReader.ts";
import { blockTag, stateBlock } from "../blockTag.ts";
import { fundedMessage, parseCall, withBlockOverrides, withStateOverrides } from "../callRequest.ts";
import type { CallDeps, Methods } from "../context.ts";
import { hash, object, optional } from "../params.ts";
import { invalidParams, serverError } from "../rpcError.ts";
import { callTracer } from "../tracers/callTracer.ts";
import { prestateTracer } from "../tracers/prestateTracer.ts";
import { structLogger } from "../tracers/structLogger.ts";
import { callContext } from "./calls.ts";

type Trace = {
  tracer: Tracer;
  observe: (before: StateReader) => StateReader;
  result: (run: Simulation) => unknown;
};

export function debugMethods(context: CallDeps): Methods {
  const { reader, engine, preset } = context;

  const traceIn = async (block: Block, index: number, options: unknown): Promise<unknown> => {
    const parent = stateBlock(reader, block.header.number - 1);
    const tx = block.transactions[index];
    if (tx === undefined) throw serverError("transaction not found");
    const trace = chooseTracer(options, tx.gasLimit);
    const toExecute = { environment: block.header, transactions: block.transactions };
    const state = reader.stateAt(parent.header.number);
    return trace.result(await engine.traceTransaction(toExecute, index, state, trace.tracer, trace.observe));
  };
  const traceBlock = async (number: number | undefined, options: unknown): Promise<unknown> => {
    const block = number === undefined ? undefined : reader.block(number);
    if (block === undefined) throw serverError("block not found");
    const traces: unknown[] = [];
    for (const [i, tx] of block.transactions.entries())
      traces.push({ txHash: tx.hash, result: await traceIn(block, i, options) });
    return traces;
  };

  return {
    debug_traceTransaction: ([value, options]) => {
      const position = reader.transactionPosition(hash(value, "transaction hash"));
      const block = position && reader.block(position.blockNumber);
      if (!position || !block) throw serverError("transaction not found");
      return traceIn(block, position.index, options);
    },
    debug_traceBlockByNumber: ([tag, options]) => traceBlock(blockTag(reader, tag).number, options),
    debug_traceBlockByHash: ([value, options]) =>
      traceBlock(reader.numberOf(hash(value, "block hash")), options),
    debug_traceCall: async ([call, tag, options]) => {
      const settings = optional(options, "options", object) ?? {};
      const base = callContext(context, tag, "latest");
      const environment = withBlockOverrides(base.environment, settings.blockOverrides);
      const state = withStateOverrides(base.state, settings.stateOverrides);
      const message = fundedMessage(parseCall(call), preset.transactionGasCap, environment, state);
      const trace = chooseTracer(options, message.gasLimit);
      return trace.result(await engine.simulate(message, environment, trace.observe(state), trace.tracer));
    },
    debug_getRawHeader: ([tag]) => {
      const found = reader.header(blockTag(reader, tag).number);
      return found ? bytesToHex(encodeHeader(found.header)) : null;
    },
  };
}

function chooseTracer(options: unknown, gasLimit: bigint): Trace {
  const { tracer, tracerConfig, ...logger } = optional(options, "options", object) ?? {};
  const config = optional(tracerConfig, "tracerConfig", object) ?? {};
  const observe = (before: StateReader): StateReader => before;
  if (tracer === undefined || tracer === null || tracer === "") return { observe, ...structLogger(logger) };
  if (tracer === "callTracer") return { observe, ...callTracer(config, gasLimit) };
  if (tracer === "prestateTracer") return { tracer: {}, ...prestateTracer(config) };
  throw invalidParams(`tracer not found: ${String(tracer)}; there are callTracer and prestateTracer`);
}
