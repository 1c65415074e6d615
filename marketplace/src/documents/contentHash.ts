// The name of a document: keccak256 of its canonical JSON in UTF-8. It is what contracts store.
import { keccak256, toBytes } from "viem";
import { canonicalJson, type Json } from "../api/schema/canonicalJson.ts";
import type { Document } from "../api/schema/contents.ts";

export function contentHash(document: Document): `0x${string}` {
  return keccak256(toBytes(canonicalJson(document as Json)));
}
