// Keeps a document under its hash. Storing the same document again changes nothing and answers the same. Pictures
// must have been uploaded before, an order document must come from a party of that order, and its readers must be
// allowed to read it.
import { toDecimal } from "@cybermiles/chain/database/money";
import type { Document, DocumentKind } from "../api/schema/contents.ts";
import type { Store } from "../database/store.ts";
import { ApiError } from "../http/apiError.ts";
import { requireParty, requireReaders } from "../orders/orderAccess.ts";
import { contentHash } from "./contentHash.ts";

export const PUBLIC_KINDS: readonly DocumentKind[] = ["listing", "merchant", "arbiter", "ruling"];

export async function storeDocument(
  store: Store,
  options: { document: Document; author: string; nowSec: number },
): Promise<`0x${string}`> {
  const { document, author, nowSec } = options;
  await requirePictures(store, picturesOf(document));
  if ("orderId" in document) await requireOrderRights(store, document, author);
  await requireQuota(store, author, nowSec);
  const hash = contentHash(document);
  await store.database.execute(
    `insert into document (hash, kind, body, order_id, title, category, country, search_text, created_by, created_at_sec)
     values ($1, $2, $3::jsonb, $4, $5, $6, $7, $8, $9, $10) on conflict (hash) do nothing`,
    [
      hash,
      document.kind,
      JSON.stringify(document),
      "orderId" in document ? toDecimal(BigInt(document.orderId)) : null,
      ...searchColumns(document),
      author,
      nowSec,
    ],
  );
  return hash;
}

const MAX_PER_DAY = 3000;
const DAY_SEC = 24 * 3600;

/** A large catalogue is served; somebody who fills the disk is not. */
async function requireQuota(store: Store, author: string, nowSec: number): Promise<void> {
  const count = await store.prisma.document.count({
    where: { createdBy: author, createdAtSec: { gt: BigInt(nowSec - DAY_SEC) } },
  });
  if (count >= MAX_PER_DAY) throw new ApiError("too_many", `At most ${MAX_PER_DAY} documents a day.`);
}

/** title, category, country, search_text */
function searchColumns(document: Document): (string | null)[] {
  if (document.kind === "merchant") return [document.name, null, document.country, null];
  if (document.kind === "arbiter") return [document.name, null, null, null];
  if (document.kind !== "listing") return [null, null, null, null];
  const facts = document.attributes.map((attribute) => `${attribute.name} ${attribute.value}`);
  const text = [document.title, document.description, ...facts].join("\n");
  return [document.title, document.category, document.country, text];
}

function picturesOf(document: Document): string[] {
  if (document.kind === "listing") return document.pictures;
  if (document.kind === "merchant" && document.picture !== undefined) return [document.picture];
  return [];
}

export async function requirePictures(store: Store, hashes: readonly string[]): Promise<void> {
  if (hashes.length === 0) return;
  const known = await store.prisma.media.findMany({
    where: { hash: { in: [...hashes] } },
    select: { hash: true },
  });
  const missing = hashes.find((hash) => !known.some((media) => media.hash === hash));
  if (missing !== undefined) {
    throw new ApiError("unknown_picture", `pictures: ${missing} was never uploaded`, { param: "pictures" });
  }
}

type OrderDocument = Extract<Document, { orderId: string }>;

async function requireOrderRights(store: Store, document: OrderDocument, author: string): Promise<void> {
  const order = await requireParty(store, document.orderId, author, {
    allowArbiter: document.kind === "ruling",
  });
  // The reason of a dispute is written before the dispute is open, for the arbiter who will read it.
  const allowNamedArbiter = document.kind === "reason" || document.kind === "evidence";
  if ("envelope" in document) requireReaders(order, author, document.envelope.wraps, { allowNamedArbiter });
}
