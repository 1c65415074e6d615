// Suggestions while typing: a few products, shops and aisles whose names contain or resemble what was typed.
import { CATEGORIES } from "../api/schema/categories.ts";
import type { Suggestion } from "../api/schema/listings.ts";
import type { Store } from "../database/store.ts";
import { pictureOf } from "./listingRows.ts";
import { searchTerms } from "./searchTerms.ts";

const MAX_LISTINGS = 6;
const MAX_SELLERS = 3;

type Row = {
  id: string;
  text: string;
  picture_hash: string | null;
  picture_width: number | null;
  picture_height: number | null;
  picture_color: string | null;
};

export async function suggest(store: Store, typed: string | undefined): Promise<Suggestion[]> {
  const terms = searchTerms(typed);
  if (terms === null) return [];
  const listings = await store.database.query<Row>(
    `select l.id::text as id, d.title as text, m.hash as picture_hash, m.width as picture_width,
       m.height as picture_height, m.color as picture_color
     from listing l join document d on d.hash = l.content_hash and d.kind = 'listing'
     left join media m on m.hash = d.body->'pictures'->>0
     where not l.is_paused and (lower(d.title) like $1 or word_similarity($2, lower(d.title)) >= 0.5)
     order by (lower(d.title) like $1) desc, word_similarity($2, lower(d.title)) desc, l.sold desc, l.id
     limit ${MAX_LISTINGS}`,
    [terms.pattern, terms.plain],
  );
  const sellers = await store.database.query<Row>(
    `select s.address as id, d.title as text, m.hash as picture_hash, m.width as picture_width,
       m.height as picture_height, m.color as picture_color
     from merchant s join document d on d.hash = s.profile_hash and d.kind = 'merchant'
     left join media m on m.hash = d.body->>'picture'
     where lower(d.title) like $1 or word_similarity($2, lower(d.title)) >= 0.5
     order by (lower(d.title) like $1) desc, word_similarity($2, lower(d.title)) desc, s.address limit ${MAX_SELLERS}`,
    [terms.pattern, terms.plain],
  );
  const categories = CATEGORIES.filter((category) => category.startsWith(terms.plain));
  return [
    ...categories.map((id) => ({ kind: "category" as const, id, text: id, picture: null })),
    ...listings.map((row) => ({
      kind: "listing" as const,
      id: row.id,
      text: row.text,
      picture: pictureOf(row),
    })),
    ...sellers.map((row) => ({
      kind: "seller" as const,
      id: row.id,
      text: row.text,
      picture: pictureOf(row),
    })),
  ];
}
