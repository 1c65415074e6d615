import assert from "node:assert/strict";
import { test } from "node:test";
import { ConfigError, readConfig } from "./config.ts";

test("an empty environment gives the documented defaults", () => {
  const config = readConfig({});
  assert.equal(config.port, 3001);
  assert.equal(config.host, "127.0.0.1");
  assert.equal(config.confirmations, 1);
  assert.deepEqual(config.allowedOrigins, ["http://127.0.0.1:3000"]);
  assert.ok(Object.isFrozen(config));
});

test("all faults are reported together", () => {
  assert.throws(
    () => readConfig({ PAYMENTS_PORT: "x", RPC_URL: "ftp://a", ALLOWED_ORIGINS: "https://a.example/path" }),
    (error: unknown) =>
      error instanceof ConfigError &&
      /3 fault/.test(error.message) &&
      /PAYMENTS_PORT/.test(error.message) &&
      /RPC_URL/.test(error.message) &&
      /ALLOWED_ORIGINS/.test(error.message),
  );
});
