/**
 * The payments process is killed at random points while buyers pay. Afterwards no payment is lost, none is settled
 * twice, and every webhook arrived at least once, always under one id. On both kinds of storage.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { escrowAbi } from "@cybermiles/contracts/abi/escrow";
import { type Address, parseEther } from "viem";
import { DemoShop } from "./support/demoShop.ts";
import { GatewayProcess } from "./support/gatewayProcess.ts";
import { type Json, Merchant, until } from "./support/merchant.ts";
import { depositAddressOf, payByWallet } from "./support/payer.ts";
import { seededRandom } from "./support/random.ts";
import { assertRebuildIsLive } from "./support/rebuild.ts";
import { onEachStorage } from "./support/storages.ts";
import { startWorld, type World } from "./support/world.ts";

const KILLS = 4;
const BUYERS = 4;
/** At least this many, and on until the last kill. */
const PAYMENTS_EACH = 4;

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
    shop.delayMs = 30;
    merchant = await Merchant.open(world, gateway, world.person(1), shop);
  });
  after(async () => {
    await gateway.stop();
    await shop.close();
    await world.close();
  });

  test("killed at random points: nothing lost, nothing twice", async () => {
    const random = seededRandom(storage.kind === "embedded" ? 11 : 12);
    let killing = true;
    const paid: Json[] = [];
    /** A buyer pays one invoice after the other, in turn by wallet and into the deposit address. */
    const buy = async (buyer: number) => {
      for (let order = 0; killing || order < PAYMENTS_EACH; order++) {
        const invoice = await merchant.invoice(`${buyer}-${order}`, `${buyer}.5`);
        if (order % 2 === 0) {
          await payByWallet(world, merchant, invoice.id, world.person(buyer));
        } else {
          const refundTo = `0x${"00".repeat(19)}b${buyer}` as Address;
          const deposit = await depositAddressOf(merchant, invoice, refundTo);
          await world.stage.pay(world.person(buyer), deposit, parseEther(`${buyer}.5`));
        }
        paid.push(invoice);
        await sleep(random() * 200);
      }
    };
    const kill = async () => {
      for (let kills = 0; kills < KILLS; kills++) {
        await sleep(random() * 700);
        await gateway.kill();
        await gateway.start();
      }
      killing = false;
    };
    await Promise.all([kill(), ...Array.from({ length: BUYERS }, (_, i) => buy(i + 2))]);

    for (const invoice of paid) await merchant.reaches(invoice.id, "Settled", "none", 60_000);
    const references = paid.map(({ orderReference }) => orderReference).sort();
    assert.equal(new Set(references).size, references.length, "one invoice for each order");

    const { escrow } = world.deployment.contracts;
    const orders = await world.stage.client.getContractEvents({
      address: escrow,
      abi: escrowAbi,
      eventName: "OrderFunded",
      fromBlock: 0n,
    });
    assert.equal(orders.length, paid.length, "one order for each payment");
    const due = paid.reduce((sum, { amountAtto }) => sum + BigInt(amountAtto), 0n);
    assert.equal(await world.stage.client.getBalance({ address: escrow }), due);

    const steps = [
      "invoice.created",
      "invoice.processing",
      "invoice.settled",
      "order.funded",
      "payment.received",
    ];
    for (const invoice of paid) {
      const types = () => shop.eventsOf(invoice.id).map(({ type }) => type);
      await until(
        () => `${steps} of ${invoice.orderReference} at the shop, it has ${types()}\n${gateway.complaints}`,
        () => steps.every((step) => types().includes(step)),
        60_000,
      );
      assert.deepEqual(types().sort(), steps, "each under one id");
    }
    assert.deepEqual(shop.fulfilled.toSorted(), references, "each order is packed once");
    assert.deepEqual(shop.refused, []);
    await assertRebuildIsLive(world, gateway);
  });
});
