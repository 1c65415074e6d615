import assert from "node:assert/strict";
import { test } from "node:test";
import { countFilters, readFilters, toListingsQuery, writeFilters } from "./filters.ts";

const RATES = [{ currency: "USD", numerator: "1", denominator: "4", atSec: 0, source: "table" }]; // 1 CMT = 0.25 USD

test("filters survive the URL", () => {
  const url = "q=tea&category=food&minPrice=5&priceIn=USD&inStock=true&sort=priceAsc";
  assert.equal(writeFilters(readFilters(new URLSearchParams(url))).toString(), url);
  assert.equal(countFilters(readFilters(new URLSearchParams(url))), 3);
});

test("a price is converted at the rate, and left out without one", () => {
  const query = toListingsQuery(
    readFilters(new URLSearchParams("minPrice=5&maxPrice=7,5&priceIn=USD")),
    RATES,
  );
  assert.equal(query.minPrice, "20000000000000000000");
  assert.equal(query.maxPrice, "30000000000000000000");
  assert.equal(
    toListingsQuery(readFilters(new URLSearchParams("minPrice=5&priceIn=EUR")), RATES).minPrice,
    "",
  );
  assert.equal(
    toListingsQuery(readFilters(new URLSearchParams("minPrice=5")), RATES).minPrice,
    "5000000000000000000",
  );
  assert.equal(toListingsQuery(readFilters(new URLSearchParams("minPrice=<b>")), RATES).minPrice, "");
});
