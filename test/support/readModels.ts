/** A service's whole read model as text, whatever its tables are: those that the follower's journal watches. */
import { type OpenDatabaseOptions, openDatabase } from "@cybermiles/chain/database";
import { dumpReadModel } from "@cybermiles/chain/follower/readModel";

/** Opens the database of a stopped service, writes its read model out and closes it. */
export async function dumpServiceReadModel(options: OpenDatabaseOptions): Promise<string> {
  const database = await openDatabase(options);
  try {
    const tables = await database.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgname = 'follower_journal'`,
    );
    return await dumpReadModel(
      database,
      Object.fromEntries(tables.map(({ name }) => [name, "rows" as const])),
    );
  } finally {
    await database.close();
  }
}
