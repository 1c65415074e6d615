/** Runs the same tests on both ways to store: embedded, and grown where PostgreSQL and Redis are at hand. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { startPostgres } from "../../support/postgres.ts";
import type { Storage } from "./gatewayProcess.ts";
import { type RedisServer, startRedis } from "./redis.ts";

export type Kind = "embedded" | "grown";

export interface OpenedStorage extends Storage {
  kind: Kind;
  /** Grown only. */
  redis?: RedisServer;
}

/** `tests` declares the tests; the storage it gets is empty and its own. */
export async function onEachStorage(tests: (storage: OpenedStorage) => void): Promise<void> {
  describe("on PGlite with the Postgres-backed queue", () => {
    const dataDir = freshDir();
    after(() => rmSync(dataDir, { recursive: true, force: true }));
    tests({ kind: "embedded", dataDir });
  });

  // Redis alone may be missing: PostgreSQL comes from npm, so that its failure is a failure.
  let redis: RedisServer;
  try {
    redis = await startRedis();
  } catch (error) {
    test("on PostgreSQL with Bull", { skip: (error as Error).message }, () => undefined);
    return;
  }
  const postgres = await startPostgres();
  const servers = { postgres, redis };
  const databaseUrl = await postgres.createDatabase("payments");
  describe("on PostgreSQL with Bull on Redis", () => {
    const dataDir = freshDir();
    after(async () => {
      await servers.redis.stop();
      await servers.postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    });
    tests({ kind: "grown", dataDir, databaseUrl, redisUrl: servers.redis.url, redis: servers.redis });
  });
}

const freshDir = () => mkdtempSync(join(tmpdir(), "cm-payments-"));
