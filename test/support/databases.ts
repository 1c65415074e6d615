/** Runs one test on both kinds of database: `onBothDatabases("title", async (open) => …)`. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { OpenDatabaseOptions } from "@cybermiles/chain/database";
import { type PostgresServer, startPostgres } from "./postgres.ts";

/** Where a database is; the same place can be opened again. */
export type Place = Pick<OpenDatabaseOptions, "url" | "dir">;

let server: PostgresServer | undefined;
let whyNot = "";
let count = 0;

/** Call once at the top of a test file that uses onBothDatabases. */
export function shareOnePostgres(): void {
  before(async () => {
    try {
      server = await startPostgres();
    } catch (error) {
      whyNot = (error as Error).message;
    }
  });
  after(async () => {
    await server?.stop();
  });
}

export function onBothDatabases(
  title: string,
  body: (place: Place, kind: "pglite" | "postgres") => Promise<void>,
): void {
  test(`${title} (PGlite)`, async () => {
    const dir = mkdtempSync(join(tmpdir(), "cm-pglite-"));
    try {
      await body({ dir }, "pglite");
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });
  test(`${title} (PostgreSQL)`, async (t) => {
    if (server === undefined) {
      t.skip(whyNot);
      return;
    }
    count += 1;
    await body({ url: await server.createDatabase(`test_${count}`) }, "postgres");
  });
}
