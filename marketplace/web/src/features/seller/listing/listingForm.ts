/**
 * The product form and its way to the chain. Prices are exact: one typed in the currency it is paid in keeps every
 * digit (too many decimals are a fault); one typed in local money is converted once, rounded up by at most one atto.
 * Faults are keys of the seller's texts (`listing.<key>`). Times leave as seconds, pieces as whole numbers.
 */
import type { Category } from "../../../../../src/api/schema/categories.ts";
import type { Currency } from "../../../../../src/api/schema/config.ts";
import type { ListingDocument } from "../../../../../src/api/schema/contents.ts";
import type { Product } from "../../../../../src/api/schema/listings.ts";
import { localMicrosToAtto } from "../../../../../src/api/schema/localMoney.ts";
import type { Picture } from "../../../../../src/api/schema/media.ts";
import type { Rate } from "../../../../../src/api/schema/rates.ts";
import { parseAmount, toDecimal } from "../../../format/money.ts";

export const DAY_SEC = 86_400;
const MAX_STOCK = 1_000_000_000;
const MICRO_DIGITS = 6;

export interface ListingForm {
  title: string;
  description: string;
  category: Category | null;
  country: string | null;
  shipsTo: string[];
  pictures: Picture[];
  attributes: { name: string; value: string }[];
  /** what it is paid in: the zero address is CMT */
  currency: string;
  /** what the price is typed in: the symbol of `currency`, or an ISO 4217 code where it is paid in CMT */
  priceCurrency: string;
  priceAmount: string;
  stock: number | string;
  shipByDays: number | string;
  releaseDays: number | string;
  arbiter: string | null;
}

export interface Terms {
  currency: `0x${string}`;
  arbiter: `0x${string}`;
  shipBySec: number;
  releaseSec: number;
  price: bigint;
  contentHash: `0x${string}`;
}

export function emptyListing(defaults: {
  currency: Currency;
  country: string | null;
  arbiter: string | null;
}): ListingForm {
  return {
    title: "",
    description: "",
    category: null,
    country: defaults.country,
    shipsTo: [],
    pictures: [],
    attributes: [],
    currency: defaults.currency.address,
    priceCurrency: defaults.currency.symbol,
    priceAmount: "",
    stock: 1,
    shipByDays: 3,
    releaseDays: 14,
    arbiter: defaults.arbiter,
  };
}

/** An edit starts from the exact price on the chain, in the currency it is paid in. */
export function listingOf(product: Product, currency: Currency): ListingForm {
  return {
    title: product.title,
    description: product.description,
    category: product.category,
    country: product.country,
    shipsTo: product.shipsTo,
    pictures: product.pictures,
    attributes: product.attributes,
    currency: currency.address,
    priceCurrency: currency.symbol,
    priceAmount: toDecimal(BigInt(product.terms.priceAtto), currency.decimals),
    stock: product.stock,
    shipByDays: product.terms.shipBySec / DAY_SEC,
    releaseDays: product.terms.releaseSec / DAY_SEC,
    arbiter: product.terms.arbiter,
  };
}

interface PriceFacts {
  currencies: readonly Currency[];
  rates: readonly Rate[];
}

/** @returns null where the price is no positive amount, has too many decimals, or its rate is not known. */
export function priceAttoOf(form: ListingForm, { currencies, rates }: PriceFacts): bigint | null {
  const currency = currencies.find((known) => known.address === form.currency);
  if (!currency) return null;
  if (form.priceCurrency === currency.symbol)
    return positive(parseAmount(form.priceAmount, currency.decimals));
  const rate = rates.find((known) => known.currency === form.priceCurrency);
  const micros = parseAmount(form.priceAmount, MICRO_DIGITS);
  if (!rate || micros === null) return null;
  return positive(localMicrosToAtto(micros, rate));
}

export type ListingFault =
  | "titleShort"
  | "descriptionMissing"
  | "categoryMissing"
  | "countryMissing"
  | "picturesMissing"
  | "attributeEmpty"
  | "badPrice"
  | "badStock"
  | "badDays"
  | "arbiterMissing";

export function validateListing(
  form: ListingForm,
  facts: PriceFacts & { minSec: number; maxSec: number },
): Partial<Record<keyof ListingForm, ListingFault>> {
  const faults: Partial<Record<keyof ListingForm, ListingFault>> = {};
  if (form.title.trim().length < 3) faults.title = "titleShort";
  if (form.description.trim() === "") faults.description = "descriptionMissing";
  if (!form.category) faults.category = "categoryMissing";
  if (!form.country) faults.country = "countryMissing";
  if (form.pictures.length === 0) faults.pictures = "picturesMissing";
  if (form.attributes.some(({ name, value }) => name.trim() === "" || value.trim() === "")) {
    faults.attributes = "attributeEmpty";
  }
  if (priceAttoOf(form, facts) === null) faults.priceAmount = "badPrice";
  if (!isWhole(form.stock) || Number(form.stock) < 1 || Number(form.stock) > MAX_STOCK)
    faults.stock = "badStock";
  if (!isWindow(form.shipByDays, facts)) faults.shipByDays = "badDays";
  if (!isWindow(form.releaseDays, facts)) faults.releaseDays = "badDays";
  if (!form.arbiter) faults.arbiter = "arbiterMissing";
  return faults;
}

/** Only of a form without faults. */
export function toDocument(form: ListingForm): ListingDocument {
  return {
    kind: "listing",
    title: form.title.trim(),
    description: form.description.trim(),
    category: form.category as Category,
    country: form.country ?? "",
    shipsTo: form.shipsTo,
    pictures: form.pictures.map((picture) => picture.hash),
    priceBasis: { currency: basisCode(form.priceCurrency), amount: normalDecimal(form.priceAmount) },
    attributes: form.attributes.map(({ name, value }) => ({ name: name.trim(), value: value.trim() })),
  };
}

/** Only of a form without faults. */
export function toTerms(form: ListingForm, price: bigint, contentHash: `0x${string}`): Terms {
  return {
    currency: form.currency as `0x${string}`,
    arbiter: form.arbiter as `0x${string}`,
    shipBySec: Math.round(Number(form.shipByDays) * DAY_SEC),
    releaseSec: Math.round(Number(form.releaseDays) * DAY_SEC),
    price,
    contentHash,
  };
}

/** The document wants a three-letter code: a token such as "dUSD" is named by the money it stands for. */
function basisCode(priceCurrency: string): string {
  return /[A-Z]{3}$/.exec(priceCurrency)?.[0] ?? "CMT";
}

/** "019,90" -> "19.90" */
function normalDecimal(text: string): string {
  const [whole = "0", fraction] = text.trim().replace(",", ".").split(".");
  const trimmed = whole.replace(/^0+(?=\d)/, "");
  return fraction ? `${trimmed}.${fraction}` : trimmed;
}

function positive(amount: bigint | null): bigint | null {
  return amount !== null && amount > 0n ? amount : null;
}

function isWhole(value: number | string): boolean {
  return typeof value === "number" && Number.isInteger(value);
}

function isWindow(days: number | string, { minSec, maxSec }: { minSec: number; maxSec: number }): boolean {
  const seconds = Number(days) * DAY_SEC;
  return typeof days === "number" && seconds >= minSec && seconds <= maxSec;
}
