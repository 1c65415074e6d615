// Product pictures for the demo: Fluent emoji (MIT, @lobehub/fluent-emoji-3d) with a soft shadow on a soft gradient.
// Three views of a product: alone, with its companion, and close up. The same input gives the same picture.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp, { type OverlayOptions } from "sharp";

const SIZE = 800;
const ASSETS_DIR = fileURLToPath(
  new URL("assets/", import.meta.resolve("@lobehub/fluent-emoji-3d/package.json")),
);

/** Light and slightly darker tone of each background. */
const BACKGROUNDS = [
  ["#fdf6ec", "#f3dfc1"],
  ["#eef6fb", "#cfe3f1"],
  ["#f0f7ee", "#d3e7cd"],
  ["#fbf0f2", "#f0d3da"],
  ["#f4f1fb", "#dcd3ef"],
  ["#f2f5f7", "#d5dde3"],
  ["#fdf9e8", "#f1e6b8"],
  ["#eaf7f5", "#c5e5df"],
] as const;

type Placed = { emoji: string; x: number; y: number; size: number };

const VIEWS: readonly ((product: string, companion: string) => Placed[])[] = [
  (product) => [{ emoji: product, x: 400, y: 385, size: 450 }],
  (product, companion) => [
    { emoji: companion, x: 575, y: 280, size: 240 },
    { emoji: product, x: 330, y: 430, size: 400 },
  ],
  (product) => [{ emoji: product, x: 430, y: 415, size: 650 }],
];

export const VIEW_COUNT = VIEWS.length;

/** @param tone any whole number: chooses the background. @returns PNG */
export async function composePicture(options: {
  emoji: readonly [string, string];
  view: number;
  tone: number;
}): Promise<Buffer> {
  const place = VIEWS[options.view % VIEWS.length];
  const placed = place ? place(...options.emoji) : [];
  const layers = await Promise.all(placed.map(drawEmoji));
  return sharp(backdrop(options.tone, placed)).composite(layers).png({ compressionLevel: 1 }).toBuffer();
}

async function drawEmoji({ emoji, x, y, size }: Placed): Promise<OverlayOptions> {
  const input = await sharp(emojiFile(emoji)).resize(size, size, { kernel: "lanczos3" }).toBuffer();
  return { input, left: Math.round(x - size / 2), top: Math.round(y - size / 2) };
}

function backdrop(tone: number, placed: readonly Placed[]): Buffer {
  const [light, dark] = BACKGROUNDS[tone % BACKGROUNDS.length] ?? BACKGROUNDS[0];
  const shadows = placed.map(
    ({ x, y, size }) =>
      `<ellipse cx="${x}" cy="${y + size * 0.5}" rx="${size * 0.42}" ry="${size * 0.085}" fill="url(#shadow)"/>`,
  );
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}">
    <defs>
      <radialGradient id="light" cx="0.42" cy="0.34" r="0.85">
        <stop offset="0" stop-color="#ffffff"/><stop offset="0.45" stop-color="${light}"/><stop offset="1" stop-color="${dark}"/>
      </radialGradient>
      <radialGradient id="shadow">
        <stop offset="0" stop-color="#2b2b2b" stop-opacity="0.3"/><stop offset="0.5" stop-color="#2b2b2b" stop-opacity="0.14"/><stop offset="1" stop-color="#2b2b2b" stop-opacity="0"/>
      </radialGradient>
    </defs>
    <rect width="100%" height="100%" fill="url(#light)"/>${shadows.join("")}
  </svg>`);
}

/** Files are named by code points, some with and some without the variation selector. */
function emojiFile(emoji: string): string {
  const points = [...emoji].map((character) => (character.codePointAt(0) ?? 0).toString(16));
  const names = [points, points.filter((point) => point !== "fe0f")].map(
    (parts) => `${parts.join("-")}.webp`,
  );
  const found = names.map((name) => join(ASSETS_DIR, name)).find((path) => existsSync(path));
  if (found === undefined) throw new Error(`There is no picture for ${emoji} (${names.join(", ")}).`);
  return found;
}
