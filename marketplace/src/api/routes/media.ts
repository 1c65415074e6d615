// POST /api/media takes a picture (session), GET /media/<hash>-<width>.webp gives one, cacheable for ever.
import { Router } from "express";
import multer from "multer";
import { ApiError } from "../../http/apiError.ts";
import { requireViewer } from "../../http/session.ts";
import { encodePicture } from "../../media/encodePicture.ts";
import type { Shop } from "../../service/shop.ts";
import { MAX_UPLOAD_BYTES, type Picture } from "../schema/media.ts";
import { MEDIA_WIDTHS, type MediaWidth } from "../schema/mediaUrl.ts";

const MAX_PER_DAY = 500;
const DAY_SEC = 24 * 3600;

export function mediaRoutes(shop: Shop): Router {
  const router = Router();
  const upload = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: MAX_UPLOAD_BYTES, files: 1, fields: 0, parts: 2 },
  }).single("file");

  router.post(
    "/media",
    // The visitor is known before the bytes are taken.
    async (request, response, next) => {
      response.locals.viewer = await requireViewer(shop.payments, request);
      if (!request.is("multipart/form-data")) {
        throw new ApiError(
          "unsupported_media_type",
          "Send the picture as multipart/form-data, field `file`.",
        );
      }
      next();
    },
    upload,
    async (request, response) => {
      if (!request.file) throw new ApiError("invalid_parameter", "file: is missing", { param: "file" });
      const author = String(response.locals.viewer);
      const nowSec = Math.floor(Date.now() / 1000);
      await requireQuota(shop, author, nowSec);
      const { files, ...picture } = await encodePicture(request.file.buffer);
      await shop.media.write({ ...picture, files });
      await shop.store.prisma.media.upsert({
        where: { hash: picture.hash },
        create: { ...picture, createdBy: author, createdAtSec: BigInt(nowSec) },
        update: {},
      });
      response.status(201).json(picture satisfies Picture);
    },
  );
  return router;
}

/** A seller of 500 pictures a day is served; somebody who fills the disk is not. */
async function requireQuota(shop: Shop, author: string, nowSec: number): Promise<void> {
  const count = await shop.store.prisma.media.count({
    where: { createdBy: author, createdAtSec: { gt: BigInt(nowSec - DAY_SEC) } },
  });
  if (count >= MAX_PER_DAY) throw new ApiError("too_many", `At most ${MAX_PER_DAY} pictures a day.`);
}

export function mediaFileRoutes(shop: Shop): Router {
  const router = Router();
  router.get("/:name", (request, response, next) => {
    const [, hash, width] = /^([0-9a-f]{64})-(\d+)\.webp$/.exec(request.params.name) ?? [];
    const isKnownWidth = MEDIA_WIDTHS.some((known) => String(known) === width);
    if (hash === undefined || !isKnownWidth) return next();
    // The data folder may have a name with a dot, as .data has; the path itself is made from a checked hash.
    const headers = { "content-type": "image/webp" };
    const options = { maxAge: "365d", immutable: true, dotfiles: "allow" as const, headers };
    response.sendFile(shop.media.pathOf(hash, Number(width) as MediaWidth), options, (error) => {
      if (error && !response.headersSent) next();
    });
  });
  return router;
}
