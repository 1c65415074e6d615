/** An invoice as the Checkout contract's signed intent, for one refund address. */
import type { Intent } from "@cybermiles/contracts/intent";
import type { Address } from "viem";
import type { InvoiceRecord } from "./invoiceRecord.ts";

export function intentOf(invoice: InvoiceRecord, refundTo: Address, payer: Address): Intent {
  return {
    merchant: invoice.merchantAddress,
    id: invoice.intentId,
    currency: invoice.paymentCurrency,
    amount: invoice.amount,
    feeCapBps: invoice.feeCapBps,
    arbiter: invoice.arbiter,
    shipBySec: invoice.shipBySec,
    releaseSec: invoice.releaseSec,
    deadlineSec: invoice.deadlineSec,
    refundTo,
    payer,
  };
}
