/**
 * The gateway as a process: `node payments/src/main.ts`, settings in `config.ts`. SIGTERM and SIGINT stop it cleanly.
 * A fault it knows is one sentence on stderr and exit code 1.
 */

import { DatabaseError } from "@cybermiles/chain/database";
import { FollowerError } from "@cybermiles/chain/follower";
import { FolderLockError } from "@cybermiles/chain/lock";
import { DeploymentError } from "@cybermiles/contracts/deployments";
import { ChainUnreachableError } from "./chain/gatewayChain.ts";
import { ConfigError, readConfig } from "./config.ts";
import { KeyFileError } from "./keys/keyFile.ts";
import { SealedWithOtherKeyError } from "./keys/serviceKey.ts";
import { ListenError, startPayments } from "./service.ts";

const KNOWN_FAULTS = [
  ChainUnreachableError,
  ConfigError,
  DatabaseError,
  DeploymentError,
  FollowerError,
  FolderLockError,
  KeyFileError,
  ListenError,
  SealedWithOtherKeyError,
];

async function main(): Promise<void> {
  // Listened for from the first moment: whoever asks during the start gets a clean stop too.
  const asked = new Promise<"asked">((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve("asked"));
  });
  const service = await startPayments(readConfig(process.env));
  const reason = await Promise.race([asked, service.failed]);
  if (reason === "asked") {
    await service.close();
    process.exit(0);
  }
  await service.close().catch(() => undefined);
  stopWith(reason);
}

function stopWith(error: unknown): void {
  process.stderr.write(`payments: ${sentenceOf(error)}\n`);
  process.exit(1);
}

function sentenceOf(error: unknown): string {
  if (KNOWN_FAULTS.some((kind) => error instanceof kind)) return (error as Error).message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main().catch(stopWith);
