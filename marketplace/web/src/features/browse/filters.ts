/**
 * The search page's filters live in the URL, so that a search can be shared and the back button works.
 * Prices are typed in the visitor's currency (`priceIn` remembers which) and sent as atto CMT.
 */
import type { ListingSort } from "../../../../src/api/schema/listings.ts";
import { localMicrosToAtto } from "../../../../src/api/schema/localMoney.ts";
import type { Rate } from "../../../../src/api/schema/rates.ts";
import type { Query } from "../../api/http.ts";
import { parseAmount } from "../../format/money.ts";

export interface Filters {
  q: string;
  category: string;
  country: string;
  seller: string;
  minPrice: string; // as typed
  maxPrice: string;
  priceIn: string; // ISO 4217 or CMT
  rating: string;
  reward: string;
  inStock: string;
  sort: ListingSort | "";
}

const NAMES = [
  "q",
  "category",
  "country",
  "seller",
  "minPrice",
  "maxPrice",
  "priceIn",
  "rating",
  "reward",
  "inStock",
  "sort",
] as const satisfies (keyof Filters)[];

export function readFilters(params: URLSearchParams): Filters {
  return Object.fromEntries(NAMES.map((name) => [name, params.get(name) ?? ""])) as unknown as Filters;
}

export function writeFilters(filters: Filters): URLSearchParams {
  const hasPrice = filters.minPrice !== "" || filters.maxPrice !== "";
  return new URLSearchParams(
    NAMES.filter((name) => filters[name] && (name !== "priceIn" || hasPrice)).map((name) => [
      name,
      filters[name],
    ]),
  );
}

export function countFilters(filters: Filters): number {
  const counted = [
    filters.category,
    filters.country,
    filters.minPrice,
    filters.maxPrice,
    filters.rating,
    filters.reward,
  ];
  return counted.filter(Boolean).length + (filters.inStock ? 1 : 0);
}

/** The API's query. A price in a currency without a rate is left out. */
export function toListingsQuery(filters: Filters, rates: readonly Rate[]): Query {
  const { minPrice, maxPrice, priceIn, inStock, ...rest } = filters;
  return {
    ...rest,
    inStock: inStock ? "true" : "",
    minPrice: toAtto(minPrice, priceIn, rates),
    maxPrice: toAtto(maxPrice, priceIn, rates),
  };
}

function toAtto(text: string, currency: string, rates: readonly Rate[]): string {
  if (!text) return "";
  if (currency === "CMT" || currency === "") return parseAmount(text, 18)?.toString() ?? "";
  const micros = parseAmount(text, 6);
  const rate = rates.find((candidate) => candidate.currency === currency);
  return micros === null || !rate ? "" : localMicrosToAtto(micros, rate).toString();
}
