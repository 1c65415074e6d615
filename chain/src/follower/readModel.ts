/** The read model as a whole: emptied for a rebuild from block 0, or written out so that two can be compared. */
import type { Database, Sql } from "../database/openDatabase.ts";
import { beforeGenesis, type Cursor, createCursor, readCursor, resetCursor } from "./cursor.ts";
import { installJournal, primaryKeyOf } from "./journal.ts";
import { quoted, type ReadModelTables } from "./readModelTables.ts";

/** Call it while no follower runs; the next startFollower replays every block. Rows and columns of users stay. */
export async function rebuildReadModel(database: Database, tables: ReadModelTables): Promise<void> {
  await database.transaction(async (tx) => {
    await createCursor(tx);
    await installJournal(tx, tables);
    const stored = await readCursor(tx);
    if (stored !== undefined) await resetReadModel(tx, tables, stored.model);
  });
}

/** Within a transaction: derived rows and columns gone, journal empty, cursor before block 0. */
export async function resetReadModel(tx: Sql, tables: ReadModelTables, model: string): Promise<Cursor> {
  const derived = Object.keys(tables).filter((table) => tables[table] === "rows");
  if (derived.length > 0) await tx.script(`TRUNCATE ${derived.map(quoted).join(", ")} RESTART IDENTITY`);
  for (const [table, columns] of Object.entries(tables)) {
    if (columns === "rows") continue;
    await tx.script(
      `UPDATE ${quoted(table)} SET ${columns.map((name) => `${quoted(name)} = DEFAULT`).join(", ")}`,
    );
  }
  await tx.execute("DELETE FROM follower_journal");
  await resetCursor(tx, model);
  return beforeGenesis;
}

/** One line a row, in key order: the derived rows, and the derived columns with their keys. */
export async function dumpReadModel(sql: Sql, tables: ReadModelTables): Promise<string> {
  const lines: string[] = [];
  for (const table of Object.keys(tables).sort()) {
    const key = await primaryKeyOf(sql, table);
    const derived = tables[table];
    const picked =
      derived === undefined || derived === "rows"
        ? "t.*"
        : [...new Set([...key, ...derived])]
            .sort()
            .map((name) => `t.${quoted(name)}`)
            .join(", ");
    const order = key.map((name) => `t.${quoted(name)}::text COLLATE "C"`).join(", ");
    const rows = await sql.query<{ line: string }>(
      `SELECT to_jsonb(picked)::text AS line FROM ${quoted(table)} AS t, LATERAL (SELECT ${picked}) AS picked ORDER BY ${order}`,
    );
    lines.push(`# ${table}: ${rows.length}`, ...rows.map(({ line }) => line));
  }
  return `${lines.join("\n")}\n`;
}
