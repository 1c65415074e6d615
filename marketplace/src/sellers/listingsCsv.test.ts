import assert from "node:assert/strict";
import { test } from "node:test";
import type { ListingDocument } from "../api/schema/contents.ts";
import { ZERO_ADDRESS } from "../api/schema/primitives.ts";
import type { ListingRow } from "../catalogue/listingRows.ts";
import { contentHash } from "../documents/contentHash.ts";
import { listingsToCsv, planCsv } from "./listingsCsv.ts";

const body: ListingDocument = {
  kind: "listing",
  title: '=HYPERLINK("evil") & "quoted", with comma',
  description: "Two\nlines; '); drop table listing; <b>bold</b>",
  category: "home",
  country: "KR",
  shipsTo: ["KR", "JP"],
  pictures: ["ab".repeat(32)],
  priceBasis: { currency: "CMT", amount: "12.5" },
  attributes: [{ name: "Weight", value: "250 g" }],
};
const listing: ListingRow = {
  id: 7n,
  seller: `0x${"11".repeat(20)}`,
  currency: ZERO_ADDRESS,
  arbiter: `0x${"22".repeat(20)}`,
  ship_by_sec: 86_400n,
  release_sec: 604_800n,
  price_atto: 12_500_000_000_000_000_000n,
  content_hash: contentHash(body),
  stock: 10n,
  sold: 2n,
  is_paused: false,
  created_at_sec: 1n,
  transaction_hash: `0x${"33".repeat(32)}`,
  body,
  seller_name: null,
  earn_bps: 0,
  picture_hash: null,
  picture_width: null,
  picture_height: null,
  picture_color: null,
  reviews: 0,
  stars: 0,
};

test("what was exported is imported without a change", () => {
  const csv = listingsToCsv([listing]);
  assert.ok(csv.includes(`"'=HYPERLINK`), "a spreadsheet must not run it");
  const plan = planCsv(csv, [listing]);
  assert.deepEqual(plan, { prepared: [], unchanged: 1, faults: [], documents: [] });
});

test("a changed price, more stock and a pause become three calls", () => {
  const csv = listingsToCsv([{ ...listing, price_atto: 13n, stock: 12n, is_paused: true }]);
  const plan = planCsv(csv, [listing]);
  assert.deepEqual(
    plan.prepared.map((call) => [call.action, call.stock, call.terms.price]),
    [
      ["update", 0, "13"],
      ["restock", 2, "13"],
      ["pause", 0, "13"],
    ],
  );
});

test("a row without id makes a new listing, priced in CMT", () => {
  const csv = listingsToCsv([listing]).replace(/^7,/m, ",").replace("12500000000000000000", "");
  const [call] = planCsv(csv, []).prepared;
  assert.deepEqual(
    [call?.action, call?.listingId, call?.terms.price],
    ["create", null, "12500000000000000000"],
  );
});

test("one bad row refuses all, and every fault is named", () => {
  const good = listingsToCsv([listing]);
  const bad = listingsToCsv([{ ...listing, body: { ...body, title: "x", country: "Korea" } }])
    .split("\r\n")
    .join("\n");
  const plan = planCsv(`${good}${bad.split("\n").slice(1).join("\n")}`, [listing]);
  assert.equal(plan.prepared.length, 0);
  assert.equal(plan.documents.length, 0);
  assert.deepEqual(
    plan.faults.map((fault) => [fault.row, fault.column]),
    [
      [3, "title"],
      [3, "country"],
    ],
  );
});

test("foreign listings, less stock, huge amounts, an empty file and a torn file are refused", () => {
  const faultOf = (csv: string, own: ListingRow[] = [listing]) => planCsv(csv, own).faults[0]?.column;
  assert.equal(faultOf(listingsToCsv([listing]), []), "listing_id");
  assert.equal(faultOf(listingsToCsv([{ ...listing, stock: 9n }])), "stock");
  assert.equal(faultOf(listingsToCsv([{ ...listing, price_atto: 2n ** 256n }])), "price_atto");
  assert.equal(faultOf(""), "");
  assert.equal(planCsv('listing_id,title\n"7,torn', [listing]).faults.length, 1);
});
