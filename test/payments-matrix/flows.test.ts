/**
 * The same payment tests on both kinds of storage: PGlite with the Postgres-backed queue, and PostgreSQL with Bull on
 * Redis. Both rails, every pair of invoice fields that money can bring about, and the webhooks that tell of them.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Address, parseEther } from "viem";
import { DemoShop } from "./support/demoShop.ts";
import { GatewayProcess } from "./support/gatewayProcess.ts";
import { type Json, Merchant, until } from "./support/merchant.ts";
import { depositAddressOf, payByWallet } from "./support/payer.ts";
import { assertRebuildIsLive } from "./support/rebuild.ts";
import { onEachStorage } from "./support/storages.ts";
import { startWorld, type World } from "./support/world.ts";

await onEachStorage((storage) => {
  let world: World;
  let gateway: GatewayProcess;
  let shop: DemoShop;
  let merchant: Merchant;

  before(async () => {
    world = await startWorld();
    gateway = new GatewayProcess(world, storage);
    await gateway.start();
    shop = await DemoShop.open();
    merchant = await Merchant.open(world, gateway, world.person(1), shop);
  });
  after(async () => {
    await gateway.stop();
    await shop.close();
    await world.close();
  });

  const exchange = () => world.person(3);
  const balanceOf = (address: Address) => world.stage.client.getBalance({ address });
  /** An account that nobody else pays. */
  const refundAddress = (digit: number) => `0x${"00".repeat(19)}${digit}${digit}` as Address;

  /** The shop heard exactly these of an invoice, each under one id. */
  async function heard(invoice: Json, types: string[]): Promise<void> {
    const seen = () =>
      shop
        .eventsOf(invoice.id)
        .map(({ type }) => type)
        .sort();
    await until(
      () => `${types.sort()} at the shop, it has ${seen()}\n${gateway.complaints}`,
      () => seen().join() === types.sort().join(),
    );
  }

  test("paid from a wallet: settled, and the shop hears each step once", async () => {
    const invoice = await merchant.invoice("wallet", "12.5");
    assert.equal(invoice.amountAtto, "12500000000000000000");
    await payByWallet(world, merchant, invoice.id, world.person(2));
    const { payment } = await merchant.reaches(invoice.id, "Settled", "none");
    assert.equal(payment.rail, "wallet");
    assert.equal(payment.payer, world.person(2).address);
    assert.equal(payment.amountAtto, invoice.amountAtto);
    await heard(invoice, [
      "invoice.created",
      "invoice.processing",
      "invoice.settled",
      "order.funded",
      "payment.received",
    ]);
  });

  test("a deposit in two parts: partial, then swept and settled", async () => {
    const invoice = await merchant.invoice("two parts", "10");
    const deposit = await depositAddressOf(merchant, invoice, refundAddress(1));
    await world.stage.pay(exchange(), deposit, parseEther("4"));
    await merchant.reaches(invoice.id, "New", "paidPartial");
    await world.stage.pay(exchange(), deposit, parseEther("6"));
    const settled = await merchant.reaches(invoice.id, "Settled", "none");
    assert.equal(settled.payment.rail, "deposit");
    assert.equal(settled.deposits[0].receivedAtto, parseEther("10").toString());
    assert.equal(await balanceOf(deposit), 0n);
    await heard(invoice, [
      "invoice.created",
      "invoice.processing",
      "invoice.settled",
      "order.funded",
      "payment.received",
      "payment.received",
    ]);
  });

  test("too much in a deposit: exactly the price is paid, the rest goes back", async () => {
    const invoice = await merchant.invoice("over", "10");
    const deposit = await depositAddressOf(merchant, invoice, refundAddress(2));
    await world.stage.pay(exchange(), deposit, parseEther("15"));
    const { payment } = await merchant.reaches(invoice.id, "Settled", "paidOver");
    assert.equal(payment.amountAtto, parseEther("10").toString());
    await until("the refund", async () => (await balanceOf(refundAddress(2))) === parseEther("5"));
  });

  test("money after the deadline: expired, late, and back to the refund address", async () => {
    const invoice = await merchant.invoice("late", "10", { expiresInSec: 60 });
    const deposit = await depositAddressOf(merchant, invoice, refundAddress(3));
    const nothing = await merchant.invoice("nothing", "10", { expiresInSec: 60 });
    await world.stage.wait(120);
    await merchant.reaches(nothing.id, "Expired", "none");
    await merchant.reaches(invoice.id, "Expired", "none");
    await world.stage.pay(exchange(), deposit, parseEther("10"));
    await merchant.reaches(invoice.id, "Expired", "paidLate");
    await until("the refund", async () => (await balanceOf(refundAddress(3))) === parseEther("10"));
    await heard(nothing, ["invoice.created", "invoice.expired"]);
    await heard(invoice, ["invoice.created", "invoice.expired", "payment.received"]);
  });

  test("10^21 atto is paid and 2^256-1 atto is asked for, to the last digit", async () => {
    const thousand = await merchant.invoice("10^21", "1000");
    assert.equal(thousand.amountAtto, (10n ** 21n).toString());
    await payByWallet(world, merchant, thousand.id, world.person(4));
    const { payment } = await merchant.reaches(thousand.id, "Settled", "none");
    assert.equal(payment.amountAtto, (10n ** 21n).toString());
    const most = (2n ** 256n - 1n).toString();
    const everything = await merchant.invoice("2^256-1", `${most.slice(0, -18)}.${most.slice(-18)}`);
    assert.equal(everything.amountAtto, most);
    // Escrow's orders end at 2^128-1, so such an invoice can be written and not paid.
    const intent = await merchant.call("POST", `/v1/invoices/${everything.id}/intent`, {
      refundAddress: refundAddress(4),
    });
    assert.deepEqual([intent.status, intent.body.error.code], [409, "invoice_not_payable"]);
    const tooMuch = await merchant.tryInvoice("2^256", `${(2n ** 256n).toString()}`);
    assert.equal(tooMuch.status, 400, JSON.stringify(tooMuch.body));
  });

  test("a shop that was broken hears of everything when it is well again", async () => {
    shop.broken = true;
    const invoice = await merchant.invoice("broken shop", "1");
    await payByWallet(world, merchant, invoice.id, world.person(2));
    await merchant.reaches(invoice.id, "Settled", "none");
    assert.deepEqual(shop.eventsOf(invoice.id), []);
    shop.broken = false;
    await heard(invoice, [
      "invoice.created",
      "invoice.processing",
      "invoice.settled",
      "order.funded",
      "payment.received",
    ]);
  });

  test("a 3-block reorg takes a settlement back, another chain settles it again", async () => {
    const invoice = await merchant.invoice("reorg", "3");
    const kept = await merchant.invoice("kept", "1");
    await payByWallet(world, merchant, kept.id, world.person(2));
    await merchant.reaches(kept.id, "Settled", "none");
    const snapshot = await world.tester.snapshot();
    await payByWallet(world, merchant, invoice.id, world.person(5));
    await world.tester.mine({ blocks: 2 });
    const first = await merchant.reaches(invoice.id, "Settled", "none");
    await until("the webhook", () => shop.fulfilled.includes("reorg"));
    await world.tester.revert({ id: snapshot });
    for (const digit of [6, 7, 8]) await world.stage.pay(exchange(), refundAddress(digit), 1n);
    await merchant.reaches(invoice.id, "New", "none");
    assert.equal((await merchant.read(kept.id)).status, "Settled");
    await payByWallet(world, merchant, invoice.id, world.person(6));
    const second = await merchant.reaches(invoice.id, "Settled", "none");
    assert.notEqual(second.payment.transactionHash, first.payment.transactionHash);
    assert.equal(second.payment.payer, world.person(6).address);
    await until("both settlements and the reversal at the shop", () => {
      const types = shop.eventsOf(invoice.id).map(({ type }) => type);
      return (
        types.includes("invoice.reverted") && types.filter((type) => type === "invoice.settled").length === 2
      );
    });
  });

  test("the read model made again from block 0 equals the live one, and the shop hears nothing twice", async () => {
    await until("all deliveries", async () => (await gateway.health()).openJobs === 0, 60_000);
    const before = shop.events.length;
    await assertRebuildIsLive(world, gateway);
    const invoice = await merchant.invoice("after the rebuild", "1");
    await payByWallet(world, merchant, invoice.id, world.person(2));
    await merchant.reaches(invoice.id, "Settled", "none");
    await heard(invoice, [
      "invoice.created",
      "invoice.processing",
      "invoice.settled",
      "order.funded",
      "payment.received",
    ]);
    assert.equal(shop.events.length, before + 5);
    assert.deepEqual(shop.refused, []);
  });
});
