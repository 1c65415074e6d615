// The whole path in a browser, as two people with a profile each, on the suite as `npm start` runs it with its demo
// catalogue: a merchant opens a shop, a buyer finds and pays, the merchant ships, the buyer confirms, the merchant is paid,
// the buyer has earned the merchant's tokens, and the merchant's shop system has heard of it by signed webhooks.
// Every step leaves a screenshot in test/.output/screenshots. axe finds nothing on the pages that a visitor sees.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { DemoShop } from "../payments-matrix/support/demoShop.ts";
import { launchBrowser, newPerson, screenshotPath } from "../support/browser.ts";
import { freePorts, type StartedSuite, startSuite, temporaryFolder } from "../support/suite.ts";
import { buy, confirm, findProduct, review } from "./buyer.ts";
import {
  createInvoice,
  joinGateway,
  listProduct,
  openShop,
  PRODUCT,
  ship,
  startRewards,
  withdraw,
} from "./merchant.ts";
import { Person } from "./person.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const LEAST_PRODUCTS = 60;

let suite: StartedSuite;
let browser: Browser;
let shop: DemoShop;
let merchant: Person;
let buyer: Person;
let orderId: string;
let ports: Awaited<ReturnType<typeof freePorts>>;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;

/** Named as the default one is: a name with a dot once hid every picture. */
const dataDir = () => join(folder.dir, ".data");

before(async () => {
  folder = await temporaryFolder("story");
  shop = await DemoShop.open();
  ports = await freePorts();
  suite = startSuite({
    dataDir: dataDir(),
    ports,
    seed: true,
    env: { WEBHOOK_ALLOW_PRIVATE: "1" },
  });
  await suite.ready;
  browser = await launchBrowser();
  merchant = await Person.arrive(await newPerson(browser), suite.urls.marketplace);
  buyer = await Person.arrive(await newPerson(browser), suite.urls.marketplace);
});

after(async () => {
  await browser?.close();
  const { code } = await suite.stop();
  assert.equal(code, 0);
  await shop.close();
  await folder.remove();
});

async function read<T>(path: string): Promise<T> {
  const response = await fetch(`${suite.urls.marketplace}${path}`);
  return (await response.json()) as T;
}

test("the first start has loaded a demo catalogue with past sales", async () => {
  const { total } = await read<{ total: number }>("/api/listings/facets");
  assert.ok(total >= LEAST_PRODUCTS, `${total} products`);
  const { data } = await read<{ data: { sold: number }[] }>("/api/listings?sort=bestSelling");
  assert.ok((data[0]?.sold ?? 0) > 0, "nothing was sold");
});

const show = (person: Person, name: string) => person.page.screenshot({ path: screenshotPath(name) });

test("a merchant makes a wallet in the page, opens a shop and a reward programme, and lists a product", async () => {
  await merchant.makeWallet();
  await openShop(merchant);
  await startRewards(merchant);
  await listProduct(merchant);
  await show(merchant, "01-listed");
});

test("the merchant's shop system is connected to the gateway", async () => {
  const { secret } = await joinGateway(merchant, shop.url);
  shop.secret = secret;
  await show(merchant, "02-webhook");
});

test("a buyer finds the product and pays it into escrow", async () => {
  await buyer.makeWallet();
  await findProduct(buyer, PRODUCT);
  await show(buyer, "03-product");
  assert.equal(
    await buyer.page.locator("b", { hasText: "Warm" }).count(),
    0,
    "HTML in a description is text",
  );
  orderId = await buy(buyer);
  await show(buyer, "04-paid");
});

test("the merchant ships, the buyer confirms and reviews, the merchant is paid", async () => {
  await ship(merchant, orderId);
  await show(merchant, "05-shipped");
  await confirm(buyer, orderId);
  await review(buyer, "Warm light, quick shipping.");
  await show(buyer, "06-completed");
  await withdraw(merchant);
  await show(merchant, "07-withdrawn");
});

test("the buyer has earned the merchant's reward token", async () => {
  await buyer.go("/rewards");
  await buyer.sees("6 GLOW");
  await show(buyer, "08-rewards");
});

test("the shop system has heard of it by signed webhooks, each event once", async () => {
  const wanted = ["order.funded", "order.shipped", "order.released"];
  await merchant.go("/dashboard/webhooks");
  const rows = merchant.page.getByRole("table");
  for (const type of wanted) await rows.getByText(type).first().waitFor();
  await show(merchant, "09-deliveries");
  assert.deepEqual(shop.refused, []);
  assert.deepEqual(
    shop.events.map(({ type }) => type).filter((type) => wanted.includes(type)),
    wanted,
  );
});

test("an invoice of the merchant is paid with the built-in wallet", async () => {
  const path = await createInvoice(merchant);
  const customer = buyer.page;
  await customer.goto(`${suite.urls.payments}${path}`);
  await show(buyer, "10-hosted-checkout");
  await buyer.go(`/pay/${path.split("/").at(-1)}`);
  await buyer.button(/^Pay/).first().click();
  await buyer.agree("Pay with wallet");
  await buyer.approveUntil("This invoice is paid");
  await customer.goto(`${suite.urls.payments}${path}`);
  await buyer.sees(/Thank you\. The shop has been told|It is being confirmed/);
  await show(buyer, "11-invoice-paid");
});

for (const [name, options] of [
  ["desk-light", {}],
  ["phone-dark", { phone: true, colorScheme: "dark" }],
] as const) {
  test(`axe finds nothing on the pages of a visitor (${name})`, async () => {
    const context = await newPerson(browser, options);
    const page = await context.newPage();
    const missing: string[] = [];
    page.on("response", (response) => {
      if (response.status() >= 400) missing.push(`${response.status()} ${response.url()}`);
    });
    const paths = [
      "/",
      "/search?q=lamp",
      "/products/1",
      "/cart",
      "/wallet",
      "/explorer",
      "/explorer/tokens",
      "/developers",
    ];
    for (const path of paths) {
      await page.goto(`${suite.urls.marketplace}${path}`);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      await page.waitForLoadState("networkidle");
      await page.evaluate(AXE);
      const violations = await page.evaluate(async () => {
        // biome-ignore lint/suspicious/noExplicitAny: axe puts itself on the window
        const result = await (globalThis as any).axe.run();
        return result.violations.map(
          (violation: { id: string; nodes: { html: string }[] }) =>
            `${violation.id}: ${violation.nodes[0]?.html}`,
        );
      });
      assert.deepEqual(violations, [], path);
      const name2 = path === "/" ? "home" : path.replaceAll(/[^a-z0-9]+/g, "-").replace(/^-/, "");
      await page.screenshot({ path: screenshotPath(`${name}-${name2}`) });
    }
    assert.deepEqual(missing, []);
    await context.close();
  });
}

test("a second start finds yesterday's order", async () => {
  // nowSec is the server's clock, all else is the order.
  const readOrder = async () => ({ ...(await read<{ state: string }>(`/api/orders/${orderId}`)), nowSec: 0 });
  const before = await readOrder();
  assert.equal(before.state, "Released");
  assert.equal((await suite.stop()).code, 0);
  suite = startSuite({ dataDir: dataDir(), ports, seed: true });
  await suite.ready;
  assert.deepEqual(await readOrder(), before);
});
