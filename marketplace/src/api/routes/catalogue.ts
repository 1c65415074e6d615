// GET /api/listings…, /api/sellers…, /api/config, /api/rates, /api/keys: what anybody may look at.
import { Router } from "express";
import { facets } from "../../catalogue/facets.ts";
import { listListings } from "../../catalogue/listListings.ts";
import { readProducts } from "../../catalogue/readProducts.ts";
import { suggest } from "../../catalogue/suggest.ts";
import { ApiError } from "../../http/apiError.ts";
import { parse } from "../../http/parse.ts";
import { messageKeys } from "../../orders/readOrder.ts";
import { listReviews } from "../../reviews/reviews.ts";
import { readSeller } from "../../sellers/readSeller.ts";
import { readMarketConfig } from "../../service/marketConfig.ts";
import type { Shop } from "../../service/shop.ts";
import {
  type Batch,
  batchQuerySchema,
  type Facets,
  type ListingPage,
  listingsQuerySchema,
  type Product,
  type Suggestions,
} from "../schema/listings.ts";
import { type MessageKeys, messageKeysQuerySchema } from "../schema/messageKeys.ts";
import { pageQuerySchema } from "../schema/paging.ts";
import { addressSchema, idSchema } from "../schema/primitives.ts";
import type { Rates } from "../schema/rates.ts";
import type { ReviewPage } from "../schema/reviews.ts";
import type { Seller } from "../schema/sellers.ts";

export function catalogueRoutes(shop: Shop): Router {
  const { store } = shop;
  const router = Router();
  const products = (ids: readonly string[]) =>
    readProducts(store, { ids, nowSec: shop.nowSec(), symbols: shop.tokens });

  router.get("/config", async (_request, response) => {
    response.set("cache-control", "public, max-age=30").json(await readMarketConfig(shop));
  });
  router.get("/rates", async (_request, response) => {
    response
      .set("cache-control", "public, max-age=30")
      .json({ data: await shop.payments.rates() } satisfies Rates);
  });
  router.get("/keys", async (request, response) => {
    const { addresses } = parse(messageKeysQuerySchema, request.query);
    const keys = await messageKeys(store, addresses);
    const data = addresses.map((address) => ({ address, messageKey: keys.get(address) ?? null }));
    response.json({ data } satisfies MessageKeys);
  });
  router.get("/listings", async (request, response) => {
    const query = parse(listingsQuerySchema, request.query);
    response.json((await listListings(store, query)) satisfies ListingPage);
  });
  router.get("/listings/suggest", async (request, response) => {
    const { q } = parse(listingsQuerySchema.pick({ q: true }), request.query);
    response.json({ data: await suggest(store, q) } satisfies Suggestions);
  });
  router.get("/listings/facets", async (_request, response) => {
    response.json((await facets(store)) satisfies Facets);
  });
  router.get("/listings/batch", async (request, response) => {
    const { ids } = parse(batchQuerySchema, request.query);
    response.json({ data: await products(ids) } satisfies Batch);
  });
  router.get("/listings/:id", async (request, response) => {
    const id = parse(idSchema, request.params.id);
    const [product] = await products([id]);
    if (!product) throw new ApiError("not_found", `There is no listing ${id}.`);
    response.json(product satisfies Product);
  });
  router.get("/listings/:id/reviews", async (request, response) => {
    const id = parse(idSchema, request.params.id);
    const query = parse(pageQuerySchema, request.query);
    response.json((await listReviews(store, { about: "listing", id, query })) satisfies ReviewPage);
  });
  router.get("/sellers/:address", async (request, response) => {
    const address = parse(addressSchema, request.params.address);
    const seller = await readSeller(store, { address, nowSec: shop.nowSec(), symbols: shop.tokens });
    response.json(seller satisfies Seller);
  });
  router.get("/sellers/:address/reviews", async (request, response) => {
    const id = parse(addressSchema, request.params.address);
    const query = parse(pageQuerySchema, request.query);
    response.json((await listReviews(store, { about: "seller", id, query })) satisfies ReviewPage);
  });
  return router;
}
