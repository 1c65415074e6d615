import assert from "node:assert/strict";
import { test } from "node:test";
import { capText, NO_CAP, parseCap } from "./caps.ts";

test("no cap is an empty field, both ways", () => {
  assert.equal(capText(NO_CAP), "");
  assert.equal(parseCap("  "), NO_CAP);
});

test("amounts keep every digit; what is none is refused", () => {
  assert.equal(parseCap(capText(123_456_789_000_000_000n)), 123_456_789_000_000_000n);
  for (const text of ["x", "-1", "1.0000000000000000001", "9".repeat(30)])
    assert.equal(parseCap(text), null, text);
});
