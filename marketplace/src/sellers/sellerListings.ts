// A seller's own listings, paused and sold-out ones too, newest first.
import type { SellerListing, SellerListingPage, SellerListingsQuery } from "../api/schema/seller.ts";
import { LISTING_COLUMNS, LISTING_JOIN, type ListingRow, toCard } from "../catalogue/listingRows.ts";
import { toTerms } from "../catalogue/readProducts.ts";
import { searchTerms } from "../catalogue/searchTerms.ts";
import type { Store } from "../database/store.ts";
import { decodeCursor, encodeCursor, pageFrom } from "../http/cursor.ts";

const STATE_SQL = {
  active: "not l.is_paused and l.stock > 0",
  paused: "l.is_paused",
  soldOut: "l.stock = 0",
} as const;

export async function listSellerListings(
  store: Store,
  seller: string,
  query: SellerListingsQuery,
): Promise<SellerListingPage> {
  const parameters: unknown[] = [seller];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const conditions = ["l.seller = $1"];
  if (query.state) conditions.push(STATE_SQL[query.state]);
  const terms = searchTerms(query.q);
  if (terms) conditions.push(`lower(d.search_text) like ${bind(terms.pattern)}`);
  const after = decodeCursor("seller-listings", 1, query.cursor);
  if (after) conditions.push(`l.id < ${bind(after[0])}::numeric`);
  const rows = await store.database.query<ListingRow>(
    `select ${LISTING_COLUMNS} from ${LISTING_JOIN} where ${conditions.join(" and ")}
     order by l.id desc limit ${query.limit + 1}`,
    parameters,
  );
  return pageFrom(rows, query.limit, {
    item: (row): SellerListing => ({ ...toCard(row), terms: toTerms(row) }),
    cursor: (row) => encodeCursor("seller-listings", [row.id]),
  });
}

/** Everything at once, oldest first, for the CSV. */
export async function allSellerListings(store: Store, seller: string): Promise<ListingRow[]> {
  return store.database.query<ListingRow>(
    `select ${LISTING_COLUMNS} from ${LISTING_JOIN} where l.seller = $1 order by l.id`,
    [seller],
  );
}
