import assert from "node:assert/strict";
import { test } from "node:test";
import { discountOf, paybackTokens } from "./rewardMath.ts";

const ONE = 10n ** 18n;

test("5 % of 100 at a rate of a tenth is 50 tokens, worth 5", () => {
  const tokens = paybackTokens(100n * ONE, 500, ONE / 10n);
  assert.equal(tokens, 50n * ONE);
  assert.equal(discountOf(tokens, ONE / 10n), 5n * ONE);
});

test("rounding never favours the buyer, and no rate earns nothing", () => {
  assert.equal(paybackTokens(19n, 500, ONE), 0n);
  assert.equal(discountOf(3n, ONE / 2n), 1n);
  assert.equal(paybackTokens(ONE, 500, 0n), 0n);
});
