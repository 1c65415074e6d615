// The marketplace as a process: `node marketplace/src/main.ts`, or `… main.ts rebuild` to empty the read models (they
// fill again from block 0 at the next start). SIGTERM and SIGINT stop it cleanly; a fault it knows is one sentence on
// stderr and exit code 1.
import { DatabaseError } from "@cybermiles/chain/database";
import { FolderLockError } from "@cybermiles/chain/lock";
import { DeploymentError } from "@cybermiles/contracts/deployments";
import { ConfigError, readConfig } from "./config.ts";
import { KeyFileError } from "./keys/keyFile.ts";
import { ListenError, rebuildMarketplace, startMarketplace } from "./service/startMarketplace.ts";

const KNOWN_FAULTS = [
  ConfigError,
  DatabaseError,
  DeploymentError,
  FolderLockError,
  KeyFileError,
  ListenError,
];
const KNOWN_NAMES = ["FollowerError", "RpcError"];

async function main(): Promise<void> {
  const config = readConfig(process.env);
  if (process.argv[2] === "rebuild") {
    await rebuildMarketplace(config);
    process.stdout.write("The read models are empty; the next start fills them from block 0.\n");
    return;
  }
  // Listened for from the first moment: whoever asks during the start gets a clean stop too.
  const asked = new Promise<"asked">((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve("asked"));
  });
  const marketplace = await startMarketplace(config);
  const reason = await Promise.race([asked, marketplace.failed]);
  if (reason === "asked") {
    await marketplace.close();
    process.exit(0);
  }
  await marketplace.close().catch(() => undefined);
  stopWith(reason);
}

function stopWith(error: unknown): void {
  process.stderr.write(`marketplace: ${sentenceOf(error)}\n`);
  process.exit(1);
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "HttpRequestError") return "The chain does not answer at RPC_URL; start it first.";
  const isKnown = KNOWN_FAULTS.some((kind) => error instanceof kind) || KNOWN_NAMES.includes(error.name);
  return isKnown ? error.message : (error.stack ?? error.message);
}

main().catch(stopWith);
