// Runs files of vectors as they are handed over, one at a time.
import { parentPort, workerData } from "node:worker_threads";
import type { EngineName } from "./engines.ts";
import { runFile } from "./runFile.ts";

const { engine } = workerData as { engine: EngineName };

parentPort?.on("message", async (path: string) => {
  parentPort?.postMessage(await runFile(path, engine));
});
