import assert from "node:assert/strict";
import { test } from "node:test";
import { dayEndSec, dayStartSec } from "./dayRange.ts";

test("a day runs from its first to its last second", () => {
  const start = dayStartSec("2026-11-22") ?? 0;
  assert.equal(new Date(start * 1000).getDate(), 22);
  assert.equal((dayEndSec("2026-11-22") ?? 0) - start, 86_399);
});

test("no day or a broken one is no filter", () => {
  assert.equal(dayStartSec(null), null);
  assert.equal(dayEndSec("22.11.2026"), null);
});
