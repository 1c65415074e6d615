/** Bundles the page's script and styles with esbuild when the service starts (some 50 ms), and names them by hash. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { buildSync, transformSync } from "esbuild";

export type Asset = { content: Buffer; type: string; immutable: boolean };
export type Assets = {
  files: Map<string, Asset>;
  urls: { css: string; js: string; icon: string; font: string };
};

const here = import.meta.dirname;
const FONT = "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2";

export function buildAssets(): Assets {
  const files = new Map<string, Asset>();
  const add = (name: string, type: string, content: Buffer) => {
    const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
    const hashed = name.replace(/(\.\w+)$/, `-${hash}$1`);
    files.set(hashed, { content, type, immutable: true });
    return `assets/${hashed}`;
  };
  const font = add("inter.woff2", "font/woff2", readFileSync(createRequire(import.meta.url).resolve(FONT)));
  const icon = readFileSync(path.join(here, "style", "icon.svg"));
  const style = (name: string) =>
    Buffer.from(
      transformSync(
        readFileSync(path.join(here, "style", name), "utf8").replace("INTER_FONT", path.basename(font)),
        {
          loader: "css",
          minify: true,
          target: "es2022",
        },
      ).code,
    );
  // /docs and its icon have fixed names: the page that links them knows no hashes.
  files.set("docs.css", { content: style("docs.css"), type: "text/css", immutable: false });
  files.set("icon.svg", { content: icon, type: "image/svg+xml", immutable: false });
  return {
    files,
    urls: {
      font,
      icon: add("icon.svg", "image/svg+xml", icon),
      css: add("checkout.css", "text/css", style("checkout.css")),
      js: add("checkout.js", "text/javascript", bundle()),
    },
  };
}

function bundle(): Buffer {
  const { outputFiles } = buildSync({
    entryPoints: [path.join(here, "client", "main.ts")],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
  });
  return Buffer.from(outputFiles[0]?.contents ?? []);
}
