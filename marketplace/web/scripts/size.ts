/**
 * Prints the gzipped JavaScript of the first load (the entry and everything it imports statically, plus the home page)
 * of the built app, and fails above the budget. Run after the build: `npm run size -w marketplace`.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const BUDGET_BYTES = 200 * 1024;
const distDir = join(import.meta.dirname, "../../dist/web");

interface Chunk {
  file: string;
  imports?: string[];
}

const manifest = JSON.parse(readFileSync(join(distDir, ".vite/manifest.json"), "utf8")) as Record<
  string,
  Chunk
>;
const firstLoad = new Set<string>();

function add(key: string): void {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`The build has no ${key}.`);
  if (firstLoad.has(chunk.file)) return;
  firstLoad.add(chunk.file);
  for (const imported of chunk.imports ?? []) add(imported);
}

for (const key of [
  "index.html",
  "src/features/browse/HomePage.tsx",
  "src/shell/Toasts.tsx",
  "src/i18n/en/common.json",
  "src/i18n/en/browse.json",
]) {
  add(key);
}

let totalBytes = 0;
for (const file of firstLoad) {
  const bytes = gzipSync(readFileSync(join(distDir, file))).length;
  totalBytes += bytes;
  console.log(`${(bytes / 1024).toFixed(1).padStart(7)} KiB  ${file}`);
}
console.log(
  `${(totalBytes / 1024).toFixed(1).padStart(7)} KiB  first load, gzipped JavaScript (budget ${BUDGET_BYTES / 1024})`,
);
if (totalBytes > BUDGET_BYTES) process.exitCode = 1;
