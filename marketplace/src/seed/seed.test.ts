// The demo loads whole, and a seed that was killed twice on the way goes on without doing anything twice.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Arbiters } from "../api/schema/arbiters.ts";
import type { Stats } from "../api/schema/explorer.ts";
import type { Facets, ListingPage } from "../api/schema/listings.ts";
import type { RewardBalances } from "../api/schema/rewards.ts";
import { startTestMarket, type TestMarket } from "../testing/testMarket.ts";
import { seedDemo } from "./seed.ts";

let market: TestMarket;

before(async () => {
  market = await startTestMarket();
});
after(() => market.close());

/** @param killAt text of the progress line at which it dies */
function seed(killAt?: string): Promise<void> {
  return seedDemo({
    rpcUrl: market.rpcUrl,
    marketplaceUrl: market.url,
    deploymentsDir: join(market.dir, "deployments"),
    keysDir: join(market.dir, "keys"),
    owner: market.account(9),
    say: (line) => {
      if (killAt !== undefined && line.includes(killAt)) throw new Error("killed");
    },
  });
}

async function get<T>(path: string): Promise<T> {
  return (await (await fetch(`${market.url}${path}`)).json()) as T;
}

test("killed while it lists and while it sells, it still ends with one of each", {
  timeout: 600_000,
}, async () => {
  await assert.rejects(seed("texts of 10 of"), /killed/);
  await assert.rejects(seed("steps of orders done"), /killed/);
  await seed();
  const facets = await get<Facets>("/api/listings/facets");
  assert.equal(facets.total, 67);
  assert.equal(facets.categories.length, 6);
  assert.ok(facets.countries.length >= 6);
  const stats = await get<Stats>("/api/explorer/stats");
  assert.deepEqual([stats.sellers, stats.orders, stats.ordersOpen], [8, 105, 14]);
  const { data: arbiters } = await get<Arbiters>("/api/arbiters");
  assert.deepEqual([arbiters.length, arbiters.filter((arbiter) => arbiter.isFallback).length], [3, 2]);
  const best = await get<ListingPage>("/api/listings?sort=rating&limit=1");
  assert.ok((best.data[0]?.rating.averageMilli ?? 0) >= 4000);
  const rewards = await get<RewardBalances>(`/api/rewards/${market.account(1).address}`);
  assert.ok(rewards.data.length > 0);
});
