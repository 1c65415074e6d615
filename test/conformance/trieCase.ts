// TrieTests: the root after changes made one after the other. Files named "secure" hash their keys first.
import { keccak256 } from "../../chain/src/crypto/keccak256.ts";
import { type Hex, hexToBytes } from "../../chain/src/encoding/hex.ts";
import { EMPTY_TRIE_ROOT, nibblesOf } from "../../chain/src/trie/node.ts";
import { updateTrie } from "../../chain/src/trie/updateTrie.ts";
import { expectEqual, type Outcome, skipped } from "./outcome.ts";

type Change = readonly [key: string, value: string | null];

export interface TrieTest {
  readonly in: readonly Change[] | Readonly<Record<string, string>>;
  readonly root: Hex;
}

export function runTrieCase(test: TrieTest, isSecure: boolean): Outcome {
  const changes = Array.isArray(test.in)
    ? (test.in as readonly Change[])
    : (Object.entries(test.in) as readonly Change[]);
  if (!isSecure && somePrefixesAnother(changes.map(([key]) => key)))
    return skipped("keys that prefix one another: keys of Ethereum's tries never do");
  const nodes = new Map<string, Uint8Array>();
  let root: Hex = EMPTY_TRIE_ROOT;
  for (const [key, value] of changes) {
    const path = nibblesOf(isSecure ? keccak256(bytesOf(key)) : bytesOf(key));
    const change = { key: path, value: value === null || value === "" ? null : bytesOf(value) };
    const update = updateTrie((at) => nodes.get(at.join(".")), [change]);
    for (const { path: at, rlp } of update.writes) {
      if (rlp === null) nodes.delete(at.join("."));
      else nodes.set(at.join("."), rlp);
    }
    root = update.root;
  }
  return expectEqual("root", root, test.root);
}

function bytesOf(text: string): Uint8Array {
  return text.startsWith("0x") ? hexToBytes(text) : new Uint8Array(Buffer.from(text));
}

function somePrefixesAnother(keys: readonly string[]): boolean {
  return keys.some((key) => keys.some((other) => other !== key && other.startsWith(key)));
}
