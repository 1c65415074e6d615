/** Paying over a real node: both rails, partial, over, late, confirmations, marks, a reorg, restarts and a rebuild. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { dumpReadModel, rebuildReadModel } from "@cybermiles/chain/follower/readModel";
import { demoTokenAbi } from "@cybermiles/contracts/abi/demoToken";
import { merchantRegistryAbi } from "@cybermiles/contracts/abi/merchantRegistry";
import { erc20Abi } from "viem";
import { READ_MODEL } from "./chain/readModel.ts";
import { openStore } from "./database/store.ts";
import type { PaymentsService } from "./service.ts";
import { startTestChain, type TestChain } from "./testing/testChain.ts";
import {
  callerOf,
  openShop,
  startTestPayments,
  type TestShop,
  testConfig,
  until,
} from "./testing/testShop.ts";

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
    taxRates: [{ name: "VAT", rateBps: 2500 }],
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
  const receipt = (await pay("GET", `/i/${made.body.id}`)).text.match(/<table class="receipt">.*?<\/table>/s);
  const words = receipt?.[0].replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ") ?? "";
  for (const line of ["A-1", "10.00 USD", "VAT 25% 2.50 USD", "12.50 USD", "125 CMT"]) {
    assert.ok(words.includes(line), `${line} in ${words}`);
  }
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
  const again = await callerOf(service.url)("POST", `/v1/invoices/${made.body.id}/intent`, {
    refundAddress: buyer.address,
  });
  assert.equal(again.body.depositAddress, depositAddress);
  assert.equal(again.body.qr.amountAtto, (2n * 10n ** 18n).toString());
  await chain.send(buyer, { to: depositAddress, value: 3n * 10n ** 18n });
  await until(async () => (await statusOf(made.body.id)) === "Settled paidOver");
  await until(async () => (await chain.client.getBalance({ address: depositAddress })) === 0n);
  const { deposits, payment } = (await shop.key("GET", `/v1/invoices/${made.body.id}`)).body;
  assert.equal(payment.rail, "deposit");
  assert.equal(deposits[0].refundedAtto, (10n ** 18n).toString());
});

const CMT = 10n ** 18n;
const buyer = () => chain.account(3);

async function newInvoice(body: Record<string, unknown> = {}) {
  const made = await shop.key("POST", "/v1/invoices", { amount: "3", currency: "CMT", ...body });
  assert.equal(made.status, 201, made.text);
  const intent = await callerOf(service.url)("POST", `/v1/invoices/${made.body.id}/intent`, {
    refundAddress: buyer().address,
  });
  assert.equal(intent.status, 200, intent.text);
  return { id: made.body.id as string, expiresAtSec: made.body.expiresAtSec as number, intent: intent.body };
}

async function reaches(id: string, expected: string): Promise<void> {
  await until(async () => (await statusOf(id)) === expected).catch(async () =>
    assert.equal(await statusOf(id), expected),
  );
}

async function moveTimeTo(atSec: number): Promise<void> {
  await chain.rpc("evm_setNextBlockTimestamp", atSec);
  await chain.rpc("evm_mine");
}

test("an allow-listed ERC-20 is taken on both rails", async () => {
  const token = chain.deployment.demoTokens?.[0];
  assert.ok(token);
  await chain.write(chain.account(9), {
    address: token.address,
    abi: demoTokenAbi,
    functionName: "mint",
    args: [buyer().address, 100n * CMT],
  });
  const body = { amount: "2.5", currency: token.address, paymentCurrency: token.address };
  const byDeposit = await newInvoice(body);
  assert.match(byDeposit.intent.qr.uri, /\/transfer\?address=0x.*&uint256=2500000000000000000$/);
  await chain.write(buyer(), {
    address: token.address,
    abi: erc20Abi,
    functionName: "transfer",
    args: [byDeposit.intent.depositAddress, 25n * 10n ** 17n],
  });
  await reaches(byDeposit.id, "Settled none");
  const byWallet = await newInvoice(body);
  for (const call of [byWallet.intent.wallet.approve, byWallet.intent.wallet.pay]) {
    await chain.send(buyer(), { to: call.to, data: call.data, value: BigInt(call.valueAtto) });
  }
  await reaches(byWallet.id, "Settled none");
});

test("late and partial money is shown and returned", async () => {
  const partial = await newInvoice();
  const late = await newInvoice();
  await chain.send(buyer(), { to: partial.intent.depositAddress, value: CMT });
  await reaches(partial.id, "New paidPartial");
  await moveTimeTo(late.expiresAtSec + 5);
  await reaches(partial.id, "Expired paidPartial");
  await reaches(late.id, "Expired none");
  const refused = await callerOf(service.url)("POST", `/v1/invoices/${late.id}/intent`, {
    refundAddress: buyer().address,
  });
  assert.equal(refused.body.error.code, "invoice_not_payable");
  await chain.send(buyer(), { to: late.intent.depositAddress, value: 3n * CMT });
  await reaches(late.id, "Expired paidLate");
  for (const { intent } of [partial, late]) {
    await until(async () => (await chain.client.getBalance({ address: intent.depositAddress })) === 0n);
  }
});

test("the live stream tells every state to the end", async () => {
  const { id, intent } = await newInvoice();
  const response = await fetch(`${service.url}/v1/invoices/${id}/events`);
  assert.match(response.headers.get("content-type") ?? "", /^text\/event-stream/);
  const seen: string[] = [];
  const decoder = new TextDecoder();
  await chain.send(buyer(), { to: intent.depositAddress, value: CMT });
  let sentAll = false;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    for (const [, json = ""] of decoder.decode(chunk, { stream: true }).matchAll(/^data: (.*)$/gm)) {
      const { status, additionalStatus } = JSON.parse(json);
      if (seen.at(-1) !== `${status} ${additionalStatus}`) seen.push(`${status} ${additionalStatus}`);
    }
    if (!sentAll && seen.includes("New paidPartial")) {
      sentAll = true;
      await chain.send(buyer(), { to: intent.depositAddress, value: 2n * CMT });
    }
    if (seen.at(-1) === "Settled none") break;
  }
  assert.deepEqual(seen, ["New none", "New paidPartial", "Processing none", "Settled none"]);
});

test("a merchant marks; a paid invoice can be marked invalid, and back", async () => {
  const { id } = await newInvoice();
  const mark = (status: string) => shop.key("POST", `/v1/invoices/${id}/mark`, { status });
  assert.equal((await mark("settled")).body.additionalStatus, "marked");
  assert.equal((await mark("settled")).body.error.code, "illegal_transition");
  assert.equal((await mark("invalid")).body.status, "Invalid");
});

test("a revoked signer stops new invoices, by name", async () => {
  const other = await startTestPayments(chain, "revoked");
  try {
    const revoked = await openShop(chain, other.url, chain.account(5));
    const { merchantRegistry } = chain.deployment.contracts;
    const invoice = (await revoked.key("POST", "/v1/invoices", { amount: "1", currency: "CMT" })).body;
    await chain.write(chain.account(5), {
      address: merchantRegistry,
      abi: merchantRegistryAbi,
      functionName: "revokeSigner",
      args: [revoked.signer],
    });
    await until(
      async () => (await revoked.owner("GET", "/v1/merchant")).body.gatewaySigner.status === "revoked",
    );
    const refused = await revoked.key("POST", "/v1/invoices", { amount: "1", currency: "CMT" });
    assert.equal(refused.body.error.code, "signer_not_current");
    const intent = await callerOf(other.url)("POST", `/v1/invoices/${invoice.id}/intent`, {
      refundAddress: buyer().address,
    });
    assert.equal(intent.body.error.code, "signer_not_current");
  } finally {
    await other.close();
  }
});

test("a reorg takes a settlement back, says so, and another chain settles it again", async () => {
  const { id, intent } = await newInvoice();
  const { to, data, valueAtto } = intent.wallet.pay;
  const snapshot = await chain.rpc("evm_snapshot");
  await chain.send(buyer(), { to, data, value: BigInt(valueAtto) });
  await chain.rpc("evm_mine");
  await chain.rpc("evm_mine");
  await reaches(id, "Settled none");
  await chain.rpc("evm_revert", snapshot);
  await chain.send(chain.account(6), { to: chain.account(7).address, value: 1n });
  for (let i = 0; i < 4; i++) await chain.rpc("evm_mine");
  await reaches(id, "New none");
  assert.equal((await shop.key("GET", `/v1/invoices/${id}`)).body.payment, null);
  await chain.send(buyer(), { to: intent.depositAddress, value: BigInt(valueAtto) });
  await reaches(id, "Settled none");
  assert.equal((await shop.key("GET", `/v1/invoices/${id}`)).body.payment.rail, "deposit");
});

test("a restart finds everything; money that came meanwhile is seen; a rebuild says the same", async () => {
  const waiting = await newInvoice();
  const before = (await shop.key("GET", "/v1/invoices?limit=100")).body.data;
  await service.close();
  await chain.send(buyer(), { to: waiting.intent.depositAddress, value: 3n * CMT });

  service = await startTestPayments(chain, "service");
  shop = { ...shop, key: callerOf(service.url, { authorization: shop.authorization }) };
  await reaches(waiting.id, "Settled none");
  const after = (await shop.key("GET", "/v1/invoices?limit=100")).body.data;
  const plain = (list: { id: string; status: string }[]) =>
    list.filter((one) => one.id !== waiting.id).map((one) => `${one.id} ${one.status}`);
  assert.deepEqual(plain(after), plain(before));
  await service.close();

  const config = testConfig(chain, "service");
  const store = await openStore(config, chain.deployment);
  const [told, events] = [await dumpReadModel(store.db, READ_MODEL), await store.prisma.event.count()];
  await rebuildReadModel(store.db, READ_MODEL);
  await store.db.query(`update invoice set "derivedAtBlock" = 9223372036854775807`);
  await store.close();
  service = await startTestPayments(chain, "service");
  await service.close();
  const again = await openStore(config, chain.deployment);
  assert.equal(await dumpReadModel(again.db, READ_MODEL), told);
  assert.equal(await again.prisma.event.count(), events);
  await again.close();
  service = await startTestPayments(chain, "service");
  shop = { ...shop, key: callerOf(service.url, { authorization: shop.authorization }) };
  assert.deepEqual(plain((await shop.key("GET", "/v1/invoices?limit=100")).body.data), plain(after));
});
