/**
 * The nodes on the way from the root to a key, as eth_getProof lists them: each hashed node once, embedded ones not.
 * For an absent key the list ends at the node that shows the absence.
 */
import { decodeNode, type Nibbles, type TrieNode } from "./node.ts";
import type { ReadNode } from "./updateTrie.ts";

export function proveKey(read: ReadNode, key: Nibbles): Uint8Array[] {
  const proof: Uint8Array[] = [];
  let at = 0;
  let node: TrieNode | null = { kind: "stored", hash: new Uint8Array(32) };
  while (node !== null) {
    if (node.kind === "stored") {
      const rlp = read(key.slice(0, at));
      if (rlp === undefined) break;
      proof.push(rlp);
      node = decodeNode(rlp);
    } else if (node.kind === "branch") {
      node = node.children[key[at] as number] ?? null;
      at++;
    } else if (node.kind === "extension" && startsWith(key, at, node.path)) {
      at += node.path.length;
      node = node.child;
    } else {
      node = null;
    }
  }
  return proof;
}

function startsWith(key: Nibbles, at: number, path: Nibbles): boolean {
  return path.every((nibble, i) => key[at + i] === nibble);
}
