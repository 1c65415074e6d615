import assert from "node:assert/strict";
import { test } from "node:test";
import { rateLimit } from "./rateLimit.ts";

function asked(limit: ReturnType<typeof rateLimit>, headers: Record<string, string>): string {
  let outcome = "let through";
  const req = { headers, ip: headers["x-forwarded-for"], socket: { remoteAddress: "127.0.0.1" } };
  const res = { set: () => res };
  limit(req as never, res as never, (error?: unknown) => {
    if (error !== undefined) outcome = (error as { code: string }).code;
  });
  return outcome;
}

test("half of a minute's requests pass at once, for each caller by itself", () => {
  const limit = rateLimit(4);
  const key = { authorization: "Bearer a" };
  assert.deepEqual(
    [asked(limit, key), asked(limit, key), asked(limit, key)],
    ["let through", "let through", "rate_limited"],
  );
  assert.equal(asked(limit, { authorization: "Bearer b" }), "let through");
});

test("people behind a proxy are counted, programs of this machine are not", () => {
  const limit = rateLimit(2);
  const visitor = { "x-forwarded-for": "203.0.113.9" };
  assert.deepEqual([asked(limit, visitor), asked(limit, visitor)], ["let through", "rate_limited"]);
  assert.deepEqual(
    [asked(limit, {}), asked(limit, {}), asked(limit, {})],
    ["let through", "let through", "let through"],
  );
});
