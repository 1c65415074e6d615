/** PostgreSQL by url: one pool for raw SQL and Prisma alike. */
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { type Connection, type OpenTransaction, offerToCapture } from "./connection.ts";
import { type Sql, sqlOver, valueParsers } from "./sql.ts";

const CONNECT_TIMEOUT_MS = 10_000;
const POOL_SIZE = 10;

/** Shows the raw side of a transaction's connection to whoever captures it; the adapter asks the pool by promise. */
class CapturingPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(
    callback: (error: Error | undefined, client: pg.PoolClient | undefined, done: () => void) => void,
  ): void;
  override connect(
    callback?: (error: Error | undefined, client: pg.PoolClient | undefined, done: () => void) => void,
  ) {
    // biome-ignore lint/suspicious/noConfusingVoidType: the two forms of pg's connect
    if (callback !== undefined) return super.connect(callback as never) as void;
    return super.connect().then((client) => {
      offerToCapture(() => sqlOfClient(client));
      return client;
    });
  }
}

export function openPool(url: string, size = POOL_SIZE): pg.Pool {
  const pool = new CapturingPool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    application_name: "cybermiles",
  });
  // A lost idle connection is replaced by the pool; the next statement reports it if the server is gone.
  pool.on("error", () => undefined);
  return pool;
}

export function postgresConnection(pool: pg.Pool): Connection {
  return {
    kind: "postgres",
    sql: sqlOfClient(pool),
    adapter: new PrismaPg(pool),
    begin: () => begin(pool),
    close: () => pool.end(),
  };
}

/** For migrations: the published adapter cuts scripts at every semicolon, also inside function bodies. */
export function migrationAdapter(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      const adapter = await factory.connect();
      adapter.executeScript = async (script) => {
        await pool.query(script);
      };
      return adapter;
    },
    connectToShadowDb: () => factory.connectToShadowDb(),
  };
}

function sqlOfClient(client: pg.Pool | pg.PoolClient): Sql {
  return sqlOver({
    run: async (text, values) => {
      const { rows, rowCount } = await client.query({ text, values, types: { getTypeParser } });
      return { rows, rowCount: rowCount ?? rows.length };
    },
    script: (text) => client.query(text),
  });
}

const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: string) =>
  ((format === "binary" ? undefined : valueParsers[oid]) ??
    pg.types.getTypeParser(oid, format as "text")) as never;

async function begin(pool: pg.Pool): Promise<OpenTransaction> {
  const client = await pool.connect();
  // Without a listener a connection lost in mid-transaction would end the process; the statement rejects anyway.
  const ignore = () => undefined;
  client.on("error", ignore);
  const end = async (statement: "BEGIN" | "COMMIT" | "ROLLBACK", last: boolean) => {
    let lost: Error | undefined;
    try {
      const { command } = await client.query(statement);
      if (command !== statement)
        throw new Error("the transaction had failed and was rolled back instead of committed");
    } catch (error) {
      lost = error as Error;
      throw error;
    } finally {
      if (last || lost) {
        client.off("error", ignore);
        client.release(lost);
      }
    }
  };
  await end("BEGIN", false);
  return {
    sql: sqlOfClient(client),
    commit: () => end("COMMIT", true),
    rollback: async (options) => {
      if (!options?.broken) return await end("ROLLBACK", true);
      client.release(true);
    },
  };
}
