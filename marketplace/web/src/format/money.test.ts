import assert from "node:assert/strict";
import { test } from "node:test";
import { formatAmount, formatBps, formatLocal, parseAmount, toDecimal } from "./money.ts";

test("exact decimals survive 10^21 and 2^256-1 atto", () => {
  assert.equal(toDecimal(10n ** 21n, 18), "1000");
  assert.equal(
    toDecimal(2n ** 256n - 1n, 18),
    "115792089237316195423570985008687907853269984665640564039457.584007913129639935",
  );
  assert.equal(toDecimal(1n, 18), "0.000000000000000001");
  assert.equal(toDecimal(-15n, 1), "-1.5");
});

test("never more than six significant digits", () => {
  assert.equal(formatAmount(1234567890000000000n, 18, "en"), "1.23457");
  assert.equal(formatAmount(123456789n * 10n ** 18n, 18, "en"), "123,457,000");
  assert.equal(formatAmount(10n ** 30n, 18, "en"), "1T");
});

test("local money has its own minor units", () => {
  assert.equal(formatLocal(12_340_000n, "USD", "en"), "$12.34");
  assert.equal(formatLocal(12_340_000n, "KRW", "en"), "₩12");
  assert.equal(formatLocal(4_000n, "USD", "en"), "<$0.01");
  assert.equal(formatLocal(12_345_678_900n, "USD", "en"), "$12,346");
});

test("reads typed amounts strictly", () => {
  assert.equal(parseAmount("12.5", 18), 12_500_000_000_000_000_000n);
  assert.equal(parseAmount("12,5", 1), 125n);
  assert.equal(parseAmount("1.25", 1), null);
  assert.equal(parseAmount("1e5", 18), null);
  assert.equal(parseAmount("", 18), null);
});

test("basis points read as percent", () => {
  assert.equal(formatBps(250, "en"), "2.5%");
});
