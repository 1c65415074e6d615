// A failure of `npm start` as one sentence that says what to do; only what we did not foresee shows a stack.
import { BuildError } from "../build.ts";
import { SettingsError } from "./settings.ts";
import { ServiceError } from "./supervisor.ts";

const BY_SYSTEM_CODE: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full; free some space and start again",
  EROFS: "the folder is on a read-only disk; choose another one with --data DIR",
  EACCES: "the folder may not be written by this user; choose another one with --data DIR",
  EPERM: "the folder may not be written by this user; choose another one with --data DIR",
  ENOTDIR: "a file stands where a folder is expected; choose another one with --data DIR",
};

export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return `Could not start: ${String(error)}`;
  const { code, path } = error as NodeJS.ErrnoException;
  const known = code === undefined ? undefined : BY_SYSTEM_CODE[code];
  if (known !== undefined) return `Could not start on ${path ?? "the data folder"}: ${known}.`;
  const isOurs =
    error instanceof BuildError || error instanceof SettingsError || error instanceof ServiceError;
  if (isOurs || typeof code === "string") return error.message;
  return `Could not start: ${error.stack ?? error.message}`;
}
