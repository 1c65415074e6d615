/**
 * What both kinds of database offer below openDatabase: raw SQL, a transaction that the caller ends, and Prisma's
 * driver adapter. `capturePrismaTransaction` hands out the raw side of a transaction that Prisma opens, so that one
 * transaction can take raw SQL and Prisma calls on the same connection.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import type { SqlDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type { Sql } from "./sql.ts";

export interface OpenTransaction {
  sql: Sql;
  commit(): Promise<void>;
  /** `broken`: a statement may still be running; the connection is given up where there is more than one. */
  rollback(options?: { broken: boolean }): Promise<void>;
}

export interface Connection {
  kind: "pglite" | "postgres";
  sql: Sql;
  adapter: SqlDriverAdapterFactory;
  begin(): Promise<OpenTransaction>;
  close(): Promise<void>;
}

interface Capture {
  sql?: Sql;
}

const captures = new AsyncLocalStorage<Capture>();

/** Called by the adapters for every transaction that Prisma opens. Only the first one of a capture counts. */
export function offerToCapture(makeSql: () => Sql): void {
  const capture = captures.getStore();
  if (capture !== undefined && capture.sql === undefined) capture.sql = makeSql();
}

/** Runs `start`, which must open exactly one Prisma transaction, and gives it access to that transaction's raw SQL. */
export function capturePrismaTransaction<T>(start: (rawSql: () => Sql) => Promise<T>): Promise<T> {
  const capture: Capture = {};
  return captures.run(capture, () =>
    start(() => {
      if (capture.sql === undefined)
        throw new Error("this Prisma client does not use the database's adapter");
      return capture.sql;
    }),
  );
}
