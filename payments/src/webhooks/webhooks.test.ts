/** Webhooks over a real service: signed, repeated with one id, logged, sent again by hand, refused to private hosts. */
import assert from "node:assert/strict";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import { Webhook } from "standardwebhooks";
import type { PaymentsService } from "../service.ts";
import { startTestChain, type TestChain } from "../testing/testChain.ts";
import { callerOf, openShop, startTestPayments, type TestShop, until } from "../testing/testShop.ts";

type Received = { headers: IncomingHttpHeaders; body: string };

let chain: TestChain;
let service: PaymentsService;
let shop: TestShop;
let receiver: Server;
let url: string;
const received: Received[] = [];
let answer = 200;

before(async () => {
  receiver = createServer(async (req, res) => {
    let body = "";
    for await (const chunk of req) body += chunk;
    received.push({ headers: req.headers, body });
    if (answer === 302) res.setHeader("location", "/elsewhere");
    res.writeHead(answer).end("thank you\u0000");
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  chain = await startTestChain();
  service = await startTestPayments(chain, "webhooks");
  shop = await openShop(chain, service.url, chain.account(1));
});
after(async () => {
  await service?.close();
  await chain?.close();
  receiver?.close();
});

const typeOf = ({ body }: Received) => JSON.parse(body).type as string;
const clear = () => received.splice(0);

async function addEndpoint(eventTypes: string[] = []) {
  const made = await shop.key("POST", "/v1/webhook_endpoints", { url, eventTypes });
  assert.equal(made.status, 201, made.text);
  return made.body as { id: string; secret: string };
}

async function pay() {
  const { id } = (await shop.key("POST", "/v1/invoices", { amount: "2", currency: "CMT" })).body;
  const buyer = chain.account(2);
  const intent = await callerOf(service.url)("POST", `/v1/invoices/${id}/intent`, {
    refundAddress: buyer.address,
  });
  await chain.send(buyer, { to: intent.body.depositAddress, value: 2n * 10n ** 18n });
  return id as string;
}

test("a payment's events arrive once each, signed, in their own words", async () => {
  const endpoint = await addEndpoint();
  const id = await pay();
  const expected = [
    "invoice.created",
    "payment.received",
    "invoice.processing",
    "order.funded",
    "invoice.settled",
  ];
  await until(async () => received.length >= expected.length);
  assert.deepEqual(received.map(typeOf).sort(), [...expected].sort());
  for (const { headers, body } of received) {
    const event = new Webhook(endpoint.secret).verify(body, headers as Record<string, string>) as {
      id: string;
      data: { invoice?: { id: string } };
    };
    assert.equal(event.id, headers["webhook-id"]);
    if (event.data.invoice !== undefined) assert.equal(event.data.invoice.id, id);
    assert.throws(() => new Webhook(endpoint.secret).verify(`${body} `, headers as Record<string, string>));
  }
  const { data } = (
    await shop.key("GET", `/v1/webhook_deliveries?endpointId=${endpoint.id}&eventType=invoice.settled`)
  ).body;
  await until(
    async () => (await shop.key("GET", `/v1/webhook_deliveries?status=pending`)).body.data.length === 0,
  );
  assert.equal(data.length, 1);
  const [settled] = (await shop.key("GET", "/v1/webhook_deliveries?eventType=invoice.settled")).body.data;
  assert.equal(settled.attempts[0].responseStatus, 200);
  assert.match(settled.attempts[0].responseBody, /^thank you/);
  assert.equal(settled.requestBody, received.find((one) => typeOf(one) === "invoice.settled")?.body);

  const told = (await shop.key("GET", "/v1/events?type=invoice.settled")).body.data;
  assert.deepEqual(told, [JSON.parse(settled.requestBody)]);
  assert.deepEqual((await shop.key("GET", `/v1/events/${settled.eventId}`)).body, told[0]);

  clear();
  assert.equal((await shop.key("POST", `/v1/webhook_deliveries/${settled.id}/redeliver`)).status, 200);
  await until(async () => received.length === 1);
  assert.equal(received[0]?.headers["webhook-id"], settled.eventId);
  await shop.key("DELETE", `/v1/webhook_endpoints/${endpoint.id}`);
});

test("a failing endpoint is tried again with the same id; redirects are failures", async () => {
  clear();
  const endpoint = await addEndpoint(["invoice.created"]);
  answer = 500;
  await shop.key("POST", "/v1/invoices", { amount: "1", currency: "CMT" });
  await until(async () => received.length === 1);
  answer = 302;
  await until(async () => received.length === 2, 20_000);
  assert.equal(received[0]?.headers["webhook-id"], received[1]?.headers["webhook-id"]);
  const log = async () =>
    (await shop.key("GET", `/v1/webhook_deliveries?endpointId=${endpoint.id}`)).body.data[0];
  await until(async () => (await log()).attempts.length === 2);
  const delivery = await log();
  assert.equal(delivery.status, "pending");
  assert.deepEqual(
    delivery.attempts.map((one: { responseStatus: number }) => one.responseStatus),
    [500, 302],
  );
  assert.ok(delivery.nextAttemptAtSec > Date.now() / 1000);
  answer = 410;
  await shop.key("POST", `/v1/webhook_deliveries/${delivery.id}/redeliver`);
  await until(async () => !(await shop.key("GET", `/v1/webhook_endpoints/${endpoint.id}`)).body.enabled);
  const shown = (await shop.key("GET", `/v1/webhook_endpoints/${endpoint.id}`)).body;
  assert.match(shown.disabledReason, /410/);
  const refused = await shop.key("POST", `/v1/webhook_deliveries/${delivery.id}/redeliver`);
  assert.equal(refused.body.error.code, "endpoint_disabled");
  answer = 200;
  await shop.key("PATCH", `/v1/webhook_endpoints/${endpoint.id}`, { enabled: true });
  await shop.key("POST", `/v1/webhook_deliveries/${delivery.id}/redeliver`);
  await until(async () => (await log()).status === "succeeded");
});

test("private addresses are refused unless the service allows them", async () => {
  const strict = await startTestPayments(chain, "strict", { WEBHOOK_ALLOW_PRIVATE: "0" });
  try {
    const other = await openShop(chain, strict.url, chain.account(4));
    for (const bad of [
      url,
      "http://localhost:9/",
      "http://169.254.169.254/latest",
      "http://[::1]/",
      "http://[::ffff:10.0.0.1]/",
      "http://2130706433/",
    ]) {
      const refused = await other.key("POST", "/v1/webhook_endpoints", { url: bad });
      assert.equal(refused.status, 400, bad);
      assert.equal(refused.body.error.code, "private_address", bad);
    }
    const invalid = await other.key("POST", "/v1/webhook_endpoints", { url: "file:///etc/passwd" });
    assert.equal(invalid.body.error.code, "invalid_parameter");
  } finally {
    await strict.close();
  }
});
