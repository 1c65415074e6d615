import type { ListingSort } from "../../../../src/api/schema/listings.ts";

/** In the order of the menu. */
export const LISTING_SORT_OPTIONS: readonly ListingSort[] = [
  "relevance",
  "newest",
  "bestSelling",
  "rating",
  "priceAsc",
  "priceDesc",
];
