/** Prisma's migrations folder: `<yyyymmddhhmmss>_<name>/migration.sql`, read, applied, compared with a schema. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { DatabaseError } from "./databaseError.ts";
import { noFilter, openSchemaEngine } from "./schemaEngine.ts";

const LOCK_FILE = { path: "migration_lock.toml", content: 'provider = "postgresql"\n' };

export function readMigrations(migrationsDir: string): MigrationList {
  const baseDir = resolve(migrationsDir);
  const names = existsSync(baseDir)
    ? readdirSync(baseDir).filter((name) => existsSync(join(baseDir, name, "migration.sql")))
    : [];
  return {
    baseDir,
    lockfile: LOCK_FILE,
    shadowDbInitScript: "",
    migrationDirectories: names.sort().map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(join(baseDir, name, "migration.sql"), "utf8") },
      },
    })),
  };
}

/**
 * Applies what is missing, all or nothing. `run` and `adapter` must share one connection that nobody else uses.
 * Returns the names applied.
 */
export async function applyMigrations(options: {
  adapter: SqlMigrationAwareDriverAdapterFactory;
  run: (sql: string) => Promise<unknown>;
  migrationsDir: string;
}): Promise<string[]> {
  const { adapter, run, migrationsDir } = options;
  const migrationsList = readMigrations(migrationsDir);
  let scriptError: Error | undefined;
  const engine = await openSchemaEngine(noteScriptErrors(adapter, (error) => (scriptError ??= error)));
  await run("BEGIN");
  try {
    await run("SELECT pg_advisory_xact_lock(441070800)");
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilter });
    await run("COMMIT");
    return appliedMigrationNames;
  } catch (cause) {
    await run("ROLLBACK").catch(() => undefined);
    const reason = (scriptError ?? (cause as Error)).message.replaceAll(/\s+/g, " ").trim();
    throw new DatabaseError(
      "MigrationFailed",
      `The migrations in ${migrationsDir} cannot be applied to this database: ${reason}; nothing was changed.`,
      scriptError ?? cause,
    );
  } finally {
    engine.free();
  }
}

/** After a failed script the engine's own bookkeeping fails too and hides the reason. */
function noteScriptErrors(
  factory: SqlMigrationAwareDriverAdapterFactory,
  note: (error: Error) => void,
): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    connect: async () => {
      const adapter = await factory.connect();
      const executeScript = adapter.executeScript.bind(adapter);
      adapter.executeScript = (script) =>
        executeScript(script).catch((error) => {
          note(error);
          throw error;
        });
      return adapter;
    },
  };
}
