// Every kind of bad input gets a clear 4xx with a stable code, and nothing of it is stored.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import sharp from "sharp";
import { parseEther } from "viem";
import { openStore } from "../database/store.ts";
import { accountFromKeyFile } from "../keys/keyFile.ts";
import { type ApiClient, openSession } from "../seed/apiClient.ts";
import { listProduct, openArbiter, openSeller, uploadTestPicture } from "../testing/openTestShop.ts";
import { startTestMarket, type TestMarket } from "../testing/testMarket.ts";
import type { ApiErrorBody } from "./schema/paging.ts";

let market: TestMarket;
let client: ApiClient;
let session: Record<string, string>;

before(async () => {
  market = await startTestMarket();
  client = await market.signIn(market.account(5));
  const { chainId } = market.deployment;
  session = await openSession({ marketplaceUrl: market.url, account: market.account(5), chainId });
  await openArbiter(market, market.account(6));
  await openSeller(market, market.account(5), client);
});
after(() => market.close());

type Sent = { method?: string; body?: string | FormData; headers?: Record<string, string> };

async function send(
  path: string,
  sent: Sent = {},
): Promise<{ status: number; code: string; param?: string }> {
  const response = await fetch(`${market.url}${path}`, {
    method: sent.method ?? (sent.body === undefined ? "GET" : "POST"),
    headers: { ...session, ...sent.headers },
    ...(sent.body === undefined ? {} : { body: sent.body }),
  });
  const { error } = (await response.json()) as ApiErrorBody;
  assert.match(error.request_id, /^req_/);
  assert.ok(error.message.length > 0);
  return {
    status: response.status,
    code: error.code,
    ...(error.param === undefined ? {} : { param: error.param }),
  };
}

const json = { "content-type": "application/json" };
const contents = (document: unknown, headers = {}) =>
  send("/api/contents", { body: JSON.stringify(document), headers: { ...json, ...headers } });

function upload(bytes: Buffer, type = "image/png"): Promise<{ status: number; code: string }> {
  const body = new FormData();
  body.set("file", new Blob([new Uint8Array(bytes)], { type }), "../../etc/passwd.png");
  return send("/api/media", { body });
}

test("bodies: broken JSON, wrong type, too large, unknown fields", async () => {
  assert.deepEqual(await send("/api/contents", { body: "{oops", headers: json }), {
    status: 400,
    code: "invalid_json",
  });
  assert.equal(
    (await send("/api/contents", { body: "kind=listing", headers: {} })).code,
    "unsupported_media_type",
  );
  const huge = JSON.stringify({ kind: "merchant", name: "x".repeat(10_000_000) });
  assert.deepEqual(await send("/api/contents", { body: huge, headers: json }), {
    status: 413,
    code: "body_too_large",
  });
  const deep = `${"[".repeat(400_000)}${"]".repeat(400_000)}`;
  assert.equal((await send("/api/contents", { body: deep, headers: json })).code, "invalid_parameter");
  const merchant = { kind: "merchant", name: "A shop", about: "", country: "KR" };
  assert.equal((await contents({ ...merchant, isAdmin: true })).code, "invalid_parameter");
  assert.deepEqual(await contents({ ...merchant, country: "Korea" }), {
    status: 400,
    code: "invalid_parameter",
    param: "country",
  });
  assert.equal((await contents({ ...merchant, name: "nul\u0000byte" })).param, "name");
  assert.equal((await contents({ ...merchant, name: "half \ud800 surrogate" })).param, "name");
  assert.equal((await contents({ kind: "virus" })).status, 400);
});

