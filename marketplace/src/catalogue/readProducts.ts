// Product pages: the card, the document's text and pictures, the terms with their hash, seller and arbiter.
import type { Product } from "../api/schema/listings.ts";
import type { Picture } from "../api/schema/media.ts";
import { readArbiters } from "../arbiters/readArbiters.ts";
import type { Store } from "../database/store.ts";
import { type ProgramSymbols, readSeller } from "../sellers/readSeller.ts";
import { LISTING_COLUMNS, LISTING_JOIN, type ListingRow, toCard } from "./listingRows.ts";
import { termsHash } from "./termsHash.ts";

type Options = { ids: readonly string[]; nowSec: number; symbols: ProgramSymbols };

/** Products in the order asked for; unknown ids are left out. Paused ones are shown: a link must not break. */
export async function readProducts(store: Store, options: Options): Promise<Product[]> {
  const rows = await store.database.query<ListingRow>(
    `select ${LISTING_COLUMNS} from ${LISTING_JOIN} where l.id = any($1::numeric[])`,
    [[...options.ids]],
  );
  const sellers = new Map<string, Product["sellerCard"]>();
  for (const address of new Set(rows.map((row) => row.seller))) {
    sellers.set(address, await readSeller(store, { ...options, address }));
  }
  const arbiters = await readArbiters(store, [...new Set(rows.map((row) => row.arbiter))]);
  const pictures = await readPictures(
    store,
    rows.flatMap((row) => row.body.pictures),
  );
  const products = rows.flatMap((row) => {
    const sellerCard = sellers.get(row.seller);
    if (!sellerCard) return [];
    const arbiter = arbiters.find((one) => one.address === row.arbiter) ?? null;
    return [toProduct(row, { sellerCard, arbiter, pictures })];
  });
  return options.ids.flatMap((id) => products.find((product) => product.id === id) ?? []);
}

function toProduct(
  row: ListingRow,
  parts: Pick<Product, "sellerCard" | "arbiter"> & { pictures: ReadonlyMap<string, Picture> },
): Product {
  return {
    ...toCard(row),
    description: row.body.description,
    shipsTo: row.body.shipsTo,
    attributes: row.body.attributes,
    pictures: row.body.pictures.flatMap((hash) => parts.pictures.get(hash) ?? []),
    terms: toTerms(row),
    arbiter: parts.arbiter,
    sellerCard: parts.sellerCard,
    transactionHash: row.transaction_hash as `0x${string}`,
  };
}

export function toTerms(row: ListingRow): Product["terms"] {
  const shipBySec = Number(row.ship_by_sec);
  const releaseSec = Number(row.release_sec);
  return {
    currency: row.currency as `0x${string}`,
    arbiter: row.arbiter as `0x${string}`,
    shipBySec,
    releaseSec,
    priceAtto: String(row.price_atto),
    contentHash: row.content_hash as `0x${string}`,
    termsHash: termsHash({
      id: row.id,
      seller: row.seller,
      currency: row.currency,
      arbiter: row.arbiter,
      shipBySec,
      releaseSec,
      priceAtto: row.price_atto,
      contentHash: row.content_hash,
    }),
  };
}

async function readPictures(store: Store, hashes: readonly string[]): Promise<Map<string, Picture>> {
  const rows = await store.prisma.media.findMany({
    where: { hash: { in: [...hashes] } },
    select: { hash: true, width: true, height: true, color: true },
  });
  return new Map(rows.map((row) => [row.hash, row]));
}
