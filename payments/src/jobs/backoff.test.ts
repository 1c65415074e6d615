import assert from "node:assert/strict";
import { test } from "node:test";
import { MAX_ATTEMPTS, retryDelaySec } from "./backoff.ts";

test("retries spread over at least 24 hours, then end", () => {
  let total = 0;
  for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt++) total += retryDelaySec(attempt, () => 0) ?? 0;
  assert.ok(total >= 24 * 3600, `${total} s`);
  assert.ok(total <= 48 * 3600, `${total} s`);
  assert.equal(retryDelaySec(MAX_ATTEMPTS), null);
});

test("the first retry comes within seconds, jitter adds at most a fifth", () => {
  assert.equal(
    retryDelaySec(1, () => 0),
    5,
  );
  assert.equal(
    retryDelaySec(1, () => 0.999),
    6,
  );
});
