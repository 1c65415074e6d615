import assert from "node:assert/strict";
import { test } from "node:test";
import {
  emptyInvoiceForm,
  percentToBps,
  toInvoiceCreate,
  toTaxDraft,
  validateInvoiceForm,
} from "./invoiceForm.ts";

const form = { ...emptyInvoiceForm("USD", []), amount: "49,90" };

test("empty fields are left out and a comma is a decimal point", () => {
  assert.deepEqual(toInvoiceCreate(form, false), {
    amount: "49.90",
    currency: "USD",
    paymentCurrency: "CMT",
    expiresInSec: 900,
    taxRates: [],
    livemode: false,
  });
});

test("a converted price expires in 15 minutes, one in CMT when the merchant says", () => {
  assert.equal(toInvoiceCreate({ ...form, expiresInSec: "86400" }, true).expiresInSec, 900);
  assert.equal(
    toInvoiceCreate({ ...form, currency: "CMT", expiresInSec: "86400" }, true).expiresInSec,
    86_400,
  );
});

test("faults name their field", () => {
  assert.deepEqual(validateInvoiceForm(form), {});
  assert.deepEqual(
    validateInvoiceForm({
      ...form,
      amount: "0.00",
      customerEmail: "nobody",
      redirectUrl: "ftp://x",
      refundAddress: "0x12",
      taxRates: [{ name: "VAT", percent: "101" }],
    }),
    {
      amount: "zeroAmount",
      customerEmail: "badEmail",
      redirectUrl: "badUrl",
      refundAddress: "badAddress",
      taxRates: "badTax",
    },
  );
  for (const amount of ["", "-1", "1e5", "1.2.3"])
    assert.equal(validateInvoiceForm({ ...form, amount }).amount, "badAmount");
});

test("percent and basis points are exact both ways", () => {
  for (const bps of [0, 5, 750, 1000, 1925, 10_000]) {
    assert.equal(percentToBps(toTaxDraft({ name: "VAT", rateBps: bps }).percent), bps);
  }
  assert.equal(percentToBps("7.555"), null);
});
