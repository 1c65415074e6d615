import assert from "node:assert/strict";
import { test } from "node:test";
import type { Product } from "../../../../src/api/schema/listings.ts";
import type { RewardBalance } from "../../../../src/api/schema/rewards.ts";
import { discountOf, findProblem, groupOrders, maxTokens, totalsOf } from "./orderGroups.ts";

const CMT = "0x0000000000000000000000000000000000000000";

function product(
  id: string,
  seller: string,
  changes: { priceAtto?: string; arbiter?: string; stock?: number } = {},
) {
  return {
    id,
    stock: changes.stock ?? 10,
    isPaused: false,
    seller: { address: seller, name: null },
    sellerCard: { address: seller },
    terms: {
      currency: CMT,
      arbiter: changes.arbiter ?? "0xa1",
      shipBySec: 1,
      releaseSec: 2,
      priceAtto: changes.priceAtto ?? "100",
    },
  } as unknown as Product;
}

test("one order a seller, two where the arbiters differ", () => {
  const products = [
    product("1", "0xs1"),
    product("2", "0xs1"),
    product("3", "0xs1", { arbiter: "0xa2" }),
    product("4", "0xs2"),
  ];
  const groups = groupOrders(
    ["1", "2", "3", "4"].map((listingId) => ({ listingId, quantity: 2 })),
    products,
  );
  assert.deepEqual(
    groups.map((group) => [group.lines.length, group.subtotalAtto]),
    [
      [2, 400n],
      [1, 200n],
      [1, 200n],
    ],
  );
});

test("what cannot be bought is left out and has a name", () => {
  const scarce = product("1", "0xs1", { stock: 1 });
  assert.equal(findProblem(scarce, 2), "tooMany");
  assert.equal(findProblem({ ...scarce, isPaused: true }, 1), "paused");
  assert.deepEqual(
    groupOrders(
      [
        { listingId: "1", quantity: 2 },
        { listingId: "9", quantity: 1 },
      ],
      [scarce],
    ),
    [],
  );
});

test("a discount rounds down and stays below the amount", () => {
  const [group] = groupOrders(
    [{ listingId: "1", quantity: 1 }],
    [product("1", "0xs1", { priceAtto: "1000" })],
  );
  assert.ok(group);
  const balance = (tokens: bigint, rateAtto: string) =>
    ({ balanceAtto: tokens.toString(), program: { currency: CMT, rateAtto } }) as unknown as RewardBalance;
  assert.equal(discountOf(5n * 10n ** 17n, "3"), 1n);
  const rate = "10"; // 10 atto a token
  const most = maxTokens(group, balance(10n ** 30n, rate));
  assert.equal(discountOf(most, rate), 999n);
  assert.equal(maxTokens(group, balance(5n, rate)), 5n);
  assert.equal(maxTokens(group, undefined), 0n);
});

test("totals are made per currency", () => {
  const totals = totalsOf([
    { currency: CMT, payAtto: 1n },
    { currency: "0x01", payAtto: 2n },
    { currency: CMT, payAtto: 3n },
  ]);
  assert.deepEqual(
    [...totals],
    [
      [CMT, 4n],
      ["0x01", 2n],
    ],
  );
});
