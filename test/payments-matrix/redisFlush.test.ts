/** Redis loses everything again and again while buyers pay: the outbox hands the jobs over again, and nothing is missing. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { Address } from "viem";
import { parseEther } from "viem";
import { DemoShop } from "./support/demoShop.ts";
import { GatewayProcess } from "./support/gatewayProcess.ts";
import { type Json, Merchant, until } from "./support/merchant.ts";
import { depositAddressOf, payByWallet } from "./support/payer.ts";
import { onEachStorage } from "./support/storages.ts";
import { startWorld } from "./support/world.ts";

const STEPS = [
  "invoice.created",
  "invoice.processing",
  "invoice.settled",
  "order.funded",
  "payment.received",
];
const PAYMENTS = 8;
/** A job that Redis lost while it was queued is handed over again after this; see outbox.ts. */
const PATIENCE_MS = 90_000;

await onEachStorage((storage) => {
  const { redis } = storage;
  if (redis === undefined) return;

  test("Redis flushed mid-flow: every payment settles, every webhook arrives under one id", async () => {
    const world = await startWorld();
    const gateway = new GatewayProcess(world, storage);
    const shop = await DemoShop.open();
    let flushing = true;
    try {
      await gateway.start();
      const merchant = await Merchant.open(world, gateway, world.person(1), shop);
      shop.delayMs = 20;
      let flushes = 0;
      const flush = async () => {
        for (; flushing; flushes++) {
          await redis.flush();
          await sleep(2);
        }
      };
      const invoices: Json[] = [];
      const buy = async (first: number) => {
        for (let order = first; order < PAYMENTS; order += 2) {
          const invoice = await merchant.invoice(`flush ${order}`, "2");
          invoices.push(invoice);
          if (order % 4 < 2) {
            await payByWallet(world, merchant, invoice.id, world.person(2 + first));
          } else {
            const refundTo = `0x${"00".repeat(19)}f${first}` as Address;
            const deposit = await depositAddressOf(merchant, invoice, refundTo);
            await world.stage.pay(world.person(2 + first), deposit, parseEther("2"));
          }
        }
        await sleep(2_000);
      };
      await Promise.all([flush(), Promise.all([buy(0), buy(1)]).finally(() => (flushing = false))]);
      assert.ok(flushes > 100, `${flushes} flushes`);
      for (const { id } of invoices) await merchant.reaches(id, "Settled", "none", PATIENCE_MS);
      for (const invoice of invoices) {
        const types = () => shop.eventsOf(invoice.id).map(({ type }) => type);
        await until(
          () => `${STEPS} of ${invoice.orderReference} at the shop, it has ${types()}\n${gateway.complaints}`,
          () => STEPS.every((step) => types().includes(step)),
          PATIENCE_MS,
        );
        assert.deepEqual(types().sort(), STEPS, "each under one id");
      }
      assert.equal(shop.fulfilled.length, PAYMENTS);
      assert.deepEqual(shop.refused, []);
    } finally {
      flushing = false;
      await gateway.stop();
      await shop.close();
      await world.close();
    }
  });
});
