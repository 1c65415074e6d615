/**
 * What the hosted page says about an invoice now. Pure and shared: the server renders the first page with it, the
 * browser every change after. Amounts are shown exactly, because they have to be sent exactly.
 */
import { formatDecimal } from "@cybermiles/contracts/units";
import type { ShownPublicInvoice } from "../invoices/showInvoice.ts";
import type { Messages } from "./messages.ts";

export type Stage = "pay" | "processing" | "settled" | "expired" | "invalid";
export type View = {
  stage: Stage;
  headline: string;
  detail: string;
  tone: "neutral" | "warn" | "good" | "bad";
};

export function viewOf(invoice: ShownPublicInvoice, t: Messages): View {
  const marked = invoice.additionalStatus === "marked";
  const received = receivedAtto(invoice);
  switch (invoice.status) {
    case "New":
      return invoice.additionalStatus === "paidPartial"
        ? { stage: "pay", headline: t.waiting, detail: partialDetail(invoice, t), tone: "warn" }
        : { stage: "pay", headline: t.waiting, detail: "", tone: "neutral" };
    case "Processing":
      return {
        stage: "processing",
        headline: t.processing,
        detail:
          invoice.additionalStatus === "paidOver" ? `${t.over} ${t.processingDetail}` : t.processingDetail,
        tone: "neutral",
      };
    case "Settled":
      return {
        stage: "settled",
        headline: t.settled,
        detail: marked ? t.markedSettled : invoice.additionalStatus === "paidOver" ? t.over : t.settledDetail,
        tone: "good",
      };
    case "Expired": {
      const values = { received: money(invoice, received), due: money(invoice, BigInt(invoice.amountAtto)) };
      const detail = { paidPartial: fill(t.expiredPartial, values), paidLate: t.expiredLate }[
        invoice.additionalStatus as string
      ];
      return { stage: "expired", headline: t.expired, detail: detail ?? t.expiredDetail, tone: "warn" };
    }
    case "Invalid":
      return {
        stage: "invalid",
        headline: t.invalid,
        detail: marked ? t.markedInvalid : t.invalidDetail,
        tone: "bad",
      };
  }
}

function partialDetail(invoice: ShownPublicInvoice, t: Messages): string {
  // Money on two addresses does not add up: the fullest one is the one to fill.
  const most = invoice.deposits.reduce(
    (max, one) => (BigInt(one.balanceAtto) > max ? BigInt(one.balanceAtto) : max),
    0n,
  );
  return fill(t.partial, {
    received: money(invoice, most),
    missing: money(invoice, BigInt(invoice.amountAtto) - most),
  });
}

export function receivedAtto(invoice: ShownPublicInvoice): bigint {
  return invoice.deposits.reduce((sum, deposit) => sum + BigInt(deposit.receivedAtto), 0n);
}

export function money(invoice: ShownPublicInvoice, atto: bigint): string {
  return `${formatDecimal(atto, invoice.paymentCurrency.decimals)} ${invoice.paymentCurrency.symbol}`;
}

/** A price in the payment currency carries its symbol, not its address. */
export function priceUnit(invoice: ShownPublicInvoice): string {
  return invoice.currency === invoice.paymentCurrency.address
    ? invoice.paymentCurrency.symbol
    : invoice.currency;
}

export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

/** "14:05", or "2 d 03:14:05" for long ones. */
export function timeLeft(seconds: number): string {
  const rest = Math.max(0, Math.floor(seconds));
  const pad = (value: number) => String(value).padStart(2, "0");
  const [days, hours, minutes] = [
    Math.floor(rest / 86_400),
    Math.floor(rest / 3600) % 24,
    Math.floor(rest / 60) % 60,
  ];
  const clock = `${pad(minutes)}:${pad(rest % 60)}`;
  if (days > 0) return `${days} d ${pad(hours)}:${clock}`;
  return hours > 0 ? `${hours}:${clock}` : clock;
}
