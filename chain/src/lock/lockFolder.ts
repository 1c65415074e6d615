/**
 * One process per folder. The lock is an exclusive SQLite transaction on `<dir>/lock.db`: an operating system lock,
 * so it ends with the process however that dies, and it also holds between two callers in one process.
 * `<dir>/lock.json` only names the holder for the error text; it never decides anything.
 * Not for network file systems, where such locks are unreliable.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";

export interface FolderLock {
  release(): void;
}

interface Holder {
  pid: number;
  what: string;
  since: string;
}

const SQLITE_BUSY = 5;

/** Locks `dir` (made if missing) for `what`, e.g. "npm start". Throws FolderLockError. */
export function lockFolder(dir: string, what: string): FolderLock {
  const holderFile = join(dir, "lock.json");
  const database = openLockFile(dir);
  try {
    database.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
    const holder: Holder = { pid: process.pid, what, since: new Date().toISOString() };
    writeFileSync(holderFile, JSON.stringify(holder));
  } catch (cause) {
    database.close();
    if ((cause as { errcode?: number }).errcode === SQLITE_BUSY) throw heldBy(dir, holderFile, cause);
    throw unusable(dir, cause);
  }
  let held = true;
  return {
    release() {
      if (!held) return;
      held = false;
      rmSync(holderFile, { force: true });
      database.close();
    },
  };
}

function openLockFile(dir: string): DatabaseSync {
  try {
    makeFolder(dir);
    return new DatabaseSync(join(dir, "lock.db"));
  } catch (cause) {
    throw unusable(dir, cause);
  }
}

/** One level at a time: on a read-only disk Node's recursive mkdir says ENOENT instead of EROFS. */
function makeFolder(dir: string): void {
  if (existsSync(dir)) return;
  makeFolder(dirname(dir));
  try {
    mkdirSync(dir);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

function heldBy(dir: string, holderFile: string, cause: unknown): FolderLockError {
  let who = "another process";
  try {
    const holder = JSON.parse(readFileSync(holderFile, "utf8")) as Holder;
    who = `${holder.what} (process ${holder.pid}, since ${holder.since})`;
  } catch {
    // The holder has not written its name yet, or is just leaving.
  }
  return new FolderLockError("FolderHeld", `The folder ${dir} is in use by ${who}; stop it first.`, cause);
}

function unusable(dir: string, cause: unknown): FolderLockError {
  const { code, errcode } = cause as { code?: string; errcode?: number };
  const primary = errcode === undefined ? undefined : errcode & 0xff;
  const full = code === "ENOSPC" || primary === 13;
  const readOnly =
    code === "EROFS" || code === "EACCES" || code === "EPERM" || primary === 8 || primary === 14;
  const why = full ? "the disk is full" : readOnly ? "it is read-only" : (cause as Error).message;
  return new FolderLockError("FolderUnusable", `The folder ${dir} cannot be written: ${why}.`, cause);
}

export class FolderLockError extends Error {
  override name = "FolderLockError";
  readonly code: "FolderHeld" | "FolderUnusable";

  constructor(code: FolderLockError["code"], message: string, cause: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
