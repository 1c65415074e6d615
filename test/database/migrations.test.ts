/** Each service's Prisma schema says what its migrations make. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { missingMigration } from "@cybermiles/chain/database/createMigration";

for (const service of ["payments", "marketplace"]) {
  test(`${service}: schema and migrations agree`, async () => {
    const folder = join(import.meta.dirname, "../..", service, "prisma");
    assert.ok(existsSync(join(folder, "migrations")), "there are migrations");
    assert.equal(
      await missingMigration(join(folder, "schema.prisma"), join(folder, "migrations")),
      undefined,
    );
  });
}
