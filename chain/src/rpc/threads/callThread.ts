/**
 * A thread that runs calls and traces on its own read transactions, so that no call holds up block production.
 * It opens the same LMDB environment and never writes. One job at a time: CallJob in, CallAnswer out; "stop" ends it.
 * It is never terminated from outside: that crashes the process in native code. A job ends by its own time limit.
 */
import { parentPort, workerData } from "node:worker_threads";
import { createVmEngine } from "../../execution/vm/engine.ts";
import { presets } from "../../presets/presets.ts";
import { ChainStore } from "../../state/chainStore.ts";
import { openTables } from "../../state/tables.ts";
import { engineMethods } from "../methods/engine.ts";
import { RpcError } from "../rpcError.ts";
import type { CallAnswer, CallJob, CallThreadData } from "./callPool.ts";

const { path, presetName, timeoutMs, stopFlag } = workerData as CallThreadData;
const preset = presets[presetName];
const reader = new ChainStore(openTables(path));
const engine = createVmEngine(preset, { timeoutMs, mustStop: () => Atomics.load(stopFlag, 0) === 1 });
let nextTimestampSec = 0;
const methods = engineMethods({ preset, reader, engine, nextTimestampSec: () => nextTimestampSec });

parentPort?.on("message", async (job: CallJob | "stop") => {
  if (job === "stop") {
    await reader.tables.environment.close();
    parentPort?.close();
    return;
  }
  nextTimestampSec = job.nextTimestampSec;
  reader.refresh();
  parentPort?.postMessage(await answer(job));
});
parentPort?.postMessage({ isReady: true });

async function answer({ id, method, params }: CallJob): Promise<CallAnswer> {
  try {
    return { id, result: await methods[method]?.(params, undefined) };
  } catch (error) {
    if (!(error instanceof RpcError)) return { id, fault: String(error) };
    const { code, message, data } = error;
    return { id, error: { code, message, data } };
  }
}
