// The read model is a function of the chain: after a reorg, and after a rebuild from block 0, it holds the same rows.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { dumpReadModel } from "@cybermiles/chain/follower/readModel";
import { escrowAbi } from "@cybermiles/contracts/abi/escrow";
import { parseEther, zeroHash } from "viem";
import type { ListingPage, Product } from "../api/schema/listings.ts";
import { openStore } from "../database/store.ts";
import type { ApiClient } from "../seed/apiClient.ts";
import { rebuildMarketplace } from "../service/startMarketplace.ts";
import { buy, listProduct, openArbiter, openSeller } from "../testing/openTestShop.ts";
import { startTestMarket, type TestMarket } from "../testing/testMarket.ts";
import { readModelTables } from "./tables.ts";

let market: TestMarket;
let seller: ApiClient;
let buyer: ApiClient;
let product: Product;

const shopParts = () => ({ account: market.account(5), seller, arbiter: market.account(6) });
const buyerParts = () => ({ account: market.account(1), buyer });

before(async () => {
  market = await startTestMarket();
  [seller, buyer] = (await Promise.all([5, 1].map((index) => market.signIn(market.account(index))))) as [
    ApiClient,
    ApiClient,
  ];
  await openArbiter(market, market.account(6));
  await openSeller(market, market.account(5), seller);
  product = await listProduct(market, shopParts(), {
    title: "Before",
    priceAtto: parseEther("10"),
    stock: 9,
  });
  await buy(market, buyerParts(), product);
});
after(() => market.close());

/** Rows of all tables as text, read while the service is down. */
async function dump(): Promise<string> {
  const store = await openStore({ dir: join(market.config.dataDir, "db"), chain: market.deployment });
  const text = await dumpReadModel(store.database, readModelTables);
  await store.close();
  return text;
}

async function titles(): Promise<string[]> {
  const page = await seller.get<ListingPage>("/api/listings?sort=newest");
  return page.data.map((listing) => listing.title);
}

test("three blocks are taken back and others are mined in their place", async () => {
  const snapshot = await market.rpc("evm_snapshot");
  await listProduct(market, shopParts(), { title: "Undone", priceAtto: parseEther("1"), stock: 1 });
  const orderId = await buy(market, buyerParts(), product);
  const args = [BigInt(orderId), zeroHash];
  await market.write(market.account(5), { to: "escrow", abi: escrowAbi, functionName: "ship", args });
  assert.deepEqual(await titles(), ["Undone", "Before"]);
  assert.equal((await buyer.get<Product>(`/api/listings/${product.id}`)).stock, 7);

  await market.rpc("evm_revert", snapshot);
  await market.rpc("evm_mine");
  while ((await titles()).length > 1) await new Promise((resolve) => setTimeout(resolve, 50));
  assert.equal((await buyer.get<Product>(`/api/listings/${product.id}`)).stock, 8);
  await assert.rejects(buyer.get(`/api/orders/${orderId}`), { code: "not_found" });

  const other = await listProduct(market, shopParts(), {
    title: "Instead",
    priceAtto: parseEther("2"),
    stock: 4,
  });
  await buy(market, buyerParts(), other);
  assert.deepEqual(await titles(), ["Instead", "Before"]);
});

test("a rebuild from block 0 gives the same rows", async () => {
  let followed = "";
  await market.restart(async () => {
    followed = await dump();
    await rebuildMarketplace(market.config);
  });
  await market.marketplace().caughtUpTo(await market.pipeline.client.getBlockNumber());
  let rebuilt = "";
  await market.restart(async () => {
    rebuilt = await dump();
  });
  assert.ok(followed.length > 1000);
  assert.equal(rebuilt, followed);
  assert.deepEqual(await titles(), ["Instead", "Before"]);
});
