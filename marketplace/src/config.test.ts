import assert from "node:assert/strict";
import { test } from "node:test";
import { readConfig } from "./config.ts";

test("nothing set gives the defaults on loopback", () => {
  const config = readConfig({});
  assert.deepEqual([config.host, config.port, config.rpcUrl], ["127.0.0.1", 3000, "http://127.0.0.1:8545"]);
  assert.ok(Object.isFrozen(config));
});

test("all faults are reported in one sentence", () => {
  const env = { MARKETPLACE_PORT: "http", RPC_URL: "ftp://x", DATABASE_URL: "mysql://x" };
  assert.throws(() => readConfig(env), {
    code: "config_invalid",
    message: /3 fault\(s\).*MARKETPLACE_PORT.*DATABASE_URL.*RPC_URL/,
  });
});
