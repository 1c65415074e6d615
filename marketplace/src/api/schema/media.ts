// POST /api/media (multipart, field `file`, session) -> Picture. At most 8 MB; JPEG, PNG, WebP, AVIF or GIF.
// GET /media/<hash>-<width>.webp, width 320, 640 or 1280, cacheable for ever.
import { z } from "zod";

export const MAX_UPLOAD_BYTES = 8 * 1024 * 1024;

/** 64 hex digits: SHA-256 of the picture after it was turned upright and stripped of metadata. */
export const mediaHashSchema = z.string().regex(/^[0-9a-f]{64}$/, "expected a picture's hash");

/** `width` x `height` are of the largest stored size (for layout); `color` is its average, for the placeholder. */
export const pictureSchema = z.object({
  hash: mediaHashSchema,
  width: z.int(),
  height: z.int(),
  color: z.string(),
});
export type Picture = z.infer<typeof pictureSchema>;
