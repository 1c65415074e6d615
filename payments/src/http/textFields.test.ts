/**
 * Every text that a caller can send: SQL and HTML are kept word for word and shown harmless, broken text is refused by
 * name, and what was refused left nothing behind. Another shop's key finds nothing.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openStore } from "../database/store.ts";
import type { PaymentsService } from "../service.ts";
import { startTestChain, type TestChain } from "../testing/testChain.ts";
import {
  type Answer,
  callerOf,
  openShop,
  signIn,
  startTestPayments,
  type TestShop,
  testConfig,
} from "../testing/testShop.ts";

let chain: TestChain;
let service: PaymentsService;
let shop: TestShop;

before(async () => {
  chain = await startTestChain();
  service = await startTestPayments(chain, "texts");
  shop = await openShop(chain, service.url, chain.account(1));
});
after(async () => {
  await service?.close();
  await chain?.close();
});

const NASTY = `'); drop table invoice;-- <script>alert("x")</script>`;
const price = { amount: "1", currency: "USD" };

type TextField = {
  name: string;
  method: string;
  path: string;
  body(text: string): unknown;
  kept(body: Answer["body"]): unknown;
};

function field(name: string, request: string, body: TextField["body"], kept: TextField["kept"]): TextField {
  const [method = "", path = ""] = request.split(" ");
  return { name, method, path, body, kept };
}

const invoice = (name: string, body: TextField["body"], kept: TextField["kept"]) =>
  field(name, "POST /v1/invoices", (text) => ({ ...price, ...(body(text) as object) }), kept);
const url = "http://127.0.0.1:9/";

const FIELDS: TextField[] = [
  invoice(
    "description",
    (description) => ({ description }),
    (made) => made.description,
  ),
  invoice(
    "orderReference",
    (orderReference) => ({ orderReference }),
    (made) => made.orderReference,
  ),
  invoice(
    "metadata value",
    (text) => ({ metadata: { a: text } }),
    (made) => made.metadata.a,
  ),
  invoice(
    "metadata key",
    (text) => ({ metadata: { [text.slice(0, 40)]: "a" } }),
    (made) => {
      const [key = ""] = Object.keys(made.metadata);
      return NASTY.startsWith(key) ? NASTY : key;
    },
  ),
  invoice(
    "customer.name",
    (name) => ({ customer: { name } }),
    (made) => made.customer.name,
  ),
  invoice(
    "taxRates.name",
    (text) => ({ taxRates: [{ name: text, rateBps: 1 }] }),
    (made) => made.taxLines[0].name,
  ),
  field(
    "shop's name",
    "PATCH /v1/merchant",
    (name) => ({ name }),
    (made) => made.name,
  ),
  field(
    "shop's taxes",
    "PATCH /v1/merchant",
    (name) => ({ defaultTaxRates: [{ name, rateBps: 1 }] }),
    (made) => made.defaultTaxRates[0].name,
  ),
  field(
    "endpoint's description",
    "POST /v1/webhook_endpoints",
    (description) => ({ url, description, livemode: true }),
    (made) => made.description,
  ),
  field(
    "key's name",
    "POST /v1/api_keys",
    (name) => ({ name, livemode: true, scopes: ["invoices:read"] }),
    (made) => made.name,
  ),
];

test("SQL and HTML in every text field are stored as they are", async () => {
  for (const { name, method, path, body, kept } of FIELDS) {
    const answer = await shop.owner(method, path, body(NASTY));
    assert.ok(answer.status < 300, `${name}: ${answer.text}`);
    assert.equal(kept(answer.body), NASTY, name);
  }
});

test("the hosted page and the export show them harmless", async () => {
  await shop.owner("PATCH", "/v1/merchant", { name: NASTY, defaultTaxRates: [] });
  const made = await shop.key("POST", "/v1/invoices", {
    ...price,
    description: NASTY,
    orderReference: NASTY,
    taxRates: [{ name: "<i>VAT</i>", rateBps: 1000 }],
  });
  const found = await shop.key("GET", `/v1/invoices?q=${encodeURIComponent(NASTY)}`);
  assert.equal(found.body.data[0].id, made.body.id);
  const page = (await callerOf(service.url)("GET", `/i/${made.body.id}`)).text;
  assert.ok(!page.includes("<script>alert") && !page.includes("<i>VAT"));
  assert.ok(page.includes("&lt;script&gt;alert"));
  await shop.owner("PATCH", "/v1/merchant", { name: "Bean & Leaf" });
  const formula = await shop.key("POST", "/v1/invoices", { ...price, description: "=1+1" });
  const csv = (await shop.key("GET", "/v1/invoices/export.csv")).text;
  assert.ok(csv.includes("'=1+1") && csv.includes(formula.body.id));
});

test("NUL and half characters are refused in every text field, and nothing of it is stored", async () => {
  const rows = async () => {
    await service.close();
    const store = await openStore(testConfig(chain, "texts"), chain.deployment);
    const counts = await store.db.query(
      `select (select count(*) from invoice) as invoices, (select count(*) from webhook_endpoint) as endpoints,
         (select count(*) from api_key) as keys, (select count(*) from event) as events,
         (select count(*) from audit_entry) as audits, (select count(*) from outbox) as jobs`,
    );
    await store.close();
    service = await startTestPayments(chain, "texts");
    shop = { ...shop, key: callerOf(service.url, { authorization: shop.authorization }) };
    return counts;
  };
  const before = await rows();
  const broken = ["nul\u0000byte", "half \ud800 character"];
  const owner = await signIn(service.url, chain.account(1), chain.deployment.chainId);
  for (const { name, method, path, body } of FIELDS) {
    for (const text of broken) {
      const answer = await owner(method, path, body(text));
      assert.equal(answer.status, 400, `${name} ${JSON.stringify(text)}: ${answer.text}`);
      assert.equal(answer.body.error.code, "invalid_parameter", name);
    }
  }
  assert.deepEqual(await rows(), before);
});

test("NUL and SQL in paths and queries are refused or find nothing", async () => {
  for (const text of ["a\u0000b", NASTY, "%", "\\", "x".repeat(150)]) {
    const q = encodeURIComponent(text);
    for (const path of [
      `/v1/invoices?q=${q}`,
      `/v1/invoices?orderReference=${q}`,
      `/v1/invoices?cursor=${q}`,
      `/v1/invoices/${q}`,
      `/v1/invoices/${q}/events`,
      `/v1/events/${q}`,
      `/v1/webhook_endpoints/${q}`,
      `/v1/webhook_deliveries?endpointId=${q}`,
      `/v1/rates?base=${q}`,
      `/i/${q}`,
    ]) {
      const answer = await shop.key("GET", path);
      assert.ok(answer.status < 500, `${path}: ${answer.text}`);
    }
  }
});

test("another shop's key finds nothing of ours", async () => {
  const { id } = (await shop.key("POST", "/v1/invoices", price)).body;
  const foreign = (await openShop(chain, service.url, chain.account(2))).key;
  for (const request of [`GET /v1/invoices/${id}`, `POST /v1/invoices/${id}/mark`]) {
    const [method = "", path = ""] = request.split(" ");
    const answer = await foreign(method, path, method === "POST" ? { status: "settled" } : undefined);
    assert.equal(answer.status, 404, request);
    assert.equal(answer.body.error.code, "not_found");
  }
  assert.deepEqual((await foreign("GET", "/v1/invoices")).body.data, []);
  assert.equal((await shop.key("GET", `/v1/invoices/${id}`)).body.status, "New");
});
