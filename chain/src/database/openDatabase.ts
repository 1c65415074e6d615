/**
 * Opens a service's database: PGlite in a folder, or PostgreSQL by url; the same schema, migrations and API on both.
 * Opening locks the folder, applies the Prisma migrations and refuses a database of another chain.
 * Every failure is a DatabaseError or FolderLockError whose message is one sentence with the remedy.
 *
 * PGlite has ONE connection: inside a transaction use only what the transaction gives you. Anything else awaited
 * there waits for the transaction that waits for it; after `timeoutMs` it is broken off with TransactionTimeout.
 */
import type { SqlDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { type ChainIdentity, checkChainIdentity, writeChainIdentity } from "./chainIdentity.ts";
import { type Connection, capturePrismaTransaction } from "./connection.ts";
import { DatabaseError } from "./databaseError.ts";
import { applyMigrations } from "./migrations.ts";
import { openPgliteFolder } from "./openPgliteFolder.ts";
import { openPostgresUrl } from "./openPostgresUrl.ts";
import type { ExtensionName } from "./pgliteConnection.ts";
import type { Sql } from "./sql.ts";

export type { Result, Sql } from "./sql.ts";
export { DatabaseError };

export interface OpenDatabaseOptions {
  /** PostgreSQL; wins over `dir`. */
  url?: string | undefined;
  /** Folder of this service's PGlite, made if missing. */
  dir?: string | undefined;
  migrationsDir: string;
  chain: ChainIdentity;
  extensions?: readonly ExtensionName[];
}

// biome-ignore lint/suspicious/noExplicitAny: Prisma's generated overloads match nothing narrower
type Loose = any;

/** A Prisma client, extended or not, as far as transactions need it. */
export interface PrismaLike {
  $transaction(
    run: (client: Loose) => Promise<Loose>,
    options?: { maxWait?: number; timeout?: number },
  ): Promise<Loose>;
}

export type PrismaTransactionClient<P> = Omit<
  P,
  "$connect" | "$disconnect" | "$on" | "$use" | "$transaction" | "$extends"
>;

export interface TransactionOptions {
  /** From the begin of the transaction to its end. */
  timeoutMs?: number;
}

export interface Database extends Sql {
  kind: "pglite" | "postgres";
  /** For `new PrismaClient({ adapter })`. */
  adapter: SqlDriverAdapterFactory;
  transaction<T>(run: (tx: Sql) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** Raw SQL and Prisma calls in one transaction on one connection. */
  prismaTransaction<P extends PrismaLike, T>(
    prisma: P,
    run: (tx: Sql & { prisma: PrismaTransactionClient<P> }) => Promise<T>,
    options?: TransactionOptions,
  ): Promise<T>;
  close(): Promise<void>;
}

const DEFAULT_TIMEOUT_MS = 10_000;
/** How long a transaction may wait for its turn. */
const MAX_WAIT_MS = 60_000;

export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const { url, dir, chain, migrationsDir, extensions = [] } = options;
  if (!url && !dir) throw new TypeError("openDatabase: expected url or dir");
  const opened = url ? await openPostgresUrl(url) : await openPgliteFolder(dir as string, extensions);
  const { connection, migration, where } = opened;
  try {
    await checkChainIdentity(connection.sql, chain, where);
    for (const name of extensions) await connection.sql.script(`CREATE EXTENSION IF NOT EXISTS "${name}"`);
    await migration((session) => applyMigrations({ ...session, migrationsDir }));
    await writeChainIdentity(connection.sql, chain);
    await checkChainIdentity(connection.sql, chain, where);
  } catch (error) {
    await connection.close();
    throw error;
  }
  return databaseOver(connection);
}

function databaseOver(connection: Connection): Database {
  return {
    ...connection.sql,
    kind: connection.kind,
    adapter: connection.adapter,
    close: connection.close,
    transaction: (run, { timeoutMs = DEFAULT_TIMEOUT_MS } = {}) => transaction(connection, run, timeoutMs),
    prismaTransaction: (prisma, run, { timeoutMs = DEFAULT_TIMEOUT_MS } = {}) =>
      capturePrismaTransaction((rawSql) =>
        // Prisma's own limit is the later one, so that ours names the likely reason.
        prisma.$transaction((client) => within(timeoutMs, run({ ...rawSql(), prisma: client })), {
          maxWait: MAX_WAIT_MS,
          timeout: timeoutMs + 1_000,
        }),
      ),
  };
}

async function transaction<T>(
  connection: Connection,
  run: (tx: Sql) => Promise<T>,
  timeoutMs: number,
): Promise<T> {
  const open = await connection.begin();
  let result: T;
  try {
    result = await within(timeoutMs, run(open.sql));
  } catch (error) {
    const broken = error instanceof DatabaseError && error.code === "TransactionTimeout";
    await open.rollback({ broken }).catch(() => undefined);
    throw error;
  }
  await open.commit();
  return result;
}

async function within<T>(timeoutMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const message = `The transaction took over ${timeoutMs} ms and is rolled back; a query that does not go through its own transaction waits for itself.`;
      reject(new DatabaseError("TransactionTimeout", message));
    }, timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
