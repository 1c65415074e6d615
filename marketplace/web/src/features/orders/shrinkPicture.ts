/** A photo as a webp data URL small enough to be encrypted into evidence (at most 110 kB of text). */

export const MAX_PICTURES = 4;
const MAX_URL_LENGTH = 110_000;
const ATTEMPTS = [
  { edge: 1280, quality: 0.8 },
  { edge: 1024, quality: 0.7 },
  { edge: 768, quality: 0.6 },
  { edge: 512, quality: 0.5 },
] as const;

export async function shrinkPicture(file: File): Promise<string> {
  const bitmap = await createImageBitmap(file).catch((cause: unknown) => {
    throw new UnreadablePictureError(file.name, cause);
  });
  for (const { edge, quality } of ATTEMPTS) {
    const scale = Math.min(1, edge / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const url = canvas.toDataURL("image/webp", quality);
    if (url.startsWith("data:image/webp") && url.length <= MAX_URL_LENGTH) return url;
  }
  throw new UnreadablePictureError(file.name);
}

export class UnreadablePictureError extends Error {
  override readonly name = "UnreadablePictureError";
  readonly code = "unreadable_picture";

  constructor(fileName: string, cause?: unknown) {
    super(`${fileName} is not a picture that this browser can read.`, { cause });
  }
}
