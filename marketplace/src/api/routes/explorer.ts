// /api/explorer/… and the live stream /api/events.
import { Router } from "express";
import { z } from "zod";
import { listBlocks, readBlock } from "../../explorer/blocks.ts";
import { listTransactions, listTransfers } from "../../explorer/listTransactions.ts";
import { readAddress } from "../../explorer/readAddress.ts";
import { readStats } from "../../explorer/readStats.ts";
import { readTransaction } from "../../explorer/readTransaction.ts";
import { searchChain } from "../../explorer/searchChain.ts";
import { listHolders, listTokens, readTokenPage } from "../../explorer/tokens.ts";
import { ApiError } from "../../http/apiError.ts";
import { parse } from "../../http/parse.ts";
import type { Shop } from "../../service/shop.ts";
import {
  type AddressDetail,
  type Block,
  type BlockPage,
  type HolderPage,
  type SearchResults,
  type Stats,
  type Token,
  type TokenPage,
  type Transaction,
  type TransactionPage,
  type TransferPage,
  transactionsQuerySchema,
  transfersQuerySchema,
} from "../schema/explorer.ts";
import { pageQuerySchema } from "../schema/paging.ts";
import { addressSchema, hashSchema, idSchema } from "../schema/primitives.ts";

const searchQuerySchema = z.object({ q: z.string().max(200).default("") });
const eventsQuerySchema = z.object({ order: idSchema.optional() });

export function explorerRoutes(shop: Shop): Router {
  const router = Router();
  router.get("/explorer/search", async (request, response) => {
    const { q } = parse(searchQuerySchema, request.query);
    response.json({ data: await searchChain(shop, q) } satisfies SearchResults);
  });
  router.get("/explorer/stats", async (_request, response) => {
    const { chainId } = shop.deployment;
    const stats = await readStats({ ...shop, chainId, indexedBlock: shop.indexedBlock() });
    response.json(stats satisfies Stats);
  });
  router.get("/explorer/blocks", async (request, response) => {
    response.json((await listBlocks(shop, parse(pageQuerySchema, request.query))) satisfies BlockPage);
  });
  router.get("/explorer/blocks/:which", async (request, response) => {
    response.json((await readBlock(shop, request.params.which)) satisfies Block);
  });
  router.get("/explorer/transactions", async (request, response) => {
    const query = parse(transactionsQuerySchema, request.query);
    response.json((await listTransactions(shop, query)) satisfies TransactionPage);
  });
  router.get("/explorer/transactions/:hash", async (request, response) => {
    const hash = parse(hashSchema, request.params.hash);
    response.json((await readTransaction(shop, hash)) satisfies Transaction);
  });
  router.get("/explorer/transfers", async (request, response) => {
    const query = parse(transfersQuerySchema, request.query);
    response.json((await listTransfers(shop, query)) satisfies TransferPage);
  });
  router.get("/explorer/tokens", async (request, response) => {
    response.json((await listTokens(shop, parse(pageQuerySchema, request.query))) satisfies TokenPage);
  });
  router.get("/explorer/tokens/:address", async (request, response) => {
    const address = parse(addressSchema, request.params.address);
    response.json((await readTokenPage(shop, address)) satisfies Token);
  });
  router.get("/explorer/tokens/:address/holders", async (request, response) => {
    const address = parse(addressSchema, request.params.address);
    const query = parse(pageQuerySchema, request.query);
    response.json((await listHolders(shop, address, query)) satisfies HolderPage);
  });
  router.get("/explorer/addresses/:address", async (request, response) => {
    const address = parse(addressSchema, request.params.address);
    response.json((await readAddress(shop, address)) satisfies AddressDetail);
  });
  router.get("/events", (request, response) => {
    const { order } = parse(eventsQuerySchema, request.query);
    if (!shop.live.open(response, order))
      throw new ApiError("rate_limited", "Too many pages listen already.");
  });
  return router;
}
