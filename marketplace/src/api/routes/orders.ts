// /api/orders…: an account's orders, one order, its private messages and documents, review and receipt.
import { type Request, Router } from "express";
import { ApiError } from "../../http/apiError.ts";
import { jsonBody } from "../../http/jsonBody.ts";
import { parse } from "../../http/parse.ts";
import { requireViewer, viewerOf } from "../../http/session.ts";
import { listMessages, markRead, sendMessage, shareWithArbiter } from "../../messages/messages.ts";
import { listOrders, ordersOfTransaction } from "../../orders/listOrders.ts";
import { readOrder } from "../../orders/readOrder.ts";
import { readReceipt } from "../../receipts/readReceipt.ts";
import { receiptPdf } from "../../receipts/receiptPdf.ts";
import { addReview } from "../../reviews/reviews.ts";
import type { Shop } from "../../service/shop.ts";
import {
  type Message,
  type MessagePage,
  messagesQuerySchema,
  newMessageSchema,
  type SharesAnswer,
  sharesSchema,
} from "../schema/messages.ts";
import {
  type Order,
  type OrderPage,
  type OrdersOfTransaction,
  ordersQuerySchema,
  type Receipt,
} from "../schema/orders.ts";
import { hashSchema, idSchema, moneyCodeSchema } from "../schema/primitives.ts";
import { newReviewSchema } from "../schema/reviews.ts";

const MAX_SHARES_BYTES = 512 * 1024;

export function orderRoutes(shop: Shop): Router {
  const { store, payments } = shop;
  const router = Router();
  const idOf = (request: Request) => parse(idSchema, request.params.id);
  const wallClockSec = () => Math.floor(Date.now() / 1000);

  router.get("/orders", async (request, response) => {
    const viewer = await requireViewer(payments, request);
    const query = parse(ordersQuerySchema, request.query);
    response.json((await listOrders(store, viewer, query)) satisfies OrderPage);
  });
  router.get("/orders/by-transaction/:hash", async (request, response) => {
    const hash = parse(hashSchema, request.params.hash);
    const viewer = await viewerOf(payments, request);
    const isIndexed = await isTransactionIndexed(shop, hash);
    const data = await ordersOfTransaction(store, hash, viewer);
    response.json({ isIndexed, data } satisfies OrdersOfTransaction);
  });
  router.get("/orders/:id", async (request, response) => {
    const id = idOf(request);
    const viewer = await viewerOf(payments, request);
    const order = await readOrder(store, { id, viewer, nowSec: shop.nowSec(), symbols: shop.tokens });
    response.set("cache-control", "no-store").json(order satisfies Order);
  });
  router.get("/orders/:id/messages", async (request, response) => {
    const reader = await requireViewer(payments, request);
    const query = parse(messagesQuerySchema, request.query);
    const page = await listMessages(store, { orderId: idOf(request), reader, query });
    response.set("cache-control", "no-store").json(page satisfies MessagePage);
  });
  router.post("/orders/:id/messages", jsonBody(), async (request, response) => {
    const author = await requireViewer(payments, request);
    const orderId = idOf(request);
    const { envelope } = parse(newMessageSchema, request.body);
    const message = await sendMessage(store, { orderId, author, envelope, nowSec: wallClockSec() });
    shop.live.publish({ type: "order", id: orderId });
    response.status(201).json(message satisfies Message);
  });
  router.post("/orders/:id/messages/read", async (request, response) => {
    const reader = await requireViewer(payments, request);
    await markRead(store, idOf(request), reader);
    response.status(204).end();
  });
  router.post("/orders/:id/shares", jsonBody(MAX_SHARES_BYTES), async (request, response) => {
    const author = await requireViewer(payments, request);
    const orderId = idOf(request);
    const { shares } = parse(sharesSchema, request.body);
    const shared = await shareWithArbiter(store, { orderId, author, shares, nowSec: wallClockSec() });
    shop.live.publish({ type: "order", id: orderId });
    response.status(201).json({ shared } satisfies SharesAnswer);
  });
  router.post("/orders/:id/review", jsonBody(), async (request, response) => {
    const author = await requireViewer(payments, request);
    const orderId = idOf(request);
    const review = parse(newReviewSchema, request.body);
    await addReview(store, { orderId, author, review, nowSec: shop.nowSec() });
    shop.live.publish({ type: "order", id: orderId });
    response.status(201).json(review);
  });
  router.get("/orders/:id/receipt", async (request, response) => {
    response.json((await receiptOf(shop, request, idOf(request))) satisfies Receipt);
  });
  router.get("/orders/:id/receipt.pdf", async (request, response) => {
    const receipt = await receiptOf(shop, request, idOf(request));
    const pdf = await receiptPdf(receipt, { pageUrl: `${shop.publicUrl}/orders/${receipt.orderId}/receipt` });
    response
      .type("application/pdf")
      .set("content-disposition", `inline; filename="receipt-${receipt.number}.pdf"`)
      .send(pdf);
  });
  return router;
}

async function receiptOf(shop: Shop, request: Request, id: string): Promise<Receipt> {
  const currency = parse(moneyCodeSchema.default("USD"), request.query.currency);
  const rates = await shop.payments.rates().catch(() => []);
  const rate = rates.find((one) => one.currency === currency) ?? null;
  const { chainId } = shop.deployment;
  return readReceipt(shop.store, { id, chainId, nowSec: shop.nowSec(), tokens: shop.tokens, rate });
}

/** The read model has every transaction of the blocks it holds; one that no node knows is an error. */
async function isTransactionIndexed(shop: Shop, hash: `0x${string}`): Promise<boolean> {
  const [row] = await shop.store.database.query("select 1 from chain_transaction where hash = $1", [hash]);
  if (row) return true;
  const known = await shop.client.getTransaction({ hash }).catch((error: unknown) => {
    if (error instanceof Error && error.name === "TransactionNotFoundError") return null;
    throw error;
  });
  if (!known) throw new ApiError("not_found", `There is no transaction ${hash}.`);
  return false;
}
