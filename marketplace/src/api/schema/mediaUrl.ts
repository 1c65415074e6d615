// Where a picture lies: every upload is kept as webp in three widths, named by the hash of what was uploaded.
// No imports: the web app bundles this file.

export const MEDIA_WIDTHS = [320, 640, 1280] as const;
export type MediaWidth = (typeof MEDIA_WIDTHS)[number];

/** @param hash 64 hex digits, without 0x. */
export function mediaUrl(hash: string, width: MediaWidth): string {
  return `/media/${hash}-${width}.webp`;
}

/** The value of an `img` element's `srcset`. */
export function mediaSrcSet(hash: string): string {
  return MEDIA_WIDTHS.map((width) => `${mediaUrl(hash, width)} ${width}w`).join(", ");
}
