/** What opening a database of either kind hands to openDatabase. */
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type { Connection } from "./connection.ts";

/** One connection that nobody else uses, for migrations. */
interface MigrationSession {
  adapter: SqlMigrationAwareDriverAdapterFactory;
  run: (sql: string) => Promise<unknown>;
}

export interface OpenedConnection {
  connection: Connection;
  migration: <T>(apply: (session: MigrationSession) => Promise<T>) => Promise<T>;
  /** For error texts, without password. */
  where: string;
}
