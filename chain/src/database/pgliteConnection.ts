/**
 * PGlite: PostgreSQL in WebAssembly, one connection, in a folder (or in memory for tools).
 * The transaction half of Prisma's driver adapter is our own: the published one reports a failed COMMIT as done
 * and does not wait for scripts. Type conversion is the published adapter's.
 */
import {
  type Extension,
  PGlite,
  type PGliteInterface,
  type Transaction as PgliteTransaction,
} from "@electric-sql/pglite";
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQueryable,
  Transaction,
} from "@prisma/driver-adapter-utils";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { type Connection, type OpenTransaction, offerToCapture } from "./connection.ts";
import { type Sql, sqlOver, valueParsers } from "./sql.ts";

/** PostgreSQL extensions that both kinds of database have. */
const knownExtensions = ["pg_trgm", "unaccent", "btree_gin", "citext"] as const;
export type ExtensionName = (typeof knownExtensions)[number];

/** `dataDir`: PGlite's own folder, undefined for memory. Rejects with PGlite's raw error. */
export async function openPgliteClient(
  dataDir: string | undefined,
  extensions: readonly ExtensionName[],
): Promise<PGlite> {
  return await PGlite.create({
    ...(dataDir === undefined ? {} : { dataDir }),
    extensions: await loadExtensions(extensions),
    parsers: valueParsers,
  });
}

async function loadExtensions(names: readonly ExtensionName[]): Promise<Record<string, Extension>> {
  const entries = names.map(async (name) => {
    const module = (await import(`@electric-sql/pglite/contrib/${name}`)) as Record<string, Extension>;
    return [name, module[name] as Extension] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

export function pgliteConnection(client: PGlite): Connection {
  return {
    kind: "pglite",
    sql: sqlOfClient(client),
    adapter: pgliteAdapter(client),
    begin: () => begin(client),
    close: () => client.close(),
  };
}

function sqlOfClient(client: Pick<PGliteInterface, "query" | "exec">): Sql {
  return sqlOver({
    run: async (text, parameters) => {
      const { rows, affectedRows } = await client.query(text, parameters);
      return { rows, rowCount: affectedRows || rows.length };
    },
    script: (text) => client.exec(text),
  });
}

/** Turns PGlite's callback transaction into one that the caller ends. */
function begin(client: PGlite): Promise<OpenTransaction & { driver: PgliteTransaction }> {
  return new Promise((resolve, reject) => {
    const { promise: verdict, resolve: end } = Promise.withResolvers<"commit" | "rollback">();
    const done = client.transaction(async (driver) => {
      resolve({
        driver,
        sql: sqlOfClient(driver),
        commit: () => {
          end("commit");
          return done;
        },
        rollback: () => {
          end("rollback");
          return done;
        },
      });
      if ((await verdict) === "rollback") await driver.rollback();
    });
    done.catch(reject); // before the callback ran; later it is the ender's rejection
  });
}

/** Prisma's driver adapter over this client; also what the migration engine uses. */
export function pgliteAdapter(client: PGlite): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPGlite(client);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => adapterOf(client, await factory.connect()),
    connectToShadowDb: async () => {
      const shadow = await openPgliteClient(undefined, knownExtensions);
      for (const name of knownExtensions) await shadow.exec(`CREATE EXTENSION "${name}"`);
      const adapter = adapterOf(shadow, await new PrismaPGlite(shadow).connect());
      return { ...adapter, dispose: () => shadow.close() };
    },
  };
}

function adapterOf(client: PGlite, converting: SqlDriverAdapter): SqlDriverAdapter {
  return {
    ...queryableOf(converting),
    executeScript: async (script) => {
      await client.exec(script);
    },
    startTransaction: async (isolationLevel) => {
      const transaction = await begin(client);
      if (isolationLevel) await transaction.driver.exec(`SET TRANSACTION ISOLATION LEVEL ${isolationLevel}`);
      offerToCapture(() => transaction.sql);
      return await prismaTransactionOf(transaction);
    },
    getConnectionInfo: () => converting.getConnectionInfo?.() ?? { supportsRelationJoins: true },
    dispose: async () => undefined,
  };
}

async function prismaTransactionOf(
  transaction: OpenTransaction & { driver: PgliteTransaction },
): Promise<Transaction> {
  // The published adapter only calls `query` of what it is given.
  const converting = await new PrismaPGlite(transaction.driver as unknown as PGlite).connect();
  const run = (statement: string) => transaction.driver.exec(statement).then(() => undefined);
  return {
    ...queryableOf(converting),
    options: { usePhantomQuery: true },
    commit: transaction.commit,
    rollback: transaction.rollback,
    createSavepoint: (name) => run(`SAVEPOINT ${name}`),
    rollbackToSavepoint: (name) => run(`ROLLBACK TO SAVEPOINT ${name}`),
    releaseSavepoint: (name) => run(`RELEASE SAVEPOINT ${name}`),
  };
}

function queryableOf(adapter: SqlQueryable): SqlQueryable {
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: (query) => adapter.queryRaw(query),
    executeRaw: (query) => adapter.executeRaw(query),
  };
}
