import assert from "node:assert/strict";
import { test } from "node:test";
import { readConfig } from "./config.ts";
import { startNode } from "./node.ts";
import { devnet, mainnet } from "./presets/presets.ts";

test("defaults, environment and flags, the flags winning", () => {
  const config = readConfig({ RPC_PORT: "9000", RPC_ALLOWED_ORIGINS: "http://a, http://b" }, [
    "--dev",
    "--port=9001",
  ]);
  assert.equal(config.port, 9001);
  assert.equal(config.dev, true);
  assert.equal(config.host, "127.0.0.1");
  assert.equal(config.preset, devnet);
  assert.equal(config.blockTimeMs, undefined);
  assert.deepEqual(config.allowedOrigins, ["http://a", "http://b"]);
});

test("all faults are named together", () => {
  assert.throws(() => readConfig({ CHAIN_PRESET: "moon", RPC_PORT: "70000" }, ["--block-time", "soon"]), {
    name: "ConfigError",
    message: /CHAIN_PRESET \(--preset\).*RPC_PORT \(--port\).*CHAIN_BLOCK_TIME_MS \(--block-time\)/,
  });
  assert.throws(() => readConfig({}, ["--unknown"]), { name: "ConfigError", message: /--unknown/ });
});

test("--dev stays on the devnet and on loopback", async () => {
  const options = { dataDir: "/nowhere", port: 0, dev: true };
  await assert.rejects(startNode({ ...options, preset: mainnet, host: "127.0.0.1" }), /devnet only/);
  await assert.rejects(startNode({ ...options, preset: devnet, host: "0.0.0.0" }), /binds to loopback only/);
});
