import assert from "node:assert/strict";
import { test } from "node:test";
import { searchTerms } from "./searchTerms.ts";

test("words become a prefix query", () => {
  assert.equal(searchTerms("  Rain   JACKet ")?.wordQuery, "rain:* & jacket:*");
});

test("query syntax, wildcards, SQL and HTML lose their meaning", () => {
  const terms = searchTerms("100%_ | ! :* '); drop table listing; -- <script>");
  assert.equal(terms?.wordQuery, "100:* & drop:* & table:* & listing:* & script:*");
  assert.ok(terms?.pattern.startsWith("%100\\%\\_ | !"));
});

test("nothing typed is nothing searched; Chinese stays whole", () => {
  assert.equal(searchTerms("   "), null);
  assert.equal(searchTerms("咖啡")?.pattern, "%咖啡%");
});
