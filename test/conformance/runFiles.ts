// Spreads files of vectors over worker threads. A worker that dies (out of memory) fails its file and is replaced.
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { EngineName } from "./engines.ts";
import { count, failed, type Outcome, type Tally } from "./outcome.ts";

export interface FileResult {
  readonly path: string;
  readonly tally: Tally;
  readonly seconds: number;
}

const MAX_WORKERS = 2;
const WORKER_HEAP_MB = 2_500;

export async function runFiles(
  paths: readonly string[],
  engine: EngineName,
  onResult: (result: FileResult) => void,
): Promise<void> {
  const queue = [...paths];
  const lanes = Math.min(MAX_WORKERS, availableParallelism(), queue.length);
  await Promise.all(Array.from({ length: lanes }, () => runLane(queue, engine, onResult)));
}

async function runLane(
  queue: string[],
  engine: EngineName,
  onResult: (result: FileResult) => void,
): Promise<void> {
  let worker = startWorker(engine);
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const startedAtMs = performance.now();
    const tally = await runIn(worker, path);
    onResult({
      path,
      tally: "status" in tally ? count(path, tally) : tally,
      seconds: (performance.now() - startedAtMs) / 1000,
    });
    if ("status" in tally) worker = startWorker(engine);
  }
  await worker.terminate();
}

function startWorker(engine: EngineName): Worker {
  return new Worker(new URL("./worker.ts", import.meta.url), {
    workerData: { engine },
    resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MB },
  });
}

function runIn(worker: Worker, path: string): Promise<Tally | Outcome> {
  return new Promise((resolve) => {
    const onError = (error: unknown): void => done(failed(`the worker died: ${error}`));
    const done = (result: Tally | Outcome): void => {
      worker.off("message", done).off("error", onError);
      resolve(result);
    };
    worker.on("message", done).on("error", onError);
    worker.postMessage(path);
  });
}
