// The main story over the API with real parts: a seller lists, a buyer finds, pays and writes, the seller ships, the
// buyer confirms and reviews; and who may read what on the way.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { escrowAbi } from "@cybermiles/contracts/abi/escrow";
import { listingsAbi } from "@cybermiles/contracts/abi/listings";
import { parseEther, zeroHash } from "viem";
import { type ApiClient, openSession } from "../seed/apiClient.ts";
import { buy, listProduct, openArbiter, openSeller } from "../testing/openTestShop.ts";
import { startTestMarket, type TestMarket } from "../testing/testMarket.ts";
import type { CasePage } from "./schema/arbiterDesk.ts";
import type { Envelope, Wrap } from "./schema/envelopes.ts";
import type { ListingPage, Product } from "./schema/listings.ts";
import type { MessagePage } from "./schema/messages.ts";
import type { Order, OrderPage, Receipt } from "./schema/orders.ts";
import type { ReviewPage } from "./schema/reviews.ts";
import type { CsvAnswer, Payouts, SellerSummary } from "./schema/seller.ts";
import type { Seller } from "./schema/sellers.ts";

let market: TestMarket;
let buyer: ApiClient;
let seller: ApiClient;
let arbiter: ApiClient;
let stranger: ApiClient;
let product: Product;

const BUYER = 1;
const SELLER = 5;
const ARBITER = 6;

before(async () => {
  market = await startTestMarket();
  [buyer, seller, arbiter, stranger] = (await Promise.all(
    [BUYER, SELLER, ARBITER, 2].map((index) => market.signIn(market.account(index))),
  )) as [ApiClient, ApiClient, ApiClient, ApiClient];
  await openArbiter(market, market.account(ARBITER));
  await openSeller(market, market.account(SELLER), seller);
  const parts = { account: market.account(SELLER), seller, arbiter: market.account(ARBITER) };
  product = await listProduct(market, parts, {
    title: "Copper kettle",
    priceAtto: parseEther("1000"),
    stock: 5,
  });
});
after(() => market.close());

const wrapFor = (to: string): Wrap => ({
  to: to as `0x${string}`,
  recipientKey: `0x${"11".repeat(32)}`,
  ephemeralKey: `0x${"22".repeat(32)}`,
  nonce: `0x${"33".repeat(24)}`,
  wrappedKey: `0x${"44".repeat(48)}`,
});

function envelope(...readers: string[]): Envelope {
  return {
    version: 1,
    nonce: `0x${"55".repeat(24)}`,
    ciphertext: Buffer.from("a ciphertext that nobody here can read").toString("base64"),
    wraps: readers.map(wrapFor),
  };
}

const escrow = (account: number, functionName: string, args: readonly unknown[], value = 0n) =>
  market.write(market.account(account), { to: "escrow", abi: escrowAbi, functionName, args, value });

async function refused(call: Promise<unknown>, code: string): Promise<void> {
  await assert.rejects(
    call,
    (error: { code?: string }) => error.code === code || assert.equal(error.code, code),
  );
}

test("a listing is found by its words, with its terms as the chain hashes them", async () => {
  for (const q of ["kettle", "COPPER ket", "coper kettle", "worth its price", "Test shop"]) {
    const page = await buyer.get<ListingPage>(`/api/listings?q=${encodeURIComponent(q)}`);
    assert.equal(page.data[0]?.id, product.id, q);
  }
  const nothing = await buyer.get<ListingPage>("/api/listings?q=zeppelin");
  assert.deepEqual(nothing, { data: [], nextCursor: null });
  const termsHash = await market.pipeline.client.readContract({
    address: market.deployment.contracts.listings,
    abi: listingsAbi,
    functionName: "termsHashOf",
    args: [BigInt(product.id)],
  });
  assert.equal(product.terms.termsHash, termsHash);
  assert.equal(product.priceAtto, "1000000000000000000000"); // 10^21, digits and nothing else
  assert.equal(product.pictures.length, 1);
});

