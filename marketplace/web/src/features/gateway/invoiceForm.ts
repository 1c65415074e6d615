/**
 * The create-invoice form and its way to the gateway: what is empty is left out, taxes typed in percent become basis
 * points, nothing is rounded. Faults are keys of the gateway's texts (`create.<key>`).
 */
import type { InvoiceCreate, TaxRate } from "./gatewayTypes.ts";

/** A tax as it is typed: the rate in percent. */
export interface TaxDraft {
  name: string;
  percent: string;
}

export interface InvoiceForm {
  amount: string;
  currency: string;
  paymentCurrency: string;
  description: string;
  orderReference: string;
  customerName: string;
  customerEmail: string;
  shipToCountry: string | null;
  redirectUrl: string;
  refundAddress: string;
  expiresInSec: string;
  taxRates: TaxDraft[];
}

/** A rate locks for 15 minutes, so a converted price cannot be open longer. */
const CONVERTED_EXPIRY_SEC = 900;

export function emptyInvoiceForm(currency: string, taxRates: readonly TaxRate[]): InvoiceForm {
  return {
    amount: "",
    currency,
    paymentCurrency: "CMT",
    description: "",
    orderReference: "",
    customerName: "",
    customerEmail: "",
    shipToCountry: null,
    redirectUrl: "",
    refundAddress: "",
    expiresInSec: String(CONVERTED_EXPIRY_SEC),
    taxRates: taxRates.map(toTaxDraft),
  };
}

export type InvoiceFault = "badAmount" | "zeroAmount" | "badEmail" | "badUrl" | "badAddress" | "badTax";

export function validateInvoiceForm(form: InvoiceForm): Partial<Record<keyof InvoiceForm, InvoiceFault>> {
  const faults: Partial<Record<keyof InvoiceForm, InvoiceFault>> = {};
  const amount = normalDecimal(form.amount);
  if (amount === null) faults.amount = "badAmount";
  else if (/^[0.]+$/.test(amount)) faults.amount = "zeroAmount";
  if (form.customerEmail.trim() && !/^\S+@\S+\.\S+$/.test(form.customerEmail.trim()))
    faults.customerEmail = "badEmail";
  if (form.redirectUrl.trim() && !/^https?:\/\/\S+$/.test(form.redirectUrl.trim()))
    faults.redirectUrl = "badUrl";
  if (form.refundAddress.trim() && !/^0x[0-9a-fA-F]{40}$/.test(form.refundAddress.trim())) {
    faults.refundAddress = "badAddress";
  }
  if (!areTaxesValid(form.taxRates)) faults.taxRates = "badTax";
  return faults;
}

export function toInvoiceCreate(form: InvoiceForm, isLive: boolean): InvoiceCreate {
  const customer = withoutEmpty({ name: form.customerName.trim(), email: form.customerEmail.trim() });
  return {
    amount: normalDecimal(form.amount) ?? form.amount,
    currency: form.currency,
    paymentCurrency: form.paymentCurrency,
    expiresInSec: form.currency === "CMT" ? Number(form.expiresInSec) : CONVERTED_EXPIRY_SEC,
    taxRates: toTaxRates(form.taxRates),
    livemode: isLive,
    ...withoutEmpty({
      description: form.description.trim(),
      orderReference: form.orderReference.trim(),
      shipToCountry: form.shipToCountry ?? "",
      redirectUrl: form.redirectUrl.trim(),
      refundAddress: form.refundAddress.trim(),
    }),
    ...(Object.keys(customer).length > 0 ? { customer } : {}),
  };
}

export function toTaxDraft({ name, rateBps }: TaxRate): TaxDraft {
  const whole = Math.trunc(rateBps / 100);
  const cents = String(rateBps % 100)
    .padStart(2, "0")
    .replace(/0+$/, "");
  return { name, percent: cents ? `${whole}.${cents}` : String(whole) };
}

export function areTaxesValid(drafts: readonly TaxDraft[]): boolean {
  return drafts.every(({ name, percent }) => name.trim() !== "" && percentToBps(percent) !== null);
}

export function toTaxRates(drafts: readonly TaxDraft[]): TaxRate[] {
  return drafts.map(({ name, percent }) => ({ name: name.trim(), rateBps: percentToBps(percent) ?? 0 }));
}

/** "7.5" -> 750; null where it is no percentage between 0 and 100 with at most two decimals. */
export function percentToBps(text: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text.trim());
  if (!match) return null;
  const bps = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return bps <= 10_000 ? bps : null;
}

/** "049,9" -> "49.9"; null where it is no number. */
function normalDecimal(text: string): string | null {
  const match = /^(\d{1,60})(?:[.,](\d{1,18}))?$/.exec(text.trim());
  if (!match) return null;
  const whole = (match[1] ?? "").replace(/^0+(?=\d)/, "");
  return match[2] ? `${whole}.${match[2]}` : whole;
}

function withoutEmpty<T extends Record<string, string>>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== "")) as Partial<T>;
}
