// Says that the disk is (nearly) full before three services begin to write on it, each with its own trouble.
import { existsSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { SettingsError } from "./settings.ts";

const MIB = 1024 * 1024;
/** Two databases with their write-ahead logs, the chain and the demo pictures of a first start. */
const FIRST_START_MIB = 250;
/** Room for the logs and blocks of a start on a folder that is there. */
const NEXT_START_MIB = 50;

/** @throws {SettingsError} naming what is left and what is needed. */
export function assertDiskSpace(dataDir: string): void {
  const { bavail, bsize } = statfsSync(dataDir);
  const freeMib = Math.floor((bavail * bsize) / MIB);
  const neededMib = existsSync(join(dataDir, "marketplace")) ? NEXT_START_MIB : FIRST_START_MIB;
  if (freeMib >= neededMib) return;
  throw new SettingsError(
    `The disk is full: ${freeMib} MiB are left at ${dataDir} and a start needs ${neededMib} MiB; free some space or choose another folder with --data DIR.`,
  );
}
