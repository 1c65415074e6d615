/**
 * Block parameters: number, tag, or EIP-1898 object. A single durable sequencer makes `safe` and `finalized` equal to `latest`.
 */
import type { HeaderWithHash } from "../state/chainStore.ts";
import type { ChainReader } from "./context.ts";
import { hash, object, safeInteger } from "./params.ts";
import { invalidParams, serverError } from "./rpcError.ts";

export type BlockTag = { number: number; isPending: boolean };

export function blockTag(
  reader: ChainReader,
  value: unknown,
  fallback: "latest" | "pending" = "latest",
): BlockTag {
  const head = reader.head().header.number;
  const tag = value === undefined || value === null ? fallback : value;
  if (tag === "latest" || tag === "safe" || tag === "finalized") return { number: head, isPending: false };
  if (tag === "pending") return { number: head, isPending: true };
  if (tag === "earliest") return { number: 0, isPending: false };
  if (typeof tag === "object") return { number: fromObject(reader, object(tag, "block")), isPending: false };
  if (typeof tag === "string" && /^0x[0-9a-fA-F]{64}$/.test(tag)) {
    const number = reader.numberOf(hash(tag, "block"));
    if (number === undefined) throw serverError("header not found");
    return { number, isPending: false };
  }
  if (typeof tag !== "string" && typeof tag !== "number") throw invalidParams("invalid argument: block tag");
  return { number: safeInteger(tag, "block"), isPending: false };
}

function fromObject(reader: ChainReader, tag: Record<string, unknown>): number {
  if (tag.blockNumber !== undefined) return safeInteger(tag.blockNumber, "blockNumber");
  const number = reader.numberOf(hash(tag.blockHash, "blockHash"));
  if (number === undefined) throw serverError("header for hash not found");
  return number;
}

/** The block whose state is read. */
export function stateBlock(reader: ChainReader, value: unknown): HeaderWithHash {
  const { number } = blockTag(reader, value);
  const found = reader.header(number);
  if (found === undefined) throw serverError("header not found");
  if (!reader.hasStateAt(number))
    throw serverError(
      `missing trie node: the state of block ${number} is no longer kept (run the node with --archive)`,
    );
  return found;
}
