// The process as `npm start` sees it: one sentence and exit code 1 where it cannot run, a clean stop where it can.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openStore } from "./database/store.ts";
import { startTestMarket, type TestMarket } from "./testing/testMarket.ts";

let market: TestMarket;

before(async () => {
  market = await startTestMarket();
});
after(() => market.close());

function environment(changes: Record<string, string>): Record<string, string> {
  return {
    PATH: process.env.PATH ?? "",
    RPC_URL: market.rpcUrl,
    PAYMENTS_URL: market.config.paymentsUrl,
    DEPLOYMENTS_DIR: join(market.dir, "deployments"),
    KEYS_DIR: join(market.dir, "keys"),
    DATA_DIR: join(market.dir, "second"),
    MARKETPLACE_PORT: "0",
    ...changes,
  };
}

type Ended = { code: number | null; stderr: string };

/** @param stopWhen SIGTERM once stdout holds this. */
function run(changes: Record<string, string>, stopWhen?: string): Promise<Ended> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts")], {
    env: environment(changes),
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
  const file = join(market.dir, "a-file");
  writeFileSync(file, "");
  const nowhere = join(market.dir, "empty-deployments");
  mkdirSync(nowhere);
  const foreign = join(market.dir, "foreign");
  const chain = { chainId: market.deployment.chainId, genesisHash: `0x${"cd".repeat(32)}` as const };
  await (await openStore({ dir: join(foreign, "db"), chain })).close();
  const cases: [Record<string, string>, RegExp][] = [
    [{ RPC_URL: "http://127.0.0.1:9" }, /chain does not answer/],
    [{ DEPLOYMENTS_DIR: nowhere }, /Nothing is deployed on chain 441070802/],
    [{ DATA_DIR: market.config.dataDir }, /in use by/],
    [{ DATA_DIR: foreign }, /belongs to chain .* but the node runs chain .*: connect to the other node/],
    [{ DATA_DIR: join(file, "inside") }, /cannot be written/],
    [{ MARKETPLACE_PORT: new URL(market.url).port }, /port is in use/],
    [{ RATE_LIMIT_PER_MINUTE: "-1", LOG_LEVEL: "loud" }, /2 fault\(s\)/],
  ];
  for (const [changes, sentence] of cases) {
    const { code, stderr } = await run(changes);
    assert.match(stderr, sentence);
    assert.match(stderr, /^marketplace: [^\n]+\n$/);
    assert.equal(code, 1);
  }
});

test("SIGTERM stops it cleanly", async () => {
  const { code, stderr } = await run({ DATA_DIR: join(market.dir, "third") }, "the marketplace listens");
  assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
});
