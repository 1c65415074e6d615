// Pictures and documents of the demo catalogue, uploaded by the shops themselves. What is stored already answers at
// once: both are named by their content.
import type { ListingDocument, StoredDocument } from "../api/schema/contents.ts";
import type { Picture } from "../api/schema/media.ts";
import type { DemoProduct } from "./catalogue/demoShop.ts";
import { composePicture, VIEW_COUNT } from "./composePicture.ts";
import { inParallel, type SeedContext } from "./seedContext.ts";

const AT_ONCE = 4;

export type UploadedListing = { seller: number; product: number; title: string; contentHash: `0x${string}` };

/** @param known titles by seller that are on the chain already and need nothing */
export async function uploadListings(
  context: SeedContext,
  known: readonly ReadonlySet<string>[],
): Promise<UploadedListing[]> {
  const wanted = context.accounts.sellers.flatMap(({ shop }, seller) =>
    shop.products.flatMap((item, product) =>
      known[seller]?.has(item.title) ? [] : [{ seller, product, item }],
    ),
  );
  let done = 0;
  return inParallel(wanted, AT_ONCE, async ({ seller, product, item }) => {
    const shop = context.accounts.sellers[seller]?.shop;
    const client = context.sellers[seller];
    if (!shop || !client) throw new RangeError(`There is no shop ${seller}.`);
    const pictures: string[] = [];
    for (let view = 0; view < pictureCount(product); view++) {
      const tone = seller * 3 + product + view;
      const bytes = await composePicture({ emoji: item.emoji, view, tone });
      pictures.push((await client.upload<Picture>("/api/media", bytes, `${product}-${view}.png`)).hash);
    }
    const document = listingDocument(item, shop.country, pictures);
    const { hash } = await client.post<StoredDocument>("/api/contents", document);
    done += 1;
    if (done % 10 === 0 || done === wanted.length) {
      context.say(`pictures and texts of ${done} of ${wanted.length} products`);
    }
    return { seller, product, title: item.title, contentHash: hash };
  });
}

/** Two pictures a product, three for every third. */
function pictureCount(product: number): number {
  return product % 3 === 0 ? VIEW_COUNT : 2;
}

function listingDocument(item: DemoProduct, country: string, pictures: string[]): ListingDocument {
  return {
    kind: "listing",
    title: item.title,
    description: item.text,
    category: item.category,
    country,
    shipsTo: [],
    pictures,
    priceBasis: { currency: "USD", amount: item.usd },
    attributes: item.facts.map(([name, value]) => ({ name, value })),
  };
}

export async function uploadProfiles(
  context: SeedContext,
): Promise<{ shops: `0x${string}`[]; arbiters: `0x${string}`[] }> {
  const shops = await inParallel(context.accounts.sellers, AT_ONCE, async ({ shop }, index) => {
    const bytes = await composePicture({ emoji: [shop.emoji, shop.emoji], view: 0, tone: index });
    const client = context.sellers[index];
    const { hash: picture } = (await client?.upload<Picture>("/api/media", bytes, `${shop.key}.png`)) ?? {};
    const { name, about, country } = shop;
    const document = {
      kind: "merchant",
      name,
      about,
      country,
      ...(picture === undefined ? {} : { picture }),
    };
    return hashOf(await client?.post<StoredDocument>("/api/contents", document));
  });
  const arbiters = await inParallel(context.accounts.arbiters, AT_ONCE, async ({ arbiter }, index) => {
    const { name, about, languages } = arbiter;
    const document = { kind: "arbiter", name, about, languages: [...languages] };
    return hashOf(await context.arbiters[index]?.post<StoredDocument>("/api/contents", document));
  });
  return { shops, arbiters };
}

function hashOf(stored: StoredDocument | undefined): `0x${string}` {
  if (!stored) throw new RangeError("Nobody is signed in for this document.");
  return stored.hash;
}
