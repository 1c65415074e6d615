import assert from "node:assert/strict";
import { test } from "node:test";
import { attoToLocalMicros, localMicrosToAtto } from "./localMoney.ts";

const rate = { numerator: "25", denominator: "100" }; // 1 CMT = 0.25

test("atto to local millionths rounds to the nearest", () => {
  assert.equal(attoToLocalMicros(10n ** 18n, rate), 250_000n);
  assert.equal(attoToLocalMicros(2n * 10n ** 12n, rate), 1n); // 0.5 of a millionth
  assert.equal(attoToLocalMicros(10n ** 12n, rate), 0n);
});

test("local to atto rounds up and round trips", () => {
  assert.equal(localMicrosToAtto(250_000n, rate), 10n ** 18n);
  assert.equal(localMicrosToAtto(1n, { numerator: "3", denominator: "1" }), 333_333_333_334n);
});

test("2^256-1 passes without loss of its leading digits", () => {
  const largest = 2n ** 256n - 1n;
  assert.equal(
    attoToLocalMicros(largest, { numerator: "1", denominator: "1" }),
    (largest + 5n * 10n ** 11n) / 10n ** 12n,
  );
});
