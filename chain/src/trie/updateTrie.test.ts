/** The trie against `@ethereumjs/mpt` over random insertions, changes and deletions (seeded). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createMPT } from "@ethereumjs/mpt";
import fc from "fast-check";
import { bytesToHex, hexToBytes } from "../encoding/hex.ts";
import { EMPTY_TRIE_ROOT, nibblesOf } from "./node.ts";
import { orderedRoot } from "./orderedRoot.ts";
import { proveKey } from "./proveKey.ts";
import { type TrieChange, updateTrie } from "./updateTrie.ts";

const key = fc
  .tuple(fc.constantFrom(0x00, 0x01, 0x10, 0xff), fc.constantFrom(0x00, 0x0f, 0xf0), fc.nat(255))
  .map(([a, b, c]) => Uint8Array.of(a, b, 7, c));
const value = fc.oneof(
  fc.constant(null),
  fc.uint8Array({ minLength: 1, maxLength: 3 }),
  fc.uint8Array({ minLength: 30, maxLength: 60 }),
);
const batches = fc.array(fc.array(fc.tuple(key, value), { maxLength: 12 }), { minLength: 1, maxLength: 8 });

test("batches of changes give the reference root, keep no stale node and prove every key", async () => {
  await fc.assert(
    fc.asyncProperty(batches, async (all) => {
      const nodes = new Map<string, Uint8Array>();
      const read = (path: readonly number[]) => nodes.get(path.join("."));
      const reference = await createMPT({ useKeyHashing: false });
      const expected = new Map<string, Uint8Array>();
      for (const batch of all) {
        const unique = new Map<string, TrieChange>();
        for (const [k, v] of batch) unique.set(bytesToHex(k), { key: nibblesOf(k), value: v });
        const update = updateTrie(read, [...unique.values()]);
        for (const { path, rlp } of update.writes)
          rlp === null ? nodes.delete(path.join(".")) : nodes.set(path.join("."), rlp);
        for (const [k, change] of unique) {
          if (change.value === null) {
            await reference.del(hexToBytes(k));
            expected.delete(k);
          } else {
            await reference.put(hexToBytes(k), change.value);
            expected.set(k, change.value);
          }
        }
        assert.equal(update.root, bytesToHex(reference.root()));
      }
      const fresh = updateTrie(
        () => undefined,
        [...expected].map(([k, v]) => ({ key: nibblesOf(hexToBytes(k)), value: v })),
      );
      assert.equal(nodes.size, fresh.writes.length, "stale nodes left in the store");
      for (const k of expected.keys()) {
        const wanted = await reference.findPath(hexToBytes(k));
        assert.ok(wanted.node !== null);
        assert.ok(proveKey(read, nibblesOf(hexToBytes(k))).length > 0);
      }
    }),
    { seed: 4410708, numRuns: 200 },
  );
});

test("the empty trie and ordered lists", async () => {
  assert.equal(updateTrie(() => undefined, []).root, EMPTY_TRIE_ROOT);
  assert.equal(orderedRoot([]), EMPTY_TRIE_ROOT);
  for (const length of [1, 2, 127, 128, 129, 300]) {
    const items = Array.from({ length }, (_, i) => new Uint8Array(3 + (i % 50)).fill(i + 1));
    const reference = await createMPT({ useKeyHashing: false });
    const { RLP } = await import("@ethereumjs/rlp");
    for (const [i, item] of items.entries()) await reference.put(RLP.encode(i), item);
    assert.equal(orderedRoot(items), bytesToHex(reference.root()));
  }
});
