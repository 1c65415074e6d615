/**
 * The node as a process: `node chain/src/main.ts [--dev] [--archive] [--block-time ms]`, settings in `config.ts`.
 * SIGTERM and SIGINT stop it cleanly. A fault it knows is one sentence on stderr and exit code 1.
 */
import { pino } from "pino";
import { ConfigError, readConfig } from "./config.ts";
import { FolderLockError } from "./lock/lockFolder.ts";
import { NodeOptionsError, startNode } from "./node.ts";
import { ListenError } from "./rpc/server.ts";
import { ChainWriteError } from "./sequencer/chainWriter.ts";
import { CorruptedStoreError, StoreRefusedError, StoreUnusableError } from "./state/openStore.ts";

const KNOWN_FAULTS = [
  ChainWriteError,
  ConfigError,
  CorruptedStoreError,
  FolderLockError,
  ListenError,
  NodeOptionsError,
  StoreRefusedError,
  StoreUnusableError,
];

async function main(): Promise<void> {
  // Listened for from the first moment: whoever asks during the start gets a clean stop too.
  const asked = new Promise<"asked">((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve("asked"));
  });
  const config = readConfig(process.env, process.argv.slice(2));
  const log = pino({ level: config.logLevel, name: "chain" });
  const node = await startNode({ ...config, log });
  const reason = await Promise.race([asked, node.failed]);
  if (reason === "asked") {
    log.info("stopping");
    await node.close();
    process.exit(0);
  }
  await node.close().catch(() => {});
  stopWith(reason);
}

function stopWith(error: unknown): void {
  const isKnown = KNOWN_FAULTS.some((kind) => error instanceof kind);
  const text = error instanceof Error ? (isKnown ? error.message : error.stack) : String(error);
  process.stderr.write(`chain: ${text}\n`);
  process.exit(1);
}

main().catch(stopWith);
