// The catalogue as pages of cards: search, filters, sorts and keyset cursors, in plain SQL that PGlite and PostgreSQL
// both run. Every sort is a descending tuple of whole numbers that ends in the listing's id, so that pages never
// overlap or skip; ascending sorts negate.
import type { ListingPage, ListingSort, ListingsQuery } from "../api/schema/listings.ts";
import { ZERO_ADDRESS } from "../api/schema/primitives.ts";
import type { Store } from "../database/store.ts";
import { decodeCursor, encodeCursor, pageFrom } from "../http/cursor.ts";
import { LISTING_COLUMNS, LISTING_JOIN, type ListingRow, toCard } from "./listingRows.ts";
import { type SearchTerms, searchTerms } from "./searchTerms.ts";

/** Words that a listing's index holds; must equal the expression of the migration's index. */
const WORDS = `(setweight(to_tsvector('english', coalesce(d.title, '')), 'A')
   || setweight(to_tsvector('english', coalesce(d.search_text, '')), 'C'))`;

const MIN_SIMILARITY = 0.5;

const SORT_KEYS: Record<Exclude<ListingSort, "relevance">, readonly string[]> = {
  newest: ["l.created_at_sec", "l.id"],
  // CMT first: prices in other currencies do not compare.
  priceAsc: [`-(l.currency <> '${ZERO_ADDRESS}')::int`, "-l.price_atto", "l.id"],
  priceDesc: [`-(l.currency <> '${ZERO_ADDRESS}')::int`, "l.price_atto", "l.id"],
  rating: [
    "coalesce(rating.stars * 1000 / nullif(rating.reviews, 0), 0)",
    "coalesce(rating.reviews, 0)",
    "l.id",
  ],
  bestSelling: ["l.sold", "l.id"],
};

export async function listListings(store: Store, query: ListingsQuery): Promise<ListingPage> {
  const terms = searchTerms(query.q);
  const parameters: unknown[] = [];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const search = terms === null ? null : searchSql(terms, bind);
  const wanted = query.sort ?? (search ? "relevance" : "newest");
  const sort = wanted === "relevance" && !search ? "newest" : wanted;
  const keys = sort === "relevance" ? [search?.rank ?? "0", "l.id"] : SORT_KEYS[sort];
  const conditions = ["not l.is_paused", ...(search ? [search.match] : []), ...filters(query, bind)];
  const after = decodeCursor(`listings:${sort}`, keys.length, query.cursor);
  const keyColumns = keys.map((key, index) => `(${key})::numeric as key_${index}`).join(", ");
  const keyNames = keys.map((_, index) => `key_${index}`);
  const beyond = after
    ? `where (${keyNames.join(", ")}) < (${after.map((part) => `${bind(part)}::numeric`).join(", ")})`
    : "";
  const rows = await store.database.query<ListingRow & Record<`key_${number}`, bigint>>(
    `select * from (select ${LISTING_COLUMNS}, ${keyColumns} from ${LISTING_JOIN} where ${conditions.join(" and ")}) found
     ${beyond} order by ${keyNames.map((name) => `${name} desc`).join(", ")} limit ${query.limit + 1}`,
    parameters,
  );
  return pageFrom(rows, query.limit, {
    item: toCard,
    cursor: (row) =>
      encodeCursor(
        `listings:${sort}`,
        keys.map((_, index) => row[`key_${index}`] ?? 0n),
      ),
  });
}

type Bind = (value: unknown) => string;

function searchSql(terms: SearchTerms, bind: Bind): { match: string; rank: string } {
  const words = `to_tsquery('english', ${bind(terms.wordQuery)})`;
  const plain = bind(terms.plain);
  const pattern = bind(terms.pattern);
  const matches = [
    `${WORDS} @@ ${words}`,
    `word_similarity(${plain}, lower(d.title)) >= ${MIN_SIMILARITY}`,
    `lower(d.search_text) like ${pattern}`,
    `lower(sd.title) like ${pattern}`,
  ];
  const score = `ts_rank(${WORDS}, ${words}) * 4 + word_similarity(${plain}, lower(d.title))
    + (lower(d.title) like ${pattern})::int`;
  return { match: `(${matches.join(" or ")})`, rank: `round((${score})::numeric * 1000000)` };
}

function filters(query: ListingsQuery, bind: Bind): string[] {
  const found: string[] = [];
  if (query.category) found.push(`d.category = ${bind(query.category)}`);
  if (query.country) found.push(`d.country = ${bind(query.country)}`);
  if (query.seller) found.push(`l.seller = ${bind(query.seller)}`);
  const hasPrice = query.minPrice !== undefined || query.maxPrice !== undefined;
  if (query.currency || hasPrice) found.push(`l.currency = ${bind(query.currency ?? ZERO_ADDRESS)}`);
  if (query.minPrice !== undefined) found.push(`l.price_atto >= ${bind(query.minPrice)}::numeric`);
  if (query.maxPrice !== undefined) found.push(`l.price_atto <= ${bind(query.maxPrice)}::numeric`);
  if (query.rating) found.push(`coalesce(rating.stars, 0) >= ${bind(query.rating)}::int * rating.reviews`);
  if (query.reward) found.push(`p.earn_bps >= ${bind(query.reward)}::int`);
  if (query.inStock === "true") found.push("l.stock > 0");
  if (query.inStock === "false") found.push("l.stock = 0");
  return found;
}
