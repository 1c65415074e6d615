import assert from "node:assert/strict";
import { test } from "node:test";
import { newId } from "./newId.ts";

test("ids sort by time and carry 100 random bits", () => {
  const early = newId("inv", 1_700_000_000_000);
  const late = newId("inv", 1_700_000_000_001);
  assert.ok(early < late);
  assert.match(early, /^inv_[0-9a-hjkmnp-tv-z]{30}$/);
  assert.notEqual(newId("inv", 1), newId("inv", 1));
});
