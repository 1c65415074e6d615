// /api/seller/…: the seller centre of whoever is signed in. Selling needs no permission, so an account that never
// sold gets an empty centre that says what to do first.
import express, { Router } from "express";
import { requirePictures, storeDocument } from "../../documents/storeDocument.ts";
import { ApiError } from "../../http/apiError.ts";
import { parse } from "../../http/parse.ts";
import { requireViewer } from "../../http/session.ts";
import { listingsToCsv, planCsv } from "../../sellers/listingsCsv.ts";
import { readPayouts } from "../../sellers/payouts.ts";
import { allSellerListings, listSellerListings } from "../../sellers/sellerListings.ts";
import { readSellerSummary } from "../../sellers/sellerSummary.ts";
import type { Shop } from "../../service/shop.ts";
import { pageQuerySchema } from "../schema/paging.ts";
import {
  type CsvAnswer,
  type Payouts,
  type SellerListingPage,
  type SellerSummary,
  sellerListingsQuerySchema,
  sellerSummaryQuerySchema,
} from "../schema/seller.ts";

const MAX_CSV_BYTES = 4 * 1024 * 1024;

export function sellerRoutes(shop: Shop): Router {
  const { store, payments } = shop;
  const router = Router();
  router.get("/seller/summary", async (request, response) => {
    const address = await requireViewer(payments, request);
    const { days } = parse(sellerSummaryQuerySchema, request.query);
    const options = { address, days, nowSec: shop.nowSec(), symbols: shop.tokens };
    response.json((await readSellerSummary(store, options)) satisfies SellerSummary);
  });
  router.get("/seller/listings", async (request, response) => {
    const address = await requireViewer(payments, request);
    const query = parse(sellerListingsQuerySchema, request.query);
    response.json((await listSellerListings(store, address, query)) satisfies SellerListingPage);
  });
  router.get("/seller/payouts", async (request, response) => {
    const address = await requireViewer(payments, request);
    const query = parse(pageQuerySchema, request.query);
    response.json((await readPayouts(store, address, query)) satisfies Payouts);
  });
  router.get("/seller/listings.csv", async (request, response) => {
    const address = await requireViewer(payments, request);
    response
      .type("text/csv")
      .set("content-disposition", 'attachment; filename="listings.csv"')
      .send(listingsToCsv(await allSellerListings(store, address)));
  });
  router.post(
    "/seller/listings.csv",
    express.text({ type: ["text/csv", "text/plain"], limit: MAX_CSV_BYTES }),
    async (request, response) => {
      const author = await requireViewer(payments, request);
      if (typeof request.body !== "string") {
        throw new ApiError("unsupported_media_type", "Send the table with content-type text/csv.");
      }
      const { documents, ...answer } = planCsv(request.body, await allSellerListings(store, author));
      await requirePictures(
        store,
        documents.flatMap((document) => document.pictures),
      );
      for (const document of documents)
        await storeDocument(store, { document, author, nowSec: shop.nowSec() });
      response.json(answer satisfies CsvAnswer);
    },
  );
  return router;
}
