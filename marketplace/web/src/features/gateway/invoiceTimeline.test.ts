import assert from "node:assert/strict";
import { test } from "node:test";
import type { Invoice } from "./gatewayTypes.ts";
import { invoiceTimeline } from "./invoiceTimeline.ts";

const ADDRESS = "0x00000000000000000000000000000000000000a1";
const invoice: Invoice = {
  id: "inv_1",
  livemode: false,
  status: "New",
  additionalStatus: "none",
  amount: "10.00",
  currency: "USD",
  paymentCurrency: { address: ADDRESS, symbol: "CMT", decimals: 18 },
  amountAtto: "100",
  rate: null,
  taxLines: [],
  description: null,
  shipToCountry: null,
  createdAtSec: 100,
  expiresAtSec: 1000,
  refundAddress: null,
  arbiter: ADDRESS,
  shipBySec: 3600,
  releaseSec: 3600,
  checkoutUrl: "http://localhost/i/inv_1",
  deposits: [],
  payment: null,
  orderReference: null,
  metadata: {},
  customer: null,
  markedBy: null,
};
const payment = {
  rail: "wallet",
  orderId: "1",
  payer: ADDRESS,
  amountAtto: "100",
  discountAtto: "0",
  transactionHash: "0x00",
  blockNumber: "5",
  confirmations: 1,
  atSec: 300,
} as const;
const deposit = { address: ADDRESS, refundAddress: ADDRESS, refundedAtto: "0", balanceAtto: "40" } as const;

const keys = (changes: Partial<Invoice>) =>
  invoiceTimeline({ ...invoice, ...changes }).map((moment) => moment.key);

test("a new invoice waits for money until it expires", () => {
  assert.deepEqual(keys({}), ["created", "waiting"]);
});

test("both rails settle", () => {
  assert.deepEqual(keys({ status: "Settled", payment }), ["created", "paidWallet", "settled"]);
  const overpaid = { ...payment, rail: "deposit" } as const;
  assert.deepEqual(keys({ status: "Settled", additionalStatus: "paidOver", payment: overpaid }), [
    "created",
    "paidDeposit",
    "over",
    "settled",
  ]);
});

test("partial, late and marked payments are told", () => {
  const deposits = [{ ...deposit, receivedAtto: "40" }];
  assert.deepEqual(keys({ additionalStatus: "paidPartial", deposits }), [
    "created",
    "depositSeen",
    "partial",
    "waiting",
  ]);
  assert.deepEqual(keys({ status: "Expired", additionalStatus: "paidLate", deposits }), [
    "created",
    "depositSeen",
    "expired",
    "late",
  ]);
  assert.deepEqual(keys({ status: "Invalid", additionalStatus: "marked" }), ["created", "marked", "invalid"]);
});
