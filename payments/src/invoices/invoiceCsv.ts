/** An invoice as a line for accounting. Times in ISO 8601 UTC; amounts exact, with their currency beside them. */
import { formatDecimal } from "@cybermiles/contracts/units";
import type { ShownInvoice } from "./showInvoice.ts";

export const invoiceCsvColumns = [
  "id",
  "livemode",
  "created_at",
  "status",
  "additional_status",
  "order_reference",
  "description",
  "amount",
  "currency",
  "taxes",
  "payment_amount",
  "payment_currency",
  "payment_amount_smallest_unit",
  "rate",
  "rate_source",
  "rate_at",
  "customer_name",
  "customer_email",
  "ship_to_country",
  "escrow_order",
  "payer",
  "paid_at",
  "transaction",
] as const;

export function invoiceCsvRow(invoice: ShownInvoice): (string | number)[] {
  const { payment, rate } = invoice;
  return [
    invoice.id,
    String(invoice.livemode),
    iso(invoice.createdAtSec),
    invoice.status,
    invoice.additionalStatus,
    invoice.orderReference ?? "",
    invoice.description ?? "",
    invoice.amount,
    invoice.currency,
    invoice.taxLines.map((line) => `${line.name} ${line.rateBps / 100}%: ${line.amount}`).join("; "),
    formatDecimal(BigInt(invoice.amountAtto), invoice.paymentCurrency.decimals),
    invoice.paymentCurrency.symbol,
    invoice.amountAtto,
    rate === null ? "" : `${rate.numerator}/${rate.denominator}`,
    rate?.source ?? "",
    rate === null ? "" : iso(rate.atSec),
    invoice.customer?.name ?? "",
    invoice.customer?.email ?? "",
    invoice.shipToCountry ?? "",
    payment?.orderId ?? "",
    payment?.payer ?? "",
    payment === null ? "" : iso(payment.atSec),
    payment?.transactionHash ?? "",
  ];
}

function iso(atSec: number): string {
  return new Date(atSec * 1000).toISOString();
}
