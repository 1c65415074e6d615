import assert from "node:assert/strict";
import { test } from "node:test";
import { crossRate } from "./fixedRateSource.ts";
import { FIXED_RATES } from "./fixedRates.ts";

test("1.00 USD is 10 CMT", () => {
  const rate = crossRate("USD", "CMT");
  assert.ok(rate);
  assert.equal((100n * rate.numerator) / rate.denominator, 10n ** 19n);
});

test("currencies with 0 and 3 decimals cross exactly", () => {
  const won = crossRate("KRW", "CMT");
  assert.ok(won);
  assert.equal((1440n * won.numerator) / won.denominator, 10n ** 19n);
  const dinar = crossRate("KWD", "USD");
  assert.ok(dinar);
  assert.equal((307n * dinar.numerator) / dinar.denominator, 100n);
});

test("an unknown unit has no rate", () => {
  assert.equal(crossRate("XTS", "CMT"), null);
});

test("the table has every code once", () => {
  assert.equal(new Set(FIXED_RATES.map(([code]) => code)).size, FIXED_RATES.length);
});