test("from payment to review", async () => {
  const note = { kind: "note", envelope: envelope(buyer.address, seller.address) };
  const { hash: noteHash } = await buyer.post<{ hash: `0x${string}` }>("/api/contents", note);
  const id = await buy(market, { account: market.account(BUYER), buyer }, product, { noteHash, quantity: 2 });

  const paid = await seller.get<Order>(`/api/orders/${id}`);
  assert.equal(paid.state, "Funded");
  assert.equal(paid.amountAtto, parseEther("2000").toString());
  assert.deepEqual(
    paid.actions.filter((action) => action.isOpen).map((action) => action.action),
    ["ship", "cancel", "offer"],
  );
  assert.equal(paid.documents[0]?.envelope?.wraps.length, 2);
  for (const other of [stranger, arbiter]) {
    const seen = await other.get<Order>(`/api/orders/${id}`);
    assert.equal(seen.documents[0]?.envelope, null);
    assert.equal(seen.role, other === arbiter ? "arbiter" : null);
  }
  await refused(stranger.get(`/api/contents/${noteHash}`), "not_found");
  await refused(buyer.post(`/api/orders/${id}/review`, { stars: 5, text: "" }), "order_not_released");

  await buyer.post(`/api/orders/${id}/messages`, { envelope: envelope(buyer.address, seller.address) });
  const todo = (await seller.get<SellerSummary>("/api/seller/summary")).todo.map((one) => one.kind);
  assert.deepEqual(todo, ["publishKey", "ship", "message"]);
  await seller.post(`/api/orders/${id}/messages/read`, {});
  assert.equal((await seller.get<OrderPage>("/api/orders?role=seller")).data[0]?.unreadMessages, 0);

  await escrow(SELLER, "ship", [BigInt(id), zeroHash]);
  const attention = await buyer.get<OrderPage>("/api/orders?attention=true");
  assert.deepEqual(
    attention.data.map((order) => order.id),
    [id],
  );
  await escrow(BUYER, "confirm", [BigInt(id)]);
  await refused(seller.post(`/api/orders/${id}/review`, { stars: 5, text: "" }), "not_the_buyer");
  const text = `<script>alert(1)</script> '); DROP TABLE review; --`;
  await buyer.post(`/api/orders/${id}/review`, { stars: 4, text });
  await refused(buyer.post(`/api/orders/${id}/review`, { stars: 1, text: "again" }), "already_reviewed");
  const reviews = await buyer.get<ReviewPage>(`/api/listings/${product.id}/reviews`);
  assert.deepEqual(
    reviews.data.map((review) => [review.stars, review.text]),
    [[4, text]],
  );

  const receipt = await buyer.get<Receipt>(`/api/orders/${id}/receipt`);
  assert.deepEqual([receipt.paidAtto, receipt.lines[0]?.quantity], [parseEther("2000").toString(), 2]);
  assert.equal(receipt.local?.micros, "200000000"); // 200 USD at 0.10
  const pdf = await fetch(`${market.url}/api/orders/${id}/receipt.pdf`);
  assert.equal(pdf.headers.get("content-type"), "application/pdf");

  const card = await buyer.get<Seller>(`/api/sellers/${seller.address}`);
  assert.equal(card.reputation.ordersDone, 1);
  assert.deepEqual(card.reputation.rating, { averageMilli: 4000, count: 1 });
  const payouts = await seller.get<Payouts>("/api/seller/payouts");
  assert.equal(payouts.withdrawable[0]?.amountAtto, parseEther("1980").toString()); // less 1 % fee
});

