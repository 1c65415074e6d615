import assert from "node:assert/strict";
import { test } from "node:test";
import { demoShops } from "./catalogue/demoShops.ts";
import { seededRandom } from "./random.ts";
import { keyOf, planRedemptions, planSales } from "./salesPlan.ts";

test("the catalogue is as large as promised", () => {
  const products = demoShops.flatMap((shop) => shop.products);
  assert.ok(products.length >= 60, `${products.length} products`);
  assert.equal(demoShops.length, 8);
  assert.ok(new Set(demoShops.map((shop) => shop.country)).size >= 6);
  assert.equal(new Set(products.map((product) => product.category)).size, 6);
  assert.equal(new Set(products.map((product) => product.title)).size, products.length);
});

test("the plan is the same every time and names no order twice", () => {
  const plan = planSales(demoShops, seededRandom(1));
  assert.deepEqual(plan, planSales(demoShops, seededRandom(1)));
  assert.notDeepEqual(plan, planSales(demoShops, seededRandom(2)));
  const all = [...plan, ...planRedemptions(demoShops, plan, seededRandom(3))];
  assert.equal(new Set(all.map(keyOf)).size, all.length);
});

test("every end of an order occurs, and most shops redeem rewards", () => {
  const plan = planSales(demoShops, seededRandom(1));
  assert.equal(new Set(plan.map((order) => order.script)).size, 9);
  assert.ok(planRedemptions(demoShops, plan, seededRandom(3)).length >= 3);
});

test("no product is sold beyond its stock", () => {
  const sold = new Map<string, number>();
  for (const { shop, product, quantity } of planSales(demoShops, seededRandom(1))) {
    const key = `${shop}/${product}`;
    sold.set(key, (sold.get(key) ?? 0) + quantity);
  }
  for (const [key, count] of sold) {
    const [shop, product] = key.split("/").map(Number);
    assert.ok(count <= (demoShops[shop ?? 0]?.products[product ?? 0]?.stock ?? 0), key);
  }
});
