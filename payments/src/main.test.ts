/** The process as `npm start` sees it: one sentence and exit code 1 where it cannot run, a clean stop where it can. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { after, before, test } from "node:test";
import { lockFolder } from "@cybermiles/chain/lock";
import { openStore } from "./database/store.ts";
import { startTestChain, type TestChain } from "./testing/testChain.ts";

let chain: TestChain;
let neighbour: Server;

before(async () => {
  chain = await startTestChain();
  neighbour = createServer();
  await new Promise<void>((resolve) => neighbour.listen(0, "127.0.0.1", resolve));
});
after(async () => {
  neighbour?.close();
  await chain?.close();
});

type Ended = { code: number | null; stderr: string };

/** @param stopWhen SIGTERM once stdout holds this. */
function run(changes: Record<string, string>, stopWhen?: string): Promise<Ended> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, "main.ts")], {
    env: {
      PATH: process.env.PATH ?? "",
      RPC_URL: chain.rpcUrl,
      DEPLOYMENTS_DIR: path.join(chain.dir, "deployments"),
      DATA_DIR: path.join(chain.dir, "process"),
      PAYMENTS_PORT: "0",
      ...changes,
    },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
    if (stopWhen !== undefined && stdout.includes(stopWhen)) child.kill("SIGTERM");
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, stderr })));
}

test("what keeps it from starting is one sentence", async () => {
  const file = path.join(chain.dir, "a-file");
  writeFileSync(file, "");
  const empty = path.join(chain.dir, "empty-deployments");
  mkdirSync(empty);
  const otherChain = path.join(chain.dir, "other-chain");
  const other = { chainId: chain.deployment.chainId, genesisHash: `0x${"cd".repeat(32)}` };
  await (await openStore({ dataDir: otherChain, databaseUrl: undefined }, other)).close();
  const held = path.join(chain.dir, "held");
  mkdirSync(path.join(held, "database"), { recursive: true });
  const lock = lockFolder(path.join(held, "database"), "the test");
  const badKey = path.join(chain.dir, "bad-keys");
  mkdirSync(badKey);
  writeFileSync(path.join(badKey, "payments-sweeper.key"), "torn");

  const cases: [Record<string, string>, RegExp][] = [
    [{ PAYMENTS_PORT: "-1", LOG_LEVEL: "loud" }, /2 fault\(s\)/],
    [{ RPC_URL: "http://127.0.0.1:9" }, /127\.0\.0\.1:9/],
    [{ DEPLOYMENTS_DIR: empty }, /deploy/i],
    [{ PAYMENTS_PORT: String((neighbour.address() as AddressInfo).port) }, /the port is in use/],
    [{ DATA_DIR: otherChain }, /belongs to chain .* but the node runs chain .*: connect to the other node/],
    [{ DATA_DIR: held }, /in use by the test/],
    [{ DATA_DIR: path.join(file, "inside") }, /cannot be/],
    [{ KEYS_DIR: path.join(file, "inside") }, /cannot be written/],
    [{ KEYS_DIR: badKey }, /does not hold 64 hex digits/],
    [{ DATABASE_URL: "postgres://u:secret@127.0.0.1:9/x" }, /nothing answers/],
  ];
  for (const [changes, sentence] of cases) {
    const { code, stderr } = await run(changes);
    assert.match(stderr, sentence);
    assert.match(stderr, /^payments: [^\n]+\n$/);
    assert.ok(!stderr.includes("secret"));
    assert.equal(code, 1);
  }
  lock.release();
});

test("SIGTERM stops it cleanly, and it starts again", async () => {
  const stopped = { code: 0, stderr: "" };
  for (let i = 0; i < 2; i++) assert.deepEqual(await run({}, "payments is up"), stopped);
});
