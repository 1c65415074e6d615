/** The receipt at the end: what was bought, the taxes inside, what was paid and where it is on the chain. */
import { formatDecimal, parseDecimal } from "@cybermiles/contracts/units";
import { type Html, html } from "../http/html.ts";
import type { ShownPublicInvoice } from "../invoices/showInvoice.ts";
import type { Language, Messages } from "./messages.ts";
import { fill, money, priceUnit } from "./view.ts";

const EXACT_DECIMALS = 18;

export function receipt(invoice: ShownPublicInvoice, t: Messages, language: Language): Html | null {
  const { payment } = invoice;
  if (invoice.status !== "Settled") return null;
  const at = new Date((payment?.atSec ?? invoice.createdAtSec) * 1000);
  const row = (name: string, value: string | Html | null) =>
    value === null ? null : html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`;
  return html`<h3>${t.receipt}</h3>
<table class="receipt"><tbody>
${row(t.seller, invoice.merchant.name)}
${invoice.orderReference !== null && row(fill(t.order, { reference: "" }), invoice.orderReference)}
${row(t.invoice, invoice.id)}
${row(t.paidAt, at.toLocaleString(language, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" }).concat(" UTC"))}
${invoice.taxLines.length > 0 && row(t.net, `${netOf(invoice)} ${priceUnit(invoice)}`)}
${invoice.taxLines.map((line) => row(`${line.name} ${line.rateBps / 100}%`, `${line.amount} ${priceUnit(invoice)}`))}
${row(t.total, html`<b>${invoice.amount} ${priceUnit(invoice)}</b>`)}
${payment !== null && row(t.paid, money(invoice, BigInt(payment.amountAtto)))}
${payment !== null && row(t.escrowOrder, payment.orderId)}
${payment !== null && row(t.transaction, html`<code title="${payment.transactionHash}">${payment.transactionHash.slice(0, 10)}…${payment.transactionHash.slice(-8)}</code>`)}
</tbody></table>
<button type="button" class="button" id="print">${t.print}</button>`;
}

/** With at least the decimals of the total, as a receipt has them: 10.00, not 10. */
function netOf(invoice: ShownPublicInvoice): string {
  const decimals = invoice.amount.split(".")[1]?.length ?? 0;
  const scale = Math.max(decimals, ...invoice.taxLines.map((line) => line.amount.split(".")[1]?.length ?? 0));
  const exact = Math.min(Math.max(scale, 0), EXACT_DECIMALS);
  const taxes = invoice.taxLines.reduce((sum, line) => sum + parseDecimal(line.amount, exact), 0n);
  const [whole = "", part = ""] = formatDecimal(parseDecimal(invoice.amount, exact) - taxes, exact).split(
    ".",
  );
  return decimals === 0 && part === "" ? whole : `${whole}.${part.padEnd(decimals, "0")}`;
}
