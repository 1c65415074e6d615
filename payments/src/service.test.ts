import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { PaymentsService } from "./service.ts";
import { startTestChain, type TestChain } from "./testing/testChain.ts";
import { callerOf, openShop, startTestPayments, type TestShop, until } from "./testing/testShop.ts";

let chain: TestChain;
let service: PaymentsService;
let shop: TestShop;

before(async () => {
  chain = await startTestChain();
  service = await startTestPayments(chain, "service");
  shop = await openShop(chain, service.url, chain.account(1));
});
after(async () => {
  await service?.close();
  await chain?.close();
});

const statusOf = async (id: string) => {
  const { status, additionalStatus } = (await shop.key("GET", `/v1/invoices/${id}`)).body;
  return `${status} ${additionalStatus}`;
};

test("an invoice in dollars is paid by a wallet and settles", async () => {
  const buyer = chain.account(2);
  const made = await shop.key("POST", "/v1/invoices", {
    amount: "12.50",
    currency: "USD",
    orderReference: "A-1",
  });
  assert.equal(made.status, 201, made.text);
  assert.equal(made.body.amountAtto, (125n * 10n ** 18n).toString());
  const pay = callerOf(service.url);
  const intent = await pay("POST", `/v1/invoices/${made.body.id}/intent`, { refundAddress: buyer.address });
  assert.equal(intent.status, 200, intent.text);
  const { to, data, valueAtto } = intent.body.wallet.pay;
  await chain.send(buyer, { to, data, value: BigInt(valueAtto) });
  await until(async () => (await statusOf(made.body.id)) === "Settled none");
  const settled = (await shop.key("GET", `/v1/invoices/${made.body.id}`)).body;
  assert.equal(settled.payment.rail, "wallet");
  assert.equal(settled.payment.orderId, "1");
});

test("an invoice is paid through its deposit address, with too much", async () => {
  const buyer = chain.account(3);
  const made = await shop.key("POST", "/v1/invoices", { amount: "3", currency: "CMT" });
  const intent = await callerOf(service.url)("POST", `/v1/invoices/${made.body.id}/intent`, {
    refundAddress: buyer.address,
  });
  const { depositAddress } = intent.body;
  await chain.send(buyer, { to: depositAddress, value: 10n ** 18n });
  await until(async () => (await statusOf(made.body.id)) === "New paidPartial");
  await chain.send(buyer, { to: depositAddress, value: 3n * 10n ** 18n });
  await until(async () => (await statusOf(made.body.id)) === "Settled paidOver");
  await until(async () => (await chain.client.getBalance({ address: depositAddress })) === 0n);
  const { deposits, payment } = (await shop.key("GET", `/v1/invoices/${made.body.id}`)).body;
  assert.equal(payment.rail, "deposit");
  assert.equal(deposits[0].refundedAtto, (10n ** 18n).toString());
});
