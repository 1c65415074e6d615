// Makes an upload safe and small: decodes it, turns it upright, drops all metadata (place, camera, thumbnails),
// and encodes webp in the three widths, never enlarging. The hash is SHA-256 of the largest webp, so that the name
// says what is served. What cannot be decoded as a picture is refused; so is a bomb of too many pixels.
import { createHash } from "node:crypto";
import sharp from "sharp";
import type { Picture } from "../api/schema/media.ts";
import { MEDIA_WIDTHS, type MediaWidth } from "../api/schema/mediaUrl.ts";

const MAX_PIXELS = 50_000_000;
const FORMATS = ["jpeg", "png", "webp", "gif", "avif", "heif"];
const QUALITY = 80;

export type EncodedPicture = Picture & { files: { width: MediaWidth; bytes: Buffer }[] };

/** @throws {PictureError} */
export async function encodePicture(bytes: Buffer): Promise<EncodedPicture> {
  await requirePicture(bytes);
  try {
    const upright = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error" }).rotate();
    const files = await Promise.all(
      MEDIA_WIDTHS.map(async (width) => {
        const resized = upright.clone().resize({ width, withoutEnlargement: true });
        return { width, ...(await resized.webp({ quality: QUALITY }).toBuffer({ resolveWithObject: true })) };
      }),
    );
    const largest = files[files.length - 1];
    if (!largest) throw new Error("no sizes");
    return {
      hash: createHash("sha256").update(largest.data).digest("hex"),
      width: largest.info.width,
      height: largest.info.height,
      color: await averageColor(largest.data),
      files: files.map(({ width, data }) => ({ width, bytes: data })),
    };
  } catch (cause) {
    throw new PictureError("not_an_image", "file: the picture is damaged and cannot be read", cause);
  }
}

async function requirePicture(bytes: Buffer): Promise<void> {
  const metadata = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((cause) => {
      throw new PictureError("not_an_image", "file: is not a picture (JPEG, PNG, WebP, GIF or AVIF)", cause);
    });
  if (!FORMATS.includes(metadata.format ?? "")) {
    const got = metadata.format ?? "something else";
    throw new PictureError("not_an_image", `file: is ${got}, expected JPEG, PNG, WebP, GIF or AVIF`);
  }
  if ((metadata.width ?? 0) * (metadata.height ?? 0) > MAX_PIXELS) {
    const size = `${metadata.width} x ${metadata.height}`;
    throw new PictureError("image_too_large", `file: has ${size} pixels, at most ${MAX_PIXELS} are read`);
  }
}

async function averageColor(webp: Buffer): Promise<string> {
  const { data } = await sharp(webp)
    .flatten({ background: "#ffffff" })
    .resize(1, 1)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return `#${data.subarray(0, 3).toString("hex")}`;
}

export class PictureError extends Error {
  override readonly name = "PictureError";
  readonly code: "not_an_image" | "image_too_large";

  constructor(code: PictureError["code"], message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
