// Puts the demo products on the chain, each shop its own, and finds their ids.
import { listingsAbi } from "@cybermiles/contracts/abi/listings";
import { parseDecimal } from "@cybermiles/contracts/units";
import { encodeFunctionData } from "viem";
import { localMicrosToAtto } from "../api/schema/localMoney.ts";
import type { Rates } from "../api/schema/rates.ts";
import type { SellerListing, SellerListingPage } from "../api/schema/seller.ts";
import { CMT, inParallel, type SeedContext } from "./seedContext.ts";
import type { Call } from "./transactionPipeline.ts";
import { uploadListings } from "./uploadCatalogue.ts";

const DAY_SEC = 24 * 3600;
/** 1 CMT = 0.10 USD, where payments has no rate. */
const FALLBACK_RATE = { numerator: "1", denominator: "10" };

/** Listings by shop and product, as in the catalogue. */
export async function listProducts(context: SeedContext): Promise<SellerListing[][]> {
  const { accounts, pipeline, contracts, say } = context;
  const known = await readListings(context);
  const uploaded = await uploadListings(
    context,
    known.map((listings) => new Set(listings.map((listing) => listing.title))),
  );
  const rate = await usdRate(context);
  const calls = uploaded.flatMap(({ seller, product, contentHash, title }): Call[] => {
    const owner = accounts.sellers[seller];
    const item = owner?.shop.products[product];
    const arbiter = accounts.arbiters[seller % accounts.arbiters.length];
    if (!owner || !item || !arbiter) return [];
    const terms = {
      currency: CMT,
      arbiter: arbiter.account.address,
      shipBySec: owner.shop.shipByDays * DAY_SEC,
      releaseSec: owner.shop.releaseDays * DAY_SEC,
      price: localMicrosToAtto(parseDecimal(item.usd, 6), rate),
      contentHash,
    };
    const args = [terms, BigInt(item.stock)] as const;
    const data = encodeFunctionData({ abi: listingsAbi, functionName: "create", args });
    return [{ from: owner.account, to: contracts.listings, data, gas: 400_000n, what: `list ${title}` }];
  });
  await context.indexed(await pipeline.send(calls));
  say(`${uploaded.length} products listed`);
  return inCatalogueOrder(context, await readListings(context));
}

async function readListings(context: SeedContext): Promise<SellerListing[][]> {
  return inParallel(context.sellers, 4, async (client) => {
    const page = await client.get<SellerListingPage>("/api/seller/listings?limit=100");
    return page.data;
  });
}

function inCatalogueOrder(context: SeedContext, listings: readonly SellerListing[][]): SellerListing[][] {
  return context.accounts.sellers.map(({ shop }, seller) =>
    shop.products.map((product) => {
      const found = listings[seller]?.findLast((listing) => listing.title === product.title);
      if (!found) throw new Error(`"${product.title}" did not appear in the shop.`);
      return found;
    }),
  );
}

async function usdRate(context: SeedContext): Promise<{ numerator: string; denominator: string }> {
  const rates = await context.buyers[0]?.get<Rates>("/api/rates");
  return rates?.data.find((rate) => rate.currency === "USD") ?? FALLBACK_RATE;
}