test("uploads: not a picture, an SVG, too large, missing", async () => {
  assert.deepEqual(await upload(Buffer.from("<?php system('ls'); ?>")), {
    status: 400,
    code: "not_an_image",
    param: "file",
  });
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  assert.equal((await upload(Buffer.from(svg), "image/png")).code, "not_an_image");
  assert.equal((await upload(Buffer.alloc(9 * 1024 * 1024))).code, "file_too_large");
  assert.equal((await send("/api/media", { body: "raw" })).code, "unsupported_media_type");
  assert.equal((await send("/api/media", { body: new FormData() })).status, 400);
  const whole = await sharp({ create: { width: 90, height: 90, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  assert.equal((await upload(whole.subarray(0, 60))).code, "not_an_image");
});

test("who asks: no session, no or a wrong CSRF token, a foreign page", async () => {
  const merchant = { kind: "merchant", name: "Another shop", about: "", country: "KR" };
  assert.deepEqual(await contents(merchant, { cookie: "" }), { status: 401, code: "missing_session" });
  assert.equal((await contents(merchant, { cookie: "cm_session=forged" })).status, 401);
  assert.deepEqual(await contents(merchant, { "x-csrf-token": "" }), {
    status: 403,
    code: "missing_csrf_token",
  });
  assert.equal((await contents(merchant, { "x-csrf-token": "guess" })).status, 403);
  assert.equal((await contents(merchant, { origin: "https://evil.example" })).status, 403);
  const call = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_chainId", params: [] });
  for (const [path, body] of [
    ["/rpc", call],
    ["/gateway/v1/merchants", JSON.stringify({ name: "Another shop" })],
  ] as const) {
    const headers = { ...session, ...json, origin: "https://evil.example" };
    assert.equal((await fetch(`${market.url}${path}`, { method: "POST", body, headers })).status, 403, path);
  }
});

test("documents: a picture that was never uploaded, a stranger's order, a reader who has no business", async () => {
  const listing = {
    kind: "listing",
    title: "Thing",
    description: "x",
    category: "home",
    country: "KR",
    pictures: ["ab".repeat(32)],
    priceBasis: { currency: "USD", amount: "1.00" },
  };
  assert.equal((await contents(listing)).code, "unknown_picture");
  assert.equal((await contents({ ...listing, priceBasis: { currency: "USD", amount: "1e3" } })).status, 400);
  const envelope = { version: 1, nonce: "0x00", ciphertext: "", wraps: [] };
  assert.equal((await contents({ kind: "note", envelope })).status, 400);
  assert.equal((await send("/api/orders/1/messages")).code, "not_found");
  assert.equal(
    (await send("/api/orders/1/review", { body: '{"stars":6,"text":""}', headers: json })).param,
    "stars",
  );
});

test("paths and queries: ids, hashes, cursors, limits, SQL in every parameter", async () => {
  const inject = encodeURIComponent("1' OR '1'='1'; DROP TABLE listing; --");
  for (const path of [
    `/api/listings/${inject}`,
    "/api/listings/0",
    "/api/listings/-1",
    `/api/listings/${2n ** 256n}`,
    "/api/listings?limit=100000",
    `/api/listings?cursor=${inject}`,
    `/api/listings?sort=${inject}`,
    `/api/listings?minPrice=${inject}`,
    "/api/listings?minPrice=1e21",
    `/api/listings?seller=${inject}`,
    `/api/orders/${inject}`,
    `/api/sellers/${inject}`,
    `/api/contents/${inject}`,
    "/api/explorer/transactions/0x12",
    `/api/explorer/transfers?token=${inject}`,
    "/api/listings/batch?ids=1,x",
    "/api/keys?addresses=0x1",
  ]) {
    assert.equal((await send(path)).status, 400, path);
  }
  for (const path of [
    "/api/listings/99",
    `/api/listings/${2n ** 256n - 1n}`,
    "/api/orders/99",
    "/api/nothing",
    "/media/..%2f..%2fetc%2fpasswd-320.webp",
    `/media/${"ab".repeat(32)}-999.webp`,
    "/assets/nothing.js",
    "/api/explorer/blocks/999999999",
    `/api/explorer/transactions/0x${"ab".repeat(32)}`,
  ]) {
    assert.equal((await send(path)).status, 404, path);
  }
});

test("a search for SQL and HTML finds what says so, word for word", async () => {
  const parts = { account: market.account(5), seller: client, arbiter: market.account(6) };
  const text = `<img src=x onerror=alert(1)> "quoted" & '); DROP TABLE listing; -- 100% \\ {{7*7}}`;
  const listing = { title: `Kite ${text}`.slice(0, 120), text, priceAtto: parseEther("1"), stock: 1 };
  const product = await listProduct(market, parts, listing);
  assert.equal(product.title, listing.title);
  assert.equal(product.description, text);
  for (const q of ["DROP TABLE", "<img src=x", "100%", "\\", "'", "%", "_", ":* & !", "\u0000"]) {
    const response = await fetch(`${market.url}/api/listings?q=${encodeURIComponent(q)}`);
    assert.equal(response.status, 200, q);
  }
});

test("SQL and HTML stay word for word in every public text; NUL and half characters are refused in each", async () => {
  const nasty = `'); DROP TABLE document; -- <script>alert(1)</script>`;
  const merchant = { kind: "merchant", name: nasty, about: nasty, country: "KR" };
  const arbiter = { kind: "arbiter", name: nasty, about: nasty, languages: ["en"] };
  for (const document of [merchant, arbiter]) {
    const { hash } = await client.post<{ hash: string }>("/api/contents", document);
    const read = await client.get<{ document: unknown }>(`/api/contents/${hash}`);
    assert.deepEqual(read.document, document);
  }
  const listing = {
    kind: "listing",
    title: "Thing",
    description: "x",
    category: "home",
    country: "KR",
    pictures: [(await uploadTestPicture(client)).hash],
    priceBasis: { currency: "USD", amount: "1.00" },
  };
  for (const broken of ["nul\u0000byte", "half \ud800 surrogate"]) {
    for (const [document, param] of [
      [{ ...merchant, name: broken }, "name"],
      [{ ...merchant, about: broken }, "about"],
      [{ ...arbiter, name: broken }, "name"],
      [{ ...arbiter, about: broken }, "about"],
      [{ ...listing, title: broken }, "title"],
      [{ ...listing, description: broken }, "description"],
      [{ ...listing, attributes: [{ name: broken, value: "x" }] }, "attributes.0.name"],
      [{ ...listing, attributes: [{ name: "x", value: broken }] }, "attributes.0.value"],
      [{ kind: "ruling", orderId: "1", text: broken }, "text"],
    ] as const) {
      assert.deepEqual(await contents(document), { status: 400, code: "invalid_parameter", param });
    }
    const review = JSON.stringify({ stars: 5, text: broken });
    assert.equal((await send("/api/orders/1/review", { body: review, headers: json })).param, "text");
  }
});

test("a search for broken text finds nothing and breaks nothing", async () => {
  for (const text of ["\u0000", "a\u0000b", "'; --", "%", "\\", ":*"]) {
    const q = encodeURIComponent(text);
    for (const path of [
      `/api/listings/suggest?q=${q}`,
      `/api/explorer/search?q=${q}`,
      `/api/orders?q=${q}`,
      `/api/orders?role=seller&q=${q}`,
      `/api/seller/listings?q=${q}`,
      `/api/sellers/${q}`,
      `/api/explorer/tokens/${q}`,
      `/api/listings?category=${q}`,
    ]) {
      const response = await fetch(`${market.url}${path}`, { headers: session });
      assert.ok(response.status < 500, `${path}: ${await response.text()}`);
    }
  }
});

test("equal pictures are kept once, whoever sends them", async () => {
  const one = await uploadTestPicture(client);
  const two = await uploadTestPicture(await market.signIn(market.account(7)));
  assert.equal(one.hash, two.hash);
  const picture = await fetch(`${market.url}/media/${one.hash}-320.webp`);
  assert.equal(picture.headers.get("content-type"), "image/webp");
  assert.match(picture.headers.get("cache-control") ?? "", /immutable/);
});

test("the faucet gives once an hour", async () => {
  const body = JSON.stringify({ address: `0x${"77".repeat(20)}` });
  const { address: to } = accountFromKeyFile(join(market.dir, "keys"), "faucet");
  const value = parseEther("6000");
  await market.pipeline.send([{ from: market.account(0), to, value, gas: 21_000n, what: "fund the faucet" }]);
  const first = await fetch(`${market.url}/api/faucet`, { method: "POST", body, headers: json });
  assert.equal(first.status, 201);
  assert.deepEqual(await send("/api/faucet", { body, headers: json }), { status: 429, code: "rate_limited" });
});

test("nothing of all that was refused is stored: three profiles, one listing, one picture", async () => {
  let counts: number[] = [];
  await market.restart(async () => {
    const dir = join(market.config.dataDir, "db");
    const store = await openStore({ dir, chain: market.deployment });
    const rows = await store.database.query<{ count: bigint }>(
      "select count(*) from document union all select count(*) from media union all select count(*) from message",
    );
    counts = rows.map((row) => Number(row.count));
    await store.close();
  });
  assert.deepEqual(counts, [4, 1, 0]);
});
