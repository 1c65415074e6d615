/**
 * Nodes of Ethereum's Merkle-Patricia trie and their RLP form (Yellow Paper, appendix D).
 * Paths are arrays of nibbles. A child that stands in the store is a `stored` reference with its hash;
 * children that were loaded or made are nodes themselves. Keys never prefix one another here, so branches carry no value.
 */
import { RLP } from "@ethereumjs/rlp";
import { keccak256 } from "../crypto/keccak256.ts";

export type Nibbles = readonly number[];
export type LeafNode = { kind: "leaf"; path: Nibbles; value: Uint8Array };
export type ExtensionNode = { kind: "extension"; path: Nibbles; child: TrieNode };
export type BranchNode = { kind: "branch"; children: (TrieNode | null)[] };
export type StoredNode = { kind: "stored"; hash: Uint8Array };
export type TrieNode = LeafNode | ExtensionNode | BranchNode | StoredNode;

export type RlpItem = Uint8Array | RlpItem[];

export const EMPTY_TRIE_ROOT = "0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421";

export function nibblesOf(key: Uint8Array): number[] {
  const nibbles = new Array<number>(key.length * 2);
  for (let i = 0; i < key.length; i++) {
    const byte = key[i] as number;
    nibbles[2 * i] = byte >> 4;
    nibbles[2 * i + 1] = byte & 15;
  }
  return nibbles;
}

export function commonPrefixLength(a: Nibbles, b: Nibbles): number {
  const limit = Math.min(a.length, b.length);
  let length = 0;
  while (length < limit && a[length] === b[length]) length++;
  return length;
}

/** Hex-prefix encoding: bit 5 of the first byte marks a leaf, bit 4 an odd length. */
export function compactPath(path: Nibbles, isLeaf: boolean): Uint8Array {
  const odd = path.length % 2 === 1;
  const bytes = new Uint8Array((path.length >> 1) + 1);
  bytes[0] = (isLeaf ? 0x20 : 0) | (odd ? 0x10 | (path[0] as number) : 0);
  for (let i = odd ? 1 : 0, at = 1; i < path.length; i += 2, at++)
    bytes[at] = ((path[i] as number) << 4) | (path[i + 1] as number);
  return bytes;
}

export function decodeNode(rlp: Uint8Array): TrieNode {
  return fromItem(RLP.decode(rlp) as RlpItem);
}

function fromItem(item: RlpItem): TrieNode {
  if (!Array.isArray(item)) throw new CorruptedTrieError("a node is not a list");
  if (item.length === 17) {
    return { kind: "branch", children: item.slice(0, 16).map((child) => childFromItem(child)) };
  }
  const [compact, content] = item;
  if (item.length !== 2 || !(compact instanceof Uint8Array) || content === undefined)
    throw new CorruptedTrieError("a node has neither 2 nor 17 items");
  const nibbles = nibblesOf(compact);
  const flags = nibbles[0] as number;
  const path = nibbles.slice(flags & 1 ? 1 : 2);
  if (flags & 2) return { kind: "leaf", path, value: content as Uint8Array };
  const child = childFromItem(content);
  if (child === null) throw new CorruptedTrieError("an extension without a child");
  return { kind: "extension", path, child };
}

function childFromItem(item: RlpItem): TrieNode | null {
  if (Array.isArray(item)) return fromItem(item);
  if (item.length === 0) return null;
  if (item.length === 32) return { kind: "stored", hash: item };
  throw new CorruptedTrieError("a child reference is not a hash");
}

/** `refer` gives what stands in the parent for a child: its hash, or the child itself when shorter than 32 bytes. */
export function nodeItem(
  node: Exclude<TrieNode, StoredNode>,
  refer: (child: TrieNode, at: Nibbles) => RlpItem,
): RlpItem[] {
  if (node.kind === "leaf") return [compactPath(node.path, true), node.value];
  if (node.kind === "extension") return [compactPath(node.path, false), refer(node.child, node.path)];
  const items: RlpItem[] = node.children.map((child, i) =>
    child === null ? new Uint8Array(0) : refer(child, [i]),
  );
  items.push(new Uint8Array(0));
  return items;
}

export function hashNode(rlp: Uint8Array): Uint8Array {
  return keccak256(rlp);
}

export class CorruptedTrieError extends Error {
  override readonly name = "CorruptedTrieError";
}
