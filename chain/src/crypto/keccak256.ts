/**
 * keccak-256 by a WebAssembly kernel (about eight times the speed of plain JavaScript).
 * The hasher is loaded once when the module is; hashing itself is synchronous.
 */
import { createKeccak } from "hash-wasm";
import { bytesToHex, type Hex } from "../encoding/hex.ts";

const hasher = await createKeccak(256);

export function keccak256(data: Uint8Array): Uint8Array {
  return hasher.init().update(data).digest("binary");
}

export function keccak256Hex(data: Uint8Array): Hex {
  return bytesToHex(keccak256(data));
}

export const EMPTY_CODE_HASH: Hex = "0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470";
