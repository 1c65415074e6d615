// Serves the built web app: hashed assets for ever, index.html for every other page so that links work. Text files are
// sent in brotli or gzip, compressed once at first use and kept in memory (the whole app is a few megabytes).
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Request, RequestHandler, Response } from "express";
import express from "express";

const TEXT_TYPES: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};
const FOR_EVER = "public, max-age=31536000, immutable";
const ASK_AGAIN = "no-cache";
const BROTLI_QUALITY = 9;

type Encoding = "br" | "gzip" | "identity";

export function webApp(dir: string): RequestHandler[] {
  const texts = textFiles(dir);
  const files = express.static(dir, { index: false, setHeaders: setCaching });
  const page: RequestHandler = async (request, response, next) => {
    const isPage =
      request.method === "GET" && extname(request.path) === "" && request.accepts("html") !== false;
    if (!isPage) return next();
    if (await texts(request, response, "/index.html")) return;
    response.status(503).type("text").send("The web app is not built yet. Run: npm run build\n");
  };
  const asset: RequestHandler = async (request, response, next) => {
    const isText =
      (request.method === "GET" || request.method === "HEAD") && extname(request.path) in TEXT_TYPES;
    if (isText && (await texts(request, response, request.path))) return;
    next();
  };
  return [asset, files, page];
}

function setCaching(response: { setHeader(name: string, value: string): unknown }, path: string): void {
  response.setHeader("cache-control", path.includes(`${sep}assets${sep}`) ? FOR_EVER : ASK_AGAIN);
}

/** @returns a sender that answers false where there is no such file. */
function textFiles(dir: string) {
  const kept = new Map<string, Promise<Buffer>>();
  return async (request: Request, response: Response, urlPath: string): Promise<boolean> => {
    const path = join(dir, normalize(decodePath(urlPath)));
    if (!path.startsWith(dir + sep)) return false;
    const info = await stat(path).catch(() => null);
    if (!info?.isFile()) return false;
    const encoding = (request.acceptsEncodings("br", "gzip", "identity") || "identity") as Encoding;
    const key = `${encoding} ${info.mtimeMs} ${path}`;
    const body = kept.get(key) ?? compressed(path, encoding);
    kept.set(key, body);
    body.catch(() => kept.delete(key));
    response.vary("accept-encoding");
    setCaching(response, path);
    if (encoding !== "identity") response.setHeader("content-encoding", encoding);
    response.setHeader("content-type", TEXT_TYPES[extname(path)] ?? "application/octet-stream");
    response.send(await body);
    return true;
  };
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return "/";
  }
}

async function compressed(path: string, encoding: Encoding): Promise<Buffer> {
  const plain = await readFile(path);
  if (encoding === "gzip") return promisify(gzip)(plain);
  if (encoding === "identity") return plain;
  return promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } });
}
