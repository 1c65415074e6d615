import assert from "node:assert/strict";
import { test } from "node:test";
import sharp from "sharp";
import { encodePicture } from "./encodePicture.ts";

const red = { width: 2000, height: 1000, channels: 3, background: "#ff0000" } as const;

test("an upload becomes webp in three widths without metadata", async () => {
  const upload = await sharp({ create: red })
    .withExif({ IFD0: { Copyright: "somebody", ImageDescription: "at home" } })
    .jpeg()
    .toBuffer();
  const picture = await encodePicture(upload);
  assert.deepEqual([picture.width, picture.height], [1280, 640]);
  assert.match(picture.color, /^#f[ef]0[0-4]0[0-4]$/);
  const sizes = await Promise.all(picture.files.map((file) => sharp(file.bytes).metadata()));
  assert.deepEqual(
    sizes.map((size) => [size.format, size.width, size.exif]),
    [
      ["webp", 320, undefined],
      ["webp", 640, undefined],
      ["webp", 1280, undefined],
    ],
  );
});

test("a small picture is not enlarged, and equal pictures have equal names", async () => {
  const small = await sharp({ create: { ...red, width: 100, height: 50 } })
    .png()
    .toBuffer();
  const [one, two] = await Promise.all([encodePicture(small), encodePicture(small)]);
  assert.deepEqual([one.width, one.height], [100, 50]);
  assert.equal(one.hash, two.hash);
});

test("text, SVG, a cut file and a bomb are refused by name", async () => {
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
  );
  const whole = await sharp({ create: { ...red, width: 800, height: 800 } })
    .jpeg()
    .toBuffer();
  const bomb = await sharp({ create: { ...red, width: 10_000, height: 6_000 } })
    .png()
    .toBuffer();
  await assert.rejects(encodePicture(Buffer.from("hello")), { code: "not_an_image" });
  await assert.rejects(encodePicture(svg), { code: "not_an_image" });
  await assert.rejects(encodePicture(whole.subarray(0, whole.length / 2)), { code: "not_an_image" });
  await assert.rejects(encodePicture(bomb), { code: "image_too_large" });
});
