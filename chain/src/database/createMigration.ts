/**
 * Developer command: `node chain/src/database/createMigration.ts <schema.prisma> <migrationsDir> <name | --check>`.
 * Writes `<migrationsDir>/<yyyymmddhhmmss>_<name>/migration.sql` with the difference between what the migrations
 * make and what the schema says; with --check it writes nothing and exits 1 if there is a difference.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readMigrations } from "./migrations.ts";
import { openPgliteClient, pgliteAdapter } from "./pgliteConnection.ts";
import { noFilter, openSchemaEngine } from "./schemaEngine.ts";

const EMPTY = "-- This is an empty migration.";

/** SQL that brings a database with these migrations to the schema; undefined if it is there already. */
export async function missingMigration(
  schemaFile: string,
  migrationsDir: string,
): Promise<string | undefined> {
  const schema = readFileSync(schemaFile, "utf8");
  const migrations = readMigrations(migrationsDir);
  const client = await openPgliteClient(undefined, []);
  try {
    const engine = await openSchemaEngine(pgliteAdapter(client), schema);
    const { stdout } = await engine.diff({
      from:
        migrations.migrationDirectories.length === 0
          ? { tag: "empty" }
          : { tag: "migrations", ...migrations },
      to: { tag: "schemaDatamodel", files: [{ path: schemaFile, content: schema }] },
      script: true,
      exitCode: null,
      filters: noFilter,
    });
    engine.free();
    const sql = stdout?.trim();
    return sql && sql !== EMPTY ? `${sql}\n` : undefined;
  } finally {
    await client.close();
  }
}

if (import.meta.main) {
  const [schemaFile, migrationsDir, name] = process.argv.slice(2);
  if (!schemaFile || !migrationsDir || !name) {
    console.error("usage: createMigration.ts <schema.prisma> <migrationsDir> <name | --check>");
    process.exit(2);
  }
  const sql = await missingMigration(schemaFile, migrationsDir);
  if (sql === undefined) {
    console.log(`${schemaFile} and ${migrationsDir} agree`);
  } else if (name === "--check") {
    console.error(`${migrationsDir} lacks what ${schemaFile} says; make a migration of it:\n${sql}`);
    process.exit(1);
  } else {
    const stamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
    const dir = join(migrationsDir, `${stamp}_${name}`);
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, "migration.sql"), sql);
    console.log(`wrote ${dir}/migration.sql; read it before you commit it`);
  }
}
