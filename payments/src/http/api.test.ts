/** The API over a real service: who may call, what is refused and how, idempotency, lists, export, documents. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createSiweMessage } from "viem/siwe";
import type { PaymentsService } from "../service.ts";
import { startTestChain, type TestChain } from "../testing/testChain.ts";
import {
  type Answer,
  callerOf,
  openShop,
  signIn,
  startTestPayments,
  type TestShop,
} from "../testing/testShop.ts";

let chain: TestChain;
let service: PaymentsService;
let shop: TestShop;

before(async () => {
  chain = await startTestChain();
  service = await startTestPayments(chain, "api");
  shop = await openShop(chain, service.url, chain.account(1));
});
after(async () => {
  await service?.close();
  await chain?.close();
});

const MAX_UINT256 = 2n ** 256n - 1n;

function refused(answer: Answer, status: number, code: string, param?: string): void {
  assert.equal(answer.status, status, answer.text);
  assert.equal(answer.body.error.code, code, answer.text);
  assert.equal(answer.body.error.request_id, answer.headers.get("request-id"));
  if (param !== undefined) assert.equal(answer.body.error.param, param);
}

test("bad bodies are refused by name", async () => {
  const post = (body: unknown, headers = {}) => shop.key("POST", "/v1/invoices", body, headers);
  refused(await post("{not json"), 400, "invalid_json");
  refused(await post(JSON.stringify({ note: "x".repeat(10_000_000) })), 413, "body_too_large");
  refused(await post("amount=1", { "content-type": "text/plain" }), 415, "unsupported_media_type");
  refused(await post(`${"[".repeat(60_000)}${"]".repeat(60_000)}`), 400, "invalid_parameter", "body");
  refused(
    await post(`{"metadata":${'{"a":'.repeat(30_000)}1${"}".repeat(30_000)}}`),
    400,
    "invalid_parameter",
  );
  refused(await post({}), 400, "invalid_parameter", "amount");
  refused(await post({ amount: 12.5, currency: "USD" }), 400, "invalid_parameter", "amount");
  refused(await post({ amount: "-1", currency: "USD" }), 400, "invalid_parameter", "amount");
  refused(await post({ amount: "1e3", currency: "USD" }), 400, "invalid_parameter", "amount");
  refused(await post({ amount: "12.505", currency: "USD" }), 400, "excess_decimals", "amount");
  refused(await post({ amount: "1.5", currency: "JPY" }), 400, "excess_decimals", "amount");
  refused(await post({ amount: "0.00", currency: "USD" }), 400, "amount_too_small", "amount");
  refused(await post({ amount: "1", currency: "ZZZ" }), 400, "unknown_currency", "currency");
  refused(await post({ amount: "1", currency: "USD", nonsense: 1 }), 400, "invalid_parameter", "nonsense");
  refused(
    await post({ amount: "1", currency: "USD", description: "a\u0000b" }),
    400,
    "invalid_parameter",
    "description",
  );
  refused(
    await post({ amount: "1", currency: "USD", expiresInSec: 3600 }),
    400,
    "lock_too_long",
    "expiresInSec",
  );
  refused(
    await post({ amount: "1", currency: "USD", livemode: false }),
    400,
    "invalid_parameter",
    "livemode",
  );
  refused(
    await post({ amount: "1", currency: "USD", redirectUrl: "javascript:alert(1)" }),
    400,
    "invalid_parameter",
    "redirectUrl",
  );
  refused(
    await post({ amount: "1", currency: "CMT", paymentCurrency: chain.account(5).address }),
    400,
    "unknown_currency",
    "paymentCurrency",
  );
  refused(
    await post({ amount: (MAX_UINT256 + 1n).toString(), currency: "JPY" }),
    400,
    "amount_too_large",
    "amount",
  );
  refused(await shop.key("GET", "/v1/invoices?limit=1000"), 400, "invalid_parameter", "limit");
  refused(await shop.key("GET", "/v1/invoices/inv_nope"), 404, "not_found");
  refused(await shop.key("GET", "/v1/nope"), 404, "not_found");
  refused(await shop.key("DELETE", "/v1/invoices"), 405, "method_not_allowed");
  refused(await shop.key("GET", "/v1/invoices/%E0%A4%A"), 400, "invalid_parameter");
});

test("keys: missing, foreign, revoked, out of scope, of the other mode", async () => {
  const nobody = callerOf(service.url);
  refused(await nobody("GET", "/v1/invoices"), 401, "missing_credentials");
  refused(
    await nobody("GET", "/v1/invoices", undefined, {
      authorization: "Bearer cm_live_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    }),
    401,
    "invalid_api_key",
  );
  refused(await shop.key("GET", "/v1/api_keys"), 403, "missing_scope");
  const made = await shop.owner("POST", "/v1/api_keys", {
    name: "test",
    livemode: false,
    scopes: ["invoices:read"],
  });
  assert.match(made.body.secret, /^cm_test_/);
  const reader = callerOf(service.url, { authorization: `Bearer ${made.body.secret}` });
  refused(await reader("POST", "/v1/invoices", { amount: "1", currency: "USD" }), 403, "missing_scope");
  const live = (await shop.key("POST", "/v1/invoices", { amount: "1", currency: "USD" })).body;
  refused(await reader("GET", `/v1/invoices/${live.id}`), 404, "not_found");
  assert.deepEqual((await reader("GET", "/v1/invoices")).body.data, []);
  assert.equal((await shop.owner("DELETE", `/v1/api_keys/${made.body.id}`)).status, 200);
  refused(await reader("GET", "/v1/invoices"), 401, "invalid_api_key");
  assert.ok(!(await shop.owner("GET", "/v1/api_keys")).text.includes(made.body.secret));
});

test("sessions: CSRF, foreign origin, another shop's objects, roles", async () => {
  refused(
    await shop.owner("PATCH", "/v1/merchant", { name: "X" }, { "x-csrf-token": "" }),
    403,
    "missing_csrf_token",
  );
  refused(
    await shop.owner("PATCH", "/v1/merchant", { name: "X" }, { origin: "https://evil.example" }),
    403,
    "origin_not_allowed",
  );
  const other = await signIn(service.url, chain.account(4), chain.deployment.chainId);
  refused(await other("GET", "/v1/invoices"), 400, "merchant_required");
  refused(
    await other("GET", "/v1/invoices", undefined, { "cybermiles-merchant": shop.merchantId }),
    404,
    "not_found",
  );
  const staff = chain.account(4).address;
  assert.equal((await shop.owner("PUT", `/v1/members/${staff}`, { role: "staff" })).body.role, "staff");
  assert.equal((await other("GET", "/v1/invoices")).status, 200);
  refused(await other("PATCH", "/v1/merchant", { name: "Mine" }), 403, "missing_role");
  refused(await other("GET", "/v1/api_keys"), 403, "missing_role");
  assert.equal((await shop.owner("DELETE", `/v1/members/${staff}`)).body.deleted, true);
  refused(await other("GET", "/v1/invoices"), 400, "merchant_required");
  refused(await shop.owner("POST", "/v1/merchants", { name: "Again" }), 409, "merchant_exists");
  const log = (await shop.owner("GET", "/v1/audit_log")).body.data.map(
    (entry: { action: string }) => entry.action,
  );
  assert.ok(
    log.includes("member.removed") && log.includes("api_key.created") && log.includes("merchant.created"),
  );
});

test("sign-in: the cookie is HttpOnly and Lax, a nonce works once, signing out ends it", async () => {
  const call = callerOf(service.url);
  const account = chain.account(6);
  const { nonce } = (await call("POST", "/v1/auth/nonce")).body;
  const { host } = new URL(service.url);
  const message = createSiweMessage({
    address: account.address,
    chainId: chain.deployment.chainId,
    domain: host,
    uri: service.url,
    version: "1",
    nonce,
    issuedAt: new Date(),
  });
  const signature = await account.signMessage({ message });
  const wrong = await chain.account(7).signMessage({ message: "something else" });
  const first = await call("POST", "/v1/auth/verify", { message, signature });
  assert.match(first.headers.get("set-cookie") ?? "", /cm_session=.*HttpOnly; SameSite=Lax/);
  assert.deepEqual(first.body.merchants, []);
  refused(await call("POST", "/v1/auth/verify", { message, signature }), 401, "invalid_nonce");
  refused(
    await call("POST", "/v1/auth/verify", {
      message: message.replace(nonce, "0".repeat(32)),
      signature: wrong,
    }),
    401,
    "invalid_nonce",
  );
  assert.equal((await call("GET", "/v1/auth/session")).body.address, null);
  const session = callerOf(service.url, {
    cookie: first.headers.get("set-cookie")?.split(";")[0] ?? "",
    "x-csrf-token": first.body.csrfToken,
  });
  assert.equal((await session("GET", "/v1/auth/session")).body.address, account.address);
  await session("POST", "/v1/auth/logout");
  assert.equal((await session("GET", "/v1/auth/session")).body.address, null);
});

test("idempotency keys as Stripe does", async () => {
  const body = { amount: "5", currency: "EUR", orderReference: "idem" };
  const headers = { "idempotency-key": "order-77" };
  const [a, b] = await Promise.all([
    shop.key("POST", "/v1/invoices", body, headers),
    shop.key("POST", "/v1/invoices", body, headers),
  ]);
  const winner = a.status === 201 ? a : b;
  const loser = winner === a ? b : a;
  assert.equal(winner.status, 201, winner.text);
  if (loser.status !== 201) refused(loser, 409, "idempotency_key_in_use");
  const replay = await shop.key(
    "POST",
    "/v1/invoices",
    { orderReference: "idem", currency: "EUR", amount: "5" },
    headers,
  );
  assert.equal(replay.text, winner.text);
  assert.equal(replay.headers.get("idempotent-replayed"), "true");
  const reused = await shop.key("POST", "/v1/invoices", { ...body, amount: "6" }, headers);
  refused(reused, 409, "idempotency_key_reused");
  assert.equal(reused.body.error.type, "idempotency_error");
  assert.equal((await shop.key("GET", "/v1/invoices?orderReference=idem")).body.data.length, 1);
  refused(
    await shop.key("POST", "/v1/invoices", body, { "idempotency-key": "x".repeat(256) }),
    400,
    "invalid_parameter",
  );
});

test("10^21 and 2^256-1 atto pass through create, get, list, export and the page", async () => {
  for (const amount of [10n ** 21n, MAX_UINT256]) {
    const text = amount.toString();
    const decimal = text.length > 18 ? `${text.slice(0, -18)}.${text.slice(-18)}` : text;
    const made = await shop.key("POST", "/v1/invoices", {
      amount: decimal,
      currency: "CMT",
      orderReference: `big-${text}`,
    });
    assert.equal(made.status, 201, made.text);
    assert.equal(made.body.amountAtto, text);
    assert.equal((await shop.key("GET", `/v1/invoices/${made.body.id}`)).body.amountAtto, text);
    assert.equal(
      (await shop.key("GET", `/v1/invoices?orderReference=big-${text}`)).body.data[0].amountAtto,
      text,
    );
    assert.ok(
      (await shop.key("GET", `/v1/invoices/export.csv?orderReference=big-${text}`)).text.includes(text),
    );
    assert.equal((await callerOf(service.url)("GET", `/i/${made.body.id}`)).status, 200);
  }
  const most = (await shop.key("GET", `/v1/invoices?orderReference=big-${MAX_UINT256}`)).body.data[0];
  refused(
    await callerOf(service.url)("POST", `/v1/invoices/${most.id}/intent`, {
      refundAddress: chain.account(3).address,
    }),
    409,
    "invoice_not_payable",
  );
});

test("lists page by cursor and filter", async () => {
  const ids: string[] = [];
  for (let i = 0; i < 5; i++) {
    const made = await shop.key("POST", "/v1/invoices", {
      amount: "2",
      currency: "USD",
      orderReference: "page",
    });
    ids.unshift(made.body.id);
  }
  const seen: string[] = [];
  let cursor = "";
  do {
    const page = (
      await shop.key("GET", `/v1/invoices?orderReference=page&limit=2${cursor && `&cursor=${cursor}`}`)
    ).body;
    seen.push(...page.data.map((one: { id: string }) => one.id));
    cursor = page.nextCursor ?? "";
  } while (cursor !== "");
  assert.deepEqual(seen, [...ids].sort().reverse());
  assert.deepEqual((await shop.key("GET", "/v1/invoices?orderReference=page&status=Settled")).body.data, []);
});

test("countries, taxes and test mode of the shop's settings", async () => {
  const settings = {
    shipToCountries: ["KR", "JP"],
    blockedCountries: ["JP"],
    defaultTaxRates: [{ name: "VAT", rateBps: 1000 }],
  };
  assert.equal((await shop.owner("PATCH", "/v1/merchant", settings)).status, 200);
  const post = (shipToCountry: string) =>
    shop.owner("POST", "/v1/invoices", { amount: "11.00", currency: "USD", shipToCountry, livemode: false });
  refused(await post("JP"), 400, "country_not_served", "shipToCountry");
  refused(await post("US"), 400, "country_not_served", "shipToCountry");
  refused(await post("kr"), 400, "invalid_parameter", "shipToCountry");
  const made = await post("KR");
  assert.equal(made.body.livemode, false);
  assert.deepEqual(made.body.taxLines, [{ name: "VAT", rateBps: 1000, amount: "1.00" }]);
  await shop.owner("PATCH", "/v1/merchant", {
    shipToCountries: [],
    blockedCountries: [],
    defaultTaxRates: [],
  });
});

test("intents: refund address asked for, checked, the same again, at most twenty", async () => {
  const { id } = (await shop.key("POST", "/v1/invoices", { amount: "1", currency: "CMT" })).body;
  const ask = (body: unknown) => callerOf(service.url)("POST", `/v1/invoices/${id}/intent`, body);
  refused(await ask({}), 400, "refund_address_required", "refundAddress");
  refused(await ask({ refundAddress: "0x12" }), 400, "invalid_parameter", "refundAddress");
  refused(await ask({ refundAddress: chain.account(1).address }), 400, "invalid_parameter", "refundAddress");
  const refundAddress = chain.account(3).address;
  const [first, second] = [
    await ask({ refundAddress }),
    await ask({ refundAddress: refundAddress.toLowerCase() }),
  ];
  assert.equal(first.text, second.text);
  for (let i = 0; i < 19; i++) {
    assert.equal(
      (await ask({ refundAddress: `0x${"ab".repeat(19)}${String(i).padStart(2, "0")}` })).status,
      200,
    );
  }
  refused(await ask({ refundAddress: chain.account(4).address }), 409, "too_many");
  const restricted = await ask({ refundAddress, payer: refundAddress });
  refused(restricted, 409, "too_many");
});

test("the documents: OpenAPI names every route, the page and health work", async () => {
  const document = (await callerOf(service.url)("GET", "/openapi.json")).body;
  assert.equal(document.openapi, "3.1.0");
  assert.ok(
    document.paths["/v1/invoices"].post.requestBody.content["application/json"].schema.properties.amount,
  );
  assert.ok(document.paths["/v1/invoices/{id}/intent"].post.security.length === 0);
  const docs = await callerOf(service.url)("GET", "/docs");
  assert.match(docs.text, /<code>\/v1\/invoices<\/code>/);
  assert.equal((await callerOf(service.url)("GET", "/healthz")).body.ok, true);
  assert.match((await callerOf(service.url)("GET", "/metrics")).text, /payments_followed_block \d+/);
});

test("rates are exact fractions", async () => {
  const rate = (await callerOf(service.url)("GET", "/v1/rates?base=KRW&quote=CMT")).body;
  assert.equal((1440n * BigInt(rate.numerator)) / BigInt(rate.denominator), 10n ** 19n);
  refused(await callerOf(service.url)("GET", "/v1/rates?base=QQQ"), 400, "rate_unavailable", "base");
});

test("the hosted page: strict CSP, three languages, light, and a plain 404", async () => {
  const { id } = (await shop.key("POST", "/v1/invoices", { amount: "9.99", currency: "USD" })).body;
  const call = callerOf(service.url);
  const page = await call("GET", `/i/${id}`);
  const policy = page.headers.get("content-security-policy") ?? "";
  assert.match(policy, /default-src 'none'/);
  assert.ok(!policy.includes("unsafe"));
  assert.match(page.text, /<html lang="en">/);
  assert.match((await call("GET", `/i/${id}?lang=zh`)).text, /等待您的付款/);
  assert.match(
    (await call("GET", `/i/${id}`, undefined, { "accept-language": "ko-KR" })).text,
    /결제를 기다리는 중/,
  );
  const script = /src="\.\.(\/assets\/checkout-[^"]+\.js)"/.exec(page.text)?.[1] ?? "";
  const asset = await call("GET", script);
  assert.match(asset.headers.get("cache-control") ?? "", /immutable/);
  assert.ok(asset.text.length < 60_000, `${asset.text.length} bytes of script`);
  const missing = await call("GET", "/i/inv_000000000000000000000000000000");
  assert.equal(missing.status, 404);
  assert.match(missing.text, /There is no such invoice/);
});
