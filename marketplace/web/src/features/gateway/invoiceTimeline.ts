/**
 * The story of one invoice as a list of moments, oldest first, from what the invoice itself says. `key` names the text
 * (`timeline.<key>` in the gateway's texts). A moment that is still to come has `isDone` false.
 */
import type { Invoice } from "./gatewayTypes.ts";

export interface InvoiceMoment {
  key:
    | "created"
    | "depositSeen"
    | "partial"
    | "paidWallet"
    | "paidDeposit"
    | "late"
    | "over"
    | "settled"
    | "expired"
    | "invalid"
    | "marked"
    | "waiting";
  /** null: known to have happened, but not when */
  atSec: number | null;
  isDone: boolean;
  tone: "neutral" | "good" | "bad" | "warning";
}

export function invoiceTimeline(invoice: Invoice): InvoiceMoment[] {
  const moments: InvoiceMoment[] = [done("created", invoice.createdAtSec, "neutral")];
  const { payment, additionalStatus, status } = invoice;
  const received = invoice.deposits.some((deposit) => BigInt(deposit.receivedAtto) > 0n);
  if (received && !payment) moments.push(done("depositSeen", null, "neutral"));
  if (additionalStatus === "paidPartial") moments.push(done("partial", null, "warning"));
  if (payment) {
    moments.push(done(payment.rail === "wallet" ? "paidWallet" : "paidDeposit", payment.atSec, "good"));
  }
  if (additionalStatus === "paidOver") moments.push(done("over", payment?.atSec ?? null, "warning"));
  if (status === "Expired") moments.push(done("expired", invoice.expiresAtSec, "bad"));
  if (additionalStatus === "paidLate") moments.push(done("late", null, "warning"));
  if (additionalStatus === "marked") moments.push(done("marked", null, "warning"));
  if (status === "Settled") moments.push(done("settled", payment?.atSec ?? null, "good"));
  if (status === "Invalid") moments.push(done("invalid", null, "bad"));
  if (status === "New") {
    moments.push({ key: "waiting", atSec: invoice.expiresAtSec, isDone: false, tone: "neutral" });
  }
  return moments;
}

function done(key: InvoiceMoment["key"], atSec: number | null, tone: InvoiceMoment["tone"]): InvoiceMoment {
  return { key, atSec, isDone: true, tone };
}
