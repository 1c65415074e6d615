/**
 * Content-addressed documents: stored by the API, named on the chain by keccak256 of their canonical JSON.
 * The hash is computed here too, so that a server cannot put other words under a person's signature.
 */
import { keccak256, stringToBytes } from "viem";
import { canonicalJson, type Json } from "../../../src/api/schema/canonicalJson.ts";
import type { Document, StoredDocument } from "../../../src/api/schema/contents.ts";
import { request } from "./http.ts";

/** Needs a session. @returns the hash to put on the chain. */
export async function storeDocument(document: Document): Promise<`0x${string}`> {
  const stored = await request<StoredDocument>("/api/contents", { method: "POST", body: document });
  const hash = keccak256(stringToBytes(canonicalJson(stored.document as Json)));
  if (hash !== stored.hash) throw new DocumentMismatchError(hash, stored.hash);
  return hash;
}

export class DocumentMismatchError extends Error {
  override readonly name = "DocumentMismatchError";
  readonly code = "document_mismatch";

  constructor(expected: string, got: string) {
    super(`The server stored another document than the one sent: expected ${expected}, got ${got}.`);
  }
}
