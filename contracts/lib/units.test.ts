import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  ATTO,
  BPS,
  CMT_DECIMALS,
  formatDecimal,
  mulDivDown,
  mulDivUp,
  parseDecimal,
  UINT256_MAX,
  UnitsError,
} from "./units.ts";

const seed = 0x434d54;
const amounts = fc.bigInt({ min: 0n, max: UINT256_MAX });

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof UnitsError) return error.code;
    throw error;
  }
  return "none";
}

test("parses decimals to smallest units", () => {
  assert.equal(parseDecimal("1", CMT_DECIMALS), ATTO);
  assert.equal(parseDecimal("1.5", 18), 1_500_000_000_000_000_000n);
  assert.equal(parseDecimal("0.000000000000000001", 18), 1n);
  assert.equal(parseDecimal("007.10", 2), 710n);
  assert.equal(parseDecimal("1.500", 2), 150n);
  assert.equal(parseDecimal("12", 0), 12n);
  assert.equal(parseDecimal("12.0", 0), 12n);
});

test("refuses what is not a plain decimal", () => {
  for (const text of [
    "",
    " 1",
    "1 ",
    "-1",
    "+1",
    "1e21",
    "1,5",
    ".5",
    "5.",
    "1.2.3",
    "0x10",
    "١",
    "NaN",
    "1_0",
  ]) {
    assert.equal(
      codeOf(() => parseDecimal(text, 18)),
      "not_a_decimal",
      JSON.stringify(text),
    );
  }
});

test("never rounds: a digit too many is an error", () => {
  assert.equal(
    codeOf(() => parseDecimal("0.0000000000000000001", 18)),
    "excess_decimals",
  );
  assert.equal(
    codeOf(() => parseDecimal("1.001", 2)),
    "excess_decimals",
  );
});

test("carries 10^21 and 2^256-1 atto exactly, and refuses 2^256", () => {
  assert.equal(formatDecimal(10n ** 21n, 18), "1000");
  assert.equal(parseDecimal(formatDecimal(UINT256_MAX, 18), 18), UINT256_MAX);
  assert.equal(
    codeOf(() => parseDecimal(String(UINT256_MAX + 1n), 0)),
    "too_large",
  );
});

test("formats exactly, zero and negative amounts too", () => {
  assert.equal(formatDecimal(0n, 18), "0");
  assert.equal(formatDecimal(1n, 18), "0.000000000000000001");
  assert.equal(formatDecimal(-150n, 2), "-1.5");
  assert.equal(formatDecimal(7n, 0), "7");
});

test("format then parse gives the amount back, for any decimals", () => {
  fc.assert(
    fc.property(amounts, fc.integer({ min: 0, max: 36 }), (amount, decimals) => {
      assert.equal(parseDecimal(formatDecimal(amount, decimals), decimals), amount);
    }),
    { seed },
  );
});

test("mulDivDown and mulDivUp bracket the quotient and differ by at most one", () => {
  fc.assert(
    fc.property(amounts, amounts, fc.bigInt({ min: 1n, max: UINT256_MAX }), (a, b, divisor) => {
      const down = mulDivDown(a, b, divisor);
      const up = mulDivUp(a, b, divisor);
      assert.ok(down * divisor <= a * b && a * b <= up * divisor);
      assert.ok(up - down <= 1n);
    }),
    { seed },
  );
  assert.equal(mulDivUp(1n, 500n, BPS), 1n);
  assert.equal(mulDivDown(1n, 500n, BPS), 0n);
});

test("mulDiv refuses negative amounts and a divisor of zero", () => {
  assert.throws(() => mulDivDown(-1n, 1n, 1n), RangeError);
  assert.throws(() => mulDivUp(1n, -1n, 1n), RangeError);
  assert.throws(() => mulDivDown(1n, 1n, 0n), RangeError);
});
