import assert from "node:assert/strict";
import { test } from "node:test";
import type { Receipt } from "../api/schema/orders.ts";
import { receiptPdf } from "./receiptPdf.ts";

const receipt: Receipt = {
  number: "441070802-7",
  orderId: "7",
  issuedAtSec: 1_800_000_000,
  paidAtSec: 1_799_990_000,
  state: "Released",
  buyer: { address: `0x${"11".repeat(20)}`, name: null },
  seller: { address: `0x${"22".repeat(20)}`, name: "Café 서울" },
  lines: [{ title: "Coffee", quantity: 2, unitPriceAtto: "1", totalAtto: "2" }],
  currency: `0x${"00".repeat(20)}`,
  symbol: "CMT",
  decimals: 18,
  subtotalAtto: String(2n ** 256n - 1n),
  discountAtto: "5",
  paidAtto: String(10n ** 21n),
  refundedAtto: null,
  local: { currency: "USD", micros: "100000000", source: "fixed" },
  chainId: 441070802,
  transactionHash: `0x${"33".repeat(32)}`,
  blockNumber: 12,
};

test("a receipt is a PDF, with the largest amount and letters beyond its font", async () => {
  const pdf = await receiptPdf(receipt, { pageUrl: "http://127.0.0.1:3000/orders/7" });
  assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
  assert.ok(pdf.length > 1000);
});

test("two hundred lines run over several pages", async () => {
  const lines = Array.from({ length: 200 }, (_, index) => ({ ...receipt.lines[0], title: `Thing ${index}` }));
  const pdf = await receiptPdf({ ...receipt, lines: lines as Receipt["lines"] }, { pageUrl: "http://x" });
  assert.ok((pdf.toString("latin1").match(/\/Type \/Page\b/g) ?? []).length > 2);
});
