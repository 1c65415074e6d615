// A process that ends while PGlite makes its files has stored nothing: the next one begins again, instead of calling the
// half-made folder damaged. A folder that was whole once and has lost files is damaged.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { openDatabase } from "@cybermiles/chain/database";
import { temporaryFolder } from "../support/suite.ts";

const migrationsDir = join(import.meta.dirname, "migrations");
const chain = { chainId: 441_070_802, genesisHash: `0x${"11".repeat(32)}` };

test("a database whose first opening was cut short is begun again; one that lost a file is refused", async () => {
  const { dir, remove } = await temporaryFolder("cut-short");
  try {
    mkdirSync(join(dir, "postgres", "base"), { recursive: true });
    await assert.rejects(openDatabase({ dir, migrationsDir, chain }), { code: "DatabaseUnreadable" });
    writeFileSync(join(dir, "beginning"), "");
    const database = await openDatabase({ dir, migrationsDir, chain });
    assert.deepEqual(await database.query("SELECT 1 AS one"), [{ one: 1 }]);
    await database.close();
    assert.ok(!existsSync(join(dir, "beginning")));
    rmSync(join(dir, "postgres", "PG_VERSION"));
    await assert.rejects(openDatabase({ dir, migrationsDir, chain }), { code: "DatabaseUnreadable" });
  } finally {
    await remove();
  }
});
