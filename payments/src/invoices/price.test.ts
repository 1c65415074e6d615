import assert from "node:assert/strict";
import { test } from "node:test";
import { crossRate } from "../rates/fixedRateSource.ts";
import { amountDue, parsePrice, showPrice, taxLines } from "./price.ts";

const code = (expected: string) => (error: unknown) => (error as { code: string }).code === expected;

test("a price keeps its decimals and refuses more", () => {
  assert.equal(parsePrice("12.5", 2, "USD"), 1250n);
  assert.equal(showPrice(1250n, 2), "12.50");
  assert.equal(showPrice(1250n, 0), "1250");
  assert.equal(showPrice(15n * 10n ** 17n, 18), "1.5");
  assert.throws(() => parsePrice("12.505", 2, "USD"), code("excess_decimals"));
  assert.throws(() => parsePrice("0", 2, "USD"), code("amount_too_small"));
});

test("amounts up to 2^256-1 pass, one more does not", () => {
  const most = 2n ** 256n - 1n;
  const text = showPrice(most, 18);
  assert.equal(parsePrice(text, 18, "CMT"), most);
  assert.equal(amountDue(most, null), most);
  assert.throws(() => parsePrice(most.toString(), 18, "CMT"), code("amount_too_large"));
  const rate = crossRate("USD", "CMT");
  assert.ok(rate);
  assert.throws(() => amountDue(most, rate), code("amount_too_large"));
});

test("a converted amount can be typed: up to 6 decimals, rounded up, small ones keep 8 digits", () => {
  const rate = crossRate("EUR", "CMT");
  assert.ok(rate);
  const due = amountDue(4890n, rate);
  assert.equal(showPrice(due, 18), "565.31792");
  assert.ok(due >= (4890n * rate.numerator) / rate.denominator);
  const tiny = { ...rate, numerator: 123_456_789_123n, denominator: 1n };
  assert.equal(amountDue(1n, tiny), 123_456_790_000n);
});

test("conversion rounds up", () => {
  const rate = crossRate("KWD", "JPY");
  assert.ok(rate);
  // 0.001 KWD is 0.498 yen.
  assert.equal(amountDue(1n, rate), 1n);
});

test("taxes inside a gross price never exceed it", () => {
  assert.deepEqual(taxLines(11_000n, [{ name: "VAT", rateBps: 1000 }]), [
    { name: "VAT", rateBps: 1000, amount: "1000" },
  ]);
  const lines = taxLines(999n, [
    { name: "GST", rateBps: 500 },
    { name: "PST", rateBps: 700 },
  ]);
  assert.deepEqual(
    lines.map((line) => line.amount),
    ["44", "62"],
  );
});
