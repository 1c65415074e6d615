/**
 * A service's embedded database: `<dir>/lock.db` (see lockFolder) and `<dir>/postgres` (PGlite's own files).
 * `<dir>/beginning` stands while PGlite makes its files; where it is found, that was cut short and nothing was stored yet.
 * Turns the many ways in which a damaged or unwritable folder fails into one sentence.
 */
import { accessSync, constants, existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lockFolder } from "../lock/lockFolder.ts";
import { DatabaseError } from "./databaseError.ts";
import type { OpenedConnection } from "./openedConnection.ts";
import { type ExtensionName, openPgliteClient, pgliteAdapter, pgliteConnection } from "./pgliteConnection.ts";

const OPEN_TIMEOUT_MS = 60_000;
/** Files without which PostgreSQL does not start; a folder that has others but not these is damaged or not ours. */
const ESSENTIAL = ["PG_VERSION", "global/pg_control", "base", "pg_wal"];

export async function openPgliteFolder(
  dir: string,
  extensions: readonly ExtensionName[],
): Promise<OpenedConnection> {
  const lock = lockFolder(dir, "the database service");
  const dataDir = join(dir, "postgres");
  const beginning = join(dir, "beginning");
  try {
    begin(dir, dataDir, beginning);
    refuseIncomplete(dir, dataDir);
    const client = await openInTime(dir, openPgliteClient(dataDir, extensions));
    rmSync(beginning, { force: true });
    const connection = pgliteConnection(client);
    return {
      where: `in ${dir}`,
      connection: {
        ...connection,
        close: async () => {
          await connection.close();
          lock.release();
        },
      },
      migration: (apply) => apply({ adapter: pgliteAdapter(client), run: (sql) => client.exec(sql) }),
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function begin(dir: string, dataDir: string, beginning: string): void {
  try {
    if (existsSync(beginning)) rmSync(dataDir, { recursive: true, force: true });
    if (!existsSync(dataDir)) writeFileSync(beginning, "");
  } catch (cause) {
    const full = (cause as NodeJS.ErrnoException).code === "ENOSPC";
    throw unusable(dir, full ? "the disk is full" : "it is read-only", cause);
  }
}

function refuseIncomplete(dir: string, dataDir: string): void {
  if (!existsSync(dataDir)) return;
  try {
    accessSync(dataDir, constants.R_OK | constants.W_OK);
  } catch (cause) {
    throw new DatabaseError(
      "DatabaseFolderUnusable",
      `The database folder ${dir} is read-only: make it writable.`,
      cause,
    );
  }
  if (readdirSync(dataDir).length === 0) return;
  const missing = ESSENTIAL.find((name) => !existsSync(join(dataDir, name)));
  if (missing !== undefined) throw damaged(dir, `${missing} is missing`);
}

async function openInTime<T>(dir: string, opening: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(damaged(dir, "it did not open within a minute")), OPEN_TIMEOUT_MS);
  });
  try {
    return await Promise.race([opening, late]);
  } catch (cause) {
    if (cause instanceof DatabaseError) throw cause;
    const { code, errno, message } = cause as { code?: unknown; errno?: unknown; message?: string };
    // Emscripten's numbers: 51 ENOSPC, 69 EROFS, 2 EACCES.
    if (code === "ENOSPC" || errno === 51) throw unusable(dir, "the disk is full", cause);
    if (code === "EROFS" || code === "EACCES" || errno === 69 || errno === 2)
      throw unusable(dir, "it is read-only", cause);
    throw damaged(dir, (message ?? String(cause)).split("\n")[0] ?? "", cause);
  } finally {
    clearTimeout(timer);
  }
}

function unusable(dir: string, why: string, cause: unknown): DatabaseError {
  return new DatabaseError(
    "DatabaseFolderUnusable",
    `The database folder ${dir} cannot be written: ${why}.`,
    cause,
  );
}

function damaged(dir: string, why: string, cause?: unknown): DatabaseError {
  return new DatabaseError(
    "DatabaseUnreadable",
    `The database folder ${dir} is damaged (${why}): restore it from a backup, or move it away to start with an empty database.`,
    cause,
  );
}
