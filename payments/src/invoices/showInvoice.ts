/** An invoice as the API shows it. `Invoice` is for its merchant; `InvoicePublic` drops what a payer must not see. */
import type { z } from "zod";
import { type Invoice, InvoicePublic } from "../http/schema/invoice.ts";
import type { InvoiceRecord } from "./invoiceRecord.ts";
import { showPrice } from "./price.ts";
import { type ChainHead, confirmationsOf } from "./stateMachine.ts";

export type ShownInvoice = z.infer<typeof Invoice>;
export type ShownPublicInvoice = z.infer<typeof InvoicePublic>;

export function showInvoice(record: InvoiceRecord, head: ChainHead, publicUrl: string): ShownInvoice {
  const { payment } = record;
  return {
    object: "invoice",
    id: record.id,
    livemode: record.livemode,
    status: record.status,
    additionalStatus: record.additionalStatus,
    merchant: { id: record.merchantId, name: record.merchantName, address: record.merchantAddress },
    amount: showPrice(record.price, record.priceDecimals),
    currency: record.priceCurrency,
    paymentCurrency: {
      address: record.paymentCurrency,
      symbol: record.paymentSymbol,
      decimals: record.paymentDecimals,
    },
    amountAtto: record.amount.toString(),
    rate: record.rate,
    taxLines: record.taxLines.map((line) => ({
      name: line.name,
      rateBps: line.rateBps,
      amount: showPrice(BigInt(line.amount), record.priceDecimals),
    })),
    description: record.description,
    orderReference: record.orderReference,
    shipToCountry: record.shipToCountry,
    createdAtSec: Number(record.createdAtSec),
    expiresAtSec: Number(record.deadlineSec),
    refundAddress: record.refundAddress,
    payer: record.payer,
    arbiter: record.arbiter,
    feeCapBps: record.feeCapBps,
    shipBySec: record.shipBySec,
    releaseSec: record.releaseSec,
    redirectUrl: record.redirectUrl,
    checkoutUrl: `${publicUrl}/i/${record.id}`,
    deposits: record.deposits.map((deposit) => ({
      address: deposit.address,
      refundAddress: deposit.refundTo,
      receivedAtto: deposit.received.toString(),
      refundedAtto: deposit.refunded.toString(),
      balanceAtto: deposit.balance.toString(),
    })),
    payment:
      payment === null
        ? null
        : {
            rail: payment.rail,
            orderId: payment.orderId.toString(),
            payer: payment.payer,
            amountAtto: payment.amount.toString(),
            discountAtto: payment.discount.toString(),
            transactionHash: payment.transactionHash,
            blockNumber: payment.blockNumber.toString(),
            confirmations: Math.max(confirmationsOf(payment.blockNumber, head), 0),
            atSec: Number(payment.atSec),
          },
    metadata: record.metadata,
    customer: record.customer,
    intentId: record.intentId,
    paymentKey: record.paymentKey,
    markedBy: record.markedBy,
  };
}

export function showPublicInvoice(
  record: InvoiceRecord,
  head: ChainHead,
  publicUrl: string,
): ShownPublicInvoice {
  return InvoicePublic.parse(showInvoice(record, head, publicUrl));
}
