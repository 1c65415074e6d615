import assert from "node:assert/strict";
import { test } from "node:test";
import { canonicalJson } from "./canonicalJson.ts";

test("keys are sorted at every depth and absent members vanish", () => {
  assert.equal(
    canonicalJson({ b: [1, { z: null, a: "ü" }], a: undefined, A: true }),
    '{"A":true,"b":[1,{"a":"ü","z":null}]}',
  );
});

test("equal documents have equal bytes whatever their order", () => {
  assert.equal(canonicalJson({ x: 1, y: { b: 2, a: 3 } }), canonicalJson({ y: { a: 3, b: 2 }, x: 1 }));
});

test("fractions are refused", () => {
  assert.throws(() => canonicalJson({ price: 1.5 }), RangeError);
});
