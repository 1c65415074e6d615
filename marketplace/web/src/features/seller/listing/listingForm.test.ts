import assert from "node:assert/strict";
import { test } from "node:test";
import { listingDocumentSchema } from "../../../../../src/api/schema/contents.ts";
import {
  emptyListing,
  type ListingForm,
  priceAttoOf,
  toDocument,
  toTerms,
  validateListing,
} from "./listingForm.ts";

const CMT = {
  address: "0x0000000000000000000000000000000000000000",
  symbol: "CMT",
  name: "CyberMiles Token",
  decimals: 18,
  bondFloorAtto: "1",
} as const;
const USDX = {
  ...CMT,
  address: `0x${"11".repeat(20)}`,
  symbol: "dUSD",
  name: "Demo dollar",
  decimals: 6,
} as const;
const ARBITER = `0x${"22".repeat(20)}`;
const picture = { hash: "ab".repeat(32), width: 10, height: 10, color: "#ffffff" };
// One CMT = 3/100 USD.
const usd = { currency: "USD", numerator: "3", denominator: "100", atSec: 1, source: "test" };
const facts = { currencies: [CMT, USDX], rates: [usd], minSec: 3600, maxSec: 60 * 86_400 };

const form: ListingForm = {
  ...emptyListing({ currency: CMT, country: "KR", arbiter: ARBITER }),
  title: "Jeju green tea",
  description: "First harvest.",
  category: "food",
  pictures: [picture],
  priceAmount: "12,5",
};

test("a price in CMT is exact, one in dollars rounds up by at most an atto", () => {
  assert.equal(priceAttoOf(form, facts), 12_500_000_000_000_000_000n);
  assert.equal(priceAttoOf({ ...form, priceAmount: "0.000000000000000001" }, facts), 1n);
  assert.equal(
    priceAttoOf({ ...form, priceCurrency: "USD", priceAmount: "1" }, facts),
    33_333_333_333_333_333_334n,
  );
});

test("a token's price has its own decimals", () => {
  const inToken = { ...form, currency: USDX.address, priceCurrency: "dUSD" };
  assert.equal(priceAttoOf({ ...inToken, priceAmount: "1.000001" }, facts), 1_000_001n);
  assert.equal(priceAttoOf({ ...inToken, priceAmount: "1.0000001" }, facts), null);
});

test("no price without a rate, none of zero, none that is no number", () => {
  for (const [priceCurrency, priceAmount] of [
    ["EUR", "1"],
    ["CMT", "0"],
    ["CMT", "-1"],
    ["CMT", "1e3"],
    ["USD", "0"],
  ] as const) {
    assert.equal(
      priceAttoOf({ ...form, priceCurrency, priceAmount }, facts),
      null,
      `${priceAmount} ${priceCurrency}`,
    );
  }
});

test("a good form has no faults and makes a document the API accepts", () => {
  assert.deepEqual(validateListing(form, facts), {});
  const document = toDocument({ ...form, attributes: [{ name: " Weight ", value: "250 g" }] });
  assert.deepEqual(listingDocumentSchema.parse(document), document);
  assert.deepEqual(document.priceBasis, { currency: "CMT", amount: "12.5" });
  assert.equal(toDocument({ ...form, priceCurrency: "dUSD" }).priceBasis.currency, "USD");
});

test("every fault names its field", () => {
  const faults = validateListing(
    {
      ...emptyListing({ currency: CMT, country: null, arbiter: null }),
      stock: 1.5,
      shipByDays: 0,
      releaseDays: 61,
    },
    facts,
  );
  assert.deepEqual(Object.keys(faults).sort(), [
    "arbiter",
    "category",
    "country",
    "description",
    "pictures",
    "priceAmount",
    "releaseDays",
    "shipByDays",
    "stock",
    "title",
  ]);
});

test("terms carry whole seconds", () => {
  const terms = toTerms({ ...form, shipByDays: 0.5 }, 7n, `0x${"00".repeat(32)}`);
  assert.equal(terms.shipBySec, 43_200);
  assert.equal(terms.releaseSec, 14 * 86_400);
});
