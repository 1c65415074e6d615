// POST /api/contents stores a document under its hash (session); GET /api/contents/:hash reads public kinds.
import { Router } from "express";
import { PUBLIC_KINDS, storeDocument } from "../../documents/storeDocument.ts";
import { ApiError } from "../../http/apiError.ts";
import { jsonBody } from "../../http/jsonBody.ts";
import { parse } from "../../http/parse.ts";
import { requireViewer } from "../../http/session.ts";
import type { Shop } from "../../service/shop.ts";
import { type Document, type DocumentKind, documentSchema, type StoredDocument } from "../schema/contents.ts";
import { hashSchema } from "../schema/primitives.ts";

/** An envelope of evidence with its pictures, in base64, and its wraps. */
const MAX_DOCUMENT_BYTES = 1024 * 1024;

export function contentRoutes(shop: Shop): Router {
  const router = Router();
  router.post("/contents", jsonBody(MAX_DOCUMENT_BYTES), async (request, response) => {
    const author = await requireViewer(shop.payments, request);
    const document = parse(documentSchema, request.body);
    const hash = await storeDocument(shop.store, { document, author, nowSec: shop.nowSec() });
    if ("orderId" in document) shop.live.publish({ type: "order", id: document.orderId });
    response.status(201).json({ hash, document } satisfies StoredDocument);
  });
  router.get("/contents/:hash", async (request, response) => {
    const hash = parse(hashSchema, request.params.hash);
    const row = await shop.store.prisma.document.findUnique({ where: { hash } });
    if (!row || !PUBLIC_KINDS.includes(row.kind as DocumentKind)) {
      throw new ApiError("not_found", `There is no public document ${hash}.`);
    }
    response
      .set("cache-control", "public, max-age=31536000, immutable")
      .json({ hash, document: row.body as Document } satisfies StoredDocument);
  });
  return router;
}
