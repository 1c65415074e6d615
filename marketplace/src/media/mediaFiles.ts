// Pictures on disk: <dir>/<first two digits>/<hash>-<width>.webp, written beside and renamed, so that a file is whole
// or absent. A file never changes; it is served for ever.
import { access, mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { MediaWidth } from "../api/schema/mediaUrl.ts";
import type { EncodedPicture } from "./encodePicture.ts";

export type MediaFiles = ReturnType<typeof mediaFiles>;

export function mediaFiles(dir: string) {
  const pathOf = (hash: string, width: MediaWidth) => join(dir, hash.slice(0, 2), `${hash}-${width}.webp`);
  return {
    pathOf,
    async write(picture: EncodedPicture): Promise<void> {
      await mkdir(join(dir, picture.hash.slice(0, 2)), { recursive: true });
      await Promise.all(picture.files.map((file) => writeOnce(pathOf(picture.hash, file.width), file.bytes)));
    },
  };
}

let writes = 0;

async function writeOnce(path: string, bytes: Buffer): Promise<void> {
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (exists) return;
  writes += 1;
  const temporary = `${path}.${process.pid}.${writes}.tmp`;
  await writeFile(temporary, bytes);
  await rename(temporary, path);
}
