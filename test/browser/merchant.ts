// What the merchant does in the seller centre and at the gateway, screen by screen.
import { fileURLToPath } from "node:url";
import type { Person } from "./person.ts";

const PICTURE = fileURLToPath(import.meta.resolve("@lobehub/fluent-emoji-3d/assets/1fa94.webp"));

export const SHOP = "Lantern & Loom";
export const PRODUCT = "Paper lantern, walnut frame";

export async function openShop(merchant: Person): Promise<void> {
  await merchant.go("/seller");
  await merchant.signIn();
  await merchant.field("Shop name").fill(SHOP);
  await merchant.choose("Country", "Portugal");
  await merchant.field("About").fill("Hand-made lamps and blankets.");
  await merchant.button("Register").click();
  await merchant.agree("Register");
  await merchant.approveUntil("Your shop is open.");
}

export async function startRewards(merchant: Person): Promise<void> {
  await merchant.go("/seller/rewards");
  await merchant.field("Name").fill("Lantern points");
  await merchant.field("Symbol").fill("GLOW");
  await merchant.field("Buyers get back").fill("5");
  await merchant.field("One token is worth").fill("1");
  await merchant.button("Start programme").click();
  await merchant.agree("Start programme");
  await merchant.approveUntil("Your reward programme runs.");
}

export async function listProduct(merchant: Person): Promise<void> {
  await merchant.go("/seller/listings/new");
  await merchant.field("Title").fill(PRODUCT);
  await merchant.choose("Category", "Home & living");
  await merchant.field("Description").fill("Folds flat. <b>Warm</b> light; 32 cm.");
  await merchant.page.locator('input[type="file"]').first().setInputFiles(PICTURE);
  await merchant.page.getByRole("img", { name: "Picture 1" }).waitFor();
  await merchant.field("Price").fill("120");
  await merchant.field("In stock").fill("3");
  await merchant.button("List product").click();
  await merchant.agree("List product");
  await merchant.approveUntil("Your product is on sale.");
}

/** Opens the shop at the payment gateway, allows its signing key, and adds the shop system's webhook. */
export async function joinGateway(merchant: Person, webhookUrl: string): Promise<{ secret: string }> {
  await merchant.go("/dashboard");
  await merchant.field("Shop name").fill(SHOP);
  await merchant.button("Open shop").click();
  await merchant.button("Allow").click();
  await merchant.agree("Allow");
  await merchant.approveUntil("The gateway may sign for your shop.");
  await merchant.go("/dashboard/webhooks");
  await merchant.button("Add endpoint").first().click();
  const dialog = merchant.dialog();
  await dialog.getByLabel("Address").fill(webhookUrl);
  await dialog.getByRole("button", { name: "Add endpoint" }).click();
  const secret = await merchant.page
    .getByText(/whsec_/)
    .first()
    .innerText();
  return { secret };
}

export async function ship(merchant: Person, orderId: string): Promise<void> {
  await merchant.go(`/orders/${orderId}`);
  await merchant.button("Mark as shipped").click();
  await merchant.field("Carrier").fill("Slow Boat");
  await merchant.field("Tracking code").fill("SB-0042");
  await merchant.dialog().getByRole("button", { name: "Continue" }).click();
  await merchant.agree("Mark as shipped");
  await merchant.approveUntil("Marked as shipped.");
}

export async function withdraw(merchant: Person): Promise<void> {
  await merchant.go("/seller/payouts");
  await merchant.button("Withdraw").first().click();
  await merchant.agree("Withdraw");
  await merchant.approveUntil("The money is in your account.");
}

/** @returns the path of the invoice's hosted checkout page. */
export async function createInvoice(merchant: Person): Promise<string> {
  await merchant.go("/dashboard/invoices/new");
  await merchant.field("Amount").fill("4.20");
  await merchant.field("What for").fill("Lantern repair");
  await merchant.button("Create invoice").click();
  const link = merchant.page.getByRole("link", { name: "Checkout page" });
  const href = await link.getAttribute("href");
  if (href === null) throw new Error("the invoice shows no checkout page");
  return new URL(href).pathname;
}
