/** Root of the trie of a list (transactions, receipts): item i under the key rlp(i). */
import { RLP } from "@ethereumjs/rlp";
import type { Hex } from "../encoding/hex.ts";
import { nibblesOf } from "./node.ts";
import { updateTrie } from "./updateTrie.ts";

export function orderedRoot(items: readonly Uint8Array[]): Hex {
  const changes = items.map((value, i) => ({ key: nibblesOf(RLP.encode(i)), value }));
  return updateTrie(() => undefined, changes).root;
}