test("a dispute: what is wrapped to the arbiter reaches him, and nothing else", async () => {
  const id = await buy(market, { account: market.account(BUYER), buyer }, product);
  const message = await buyer.post<{ id: string }>(`/api/orders/${id}/messages`, {
    envelope: envelope(buyer.address, seller.address),
  });
  const wrapped = { envelope: envelope(buyer.address, seller.address, arbiter.address) };
  await refused(buyer.post(`/api/orders/${id}/messages`, wrapped), "wrong_reader");
  await escrow(SELLER, "ship", [BigInt(id), zeroHash]);
  const evidence = envelope(buyer.address, seller.address, arbiter.address);
  const reason = await buyer.post<{ hash: `0x${string}` }>("/api/contents", {
    kind: "reason",
    orderId: id,
    envelope: evidence,
  });
  const { depositAtto } = await buyer.get<Order>(`/api/orders/${id}`);
  await escrow(BUYER, "dispute", [BigInt(id), reason.hash], BigInt(depositAtto));
  await escrow(SELLER, "answer", [BigInt(id), zeroHash], BigInt(depositAtto));

  const [open] = (await arbiter.get<CasePage>("/api/arbiter/cases")).data;
  assert.equal(open?.canRule, true);
  assert.equal(open?.feeAtto, parseEther("20").toString());
  const seen = await arbiter.get<Order>(`/api/orders/${id}`);
  assert.notEqual(seen.documents.find((document) => document.kind === "reason")?.envelope, null);
  assert.equal((await arbiter.get<MessagePage>(`/api/orders/${id}/messages`)).data.length, 0);

  const share = { shares: [{ messageId: message.id, wrap: wrapFor(arbiter.address) }] };
  const foreign = { shares: [{ messageId: message.id, wrap: wrapFor(stranger.address) }] };
  await refused(buyer.post(`/api/orders/${id}/shares`, foreign), "wrong_reader");
  await refused(stranger.post(`/api/orders/${id}/shares`, share), "not_a_party");
  await buyer.post(`/api/orders/${id}/shares`, share);
  const shared = await arbiter.get<MessagePage>(`/api/orders/${id}/messages`);
  assert.deepEqual(
    shared.data[0]?.envelope.wraps.map((wrap) => wrap.to),
    [buyer.address, seller.address, arbiter.address],
  );
  await refused(stranger.get(`/api/orders/${id}/messages`), "not_a_party");

  await escrow(ARBITER, "rule", [BigInt(id), 6000, zeroHash]);
  const closed = await buyer.get<Order>(`/api/orders/${id}`);
  assert.deepEqual([closed.state, closed.outcome?.buyerBps], ["Split", 6000]);
  assert.deepEqual(
    closed.timeline.map((entry) => entry.event),
    [
      "OrderFunded",
      "OrderShipped",
      "OrderDisputed",
      "DisputeAnswered",
      "EvidenceAdded",
      "OrderRuled",
      "OrderClosed",
    ],
  );
  const done = await arbiter.get<CasePage>("/api/arbiter/cases?state=closed");
  assert.deepEqual([done.data[0]?.isRuledByMe, done.data[0]?.buyerBps], [true, 6000]);
});

test("the seller's table comes back as calls to sign; a fault stores nothing", async () => {
  assert.equal((await fetch(`${market.url}/api/seller/listings.csv`)).status, 401);
  const { chainId } = market.deployment;
  const session = await openSession({ marketplaceUrl: market.url, account: market.account(SELLER), chainId });
  const table = await (await fetch(`${market.url}/api/seller/listings.csv`, { headers: session })).text();
  const send = async (body: string): Promise<CsvAnswer> => {
    const headers = { ...session, "content-type": "text/csv" };
    const response = await fetch(`${market.url}/api/seller/listings.csv`, { method: "POST", body, headers });
    return (await response.json()) as CsvAnswer;
  };
  assert.deepEqual(await send(table), { prepared: [], unchanged: 1, faults: [] });
  const { prepared } = await send(table.replace("Copper kettle", "Copper kettle XL"));
  assert.deepEqual(
    prepared.map((call) => [call.action, call.listingId]),
    [["update", product.id]],
  );
  assert.deepEqual((await send(table.replace("home", "nowhere"))).faults[0]?.column, "category");
});
