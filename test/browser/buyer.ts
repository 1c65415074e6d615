// What the buyer does: find, pay into escrow, confirm, look at the rewards.
import type { Person } from "./person.ts";

const SEARCH = "Search products and sellers";

export async function findProduct(buyer: Person, title: string): Promise<void> {
  await buyer.go("/");
  // The suggestions load when the box is touched; the box that has them takes the place of the first.
  await buyer.page.getByRole("searchbox", { name: SEARCH }).click();
  const search = buyer.page.getByRole("combobox", { name: SEARCH });
  await search.fill(title.split(",")[0] ?? title);
  await search.press("Enter");
  await buyer.page.getByRole("link", { name: title }).first().click();
  await buyer.page.getByRole("heading", { name: title }).waitFor();
}

/** @returns the number of the escrow order. */
export async function buy(buyer: Person): Promise<string> {
  await buyer.button("Buy now").click();
  await buyer.page.getByRole("link", { name: "Check out" }).or(buyer.button("Check out")).first().click();
  await buyer.field("Full name").fill("A. Buyer");
  await buyer.field("Street and number").fill("1 Harbour Road");
  await buyer.field("City").fill("Busan");
  await buyer.field("Postal code").fill("48058");
  await buyer.choose("Country", "South Korea");
  await buyer.button("Review and pay").click();
  await buyer.agree("Pay");
  await buyer.approveUntil("Thank you. It is paid.");
  const order = await buyer.page
    .getByText(/^Order \d+$/)
    .first()
    .innerText();
  return order.replace("Order ", "");
}

export async function confirm(buyer: Person, orderId: string): Promise<void> {
  await buyer.go(`/orders/${orderId}`);
  await buyer.button("I have received it").click();
  await buyer.agree("Confirm and pay the seller");
  await buyer.approveUntil("Done. The seller is paid.");
}

/** Tells others how it was, on the page of the order that was just completed. */
export async function review(buyer: Person, text: string): Promise<void> {
  await buyer.dialog().getByRole("button", { name: "Close" }).last().click();
  await buyer.button("Write a review").click();
  // The radio buttons take no pointer: a person clicks the star, which is the label.
  const five = await buyer.page.getByRole("radio", { name: "5 stars" }).getAttribute("id");
  await buyer.page.locator(`label[for="${five}"]`).click();
  await buyer.field("Tell others").fill(text);
  await buyer.button("Publish").click();
  await buyer.approveUntil("Your review is published");
}
