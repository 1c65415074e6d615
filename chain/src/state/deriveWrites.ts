/**
 * From a block's diff to the rows of the store: flat accounts and storage, trie nodes, and the new state root.
 * Reads the store as it is before the block; writes nothing.
 */

import { RLP } from "@ethereumjs/rlp";
import { keccak256 } from "../crypto/keccak256.ts";
import { type Hex, hexToBytes } from "../encoding/hex.ts";
import { EMPTY_TRIE_ROOT, nibblesOf } from "../trie/node.ts";
import { type TrieUpdate, updateTrie } from "../trie/updateTrie.ts";
import { decodeAccount, encodeAccount } from "./accountCodec.ts";
import type { Account, StateDiff } from "./stateReader.ts";
import { ACCOUNT_TRIE, addressKey, nodeKey, slotKey, type VersionedTable } from "./tables.ts";

interface ReadableTable {
  get(key: Buffer): Buffer | undefined;
  getKeys(range: { start: Buffer; end: Buffer }): Iterable<Uint8Array>;
}
/** The part of the store this reads; plain objects stand in for it before there is a store. */
export type StateTables = Record<VersionedTable, ReadableTable>;

/** A value of null removes the row. */
export type RowWrite = { table: VersionedTable; key: Buffer; value: Uint8Array | null };
export type DerivedWrites = { stateRoot: Hex; rows: RowWrite[]; code: StateDiff["code"] };

export function deriveWrites(tables: StateTables, diff: StateDiff): DerivedWrites {
  const rows: RowWrite[] = [];
  const leaves: { key: number[]; value: Uint8Array | null }[] = [];
  const touched = new Set([...diff.accounts.keys(), ...diff.storage.keys(), ...diff.clearedStorage]);
  for (const address of touched) {
    const stored = tables.accounts.get(addressKey(address));
    const before = stored && decodeAccount(stored);
    const changed = diff.accounts.get(address);
    const storageRoot = writeStorage(tables, diff, address, before?.storageRoot ?? EMPTY_TRIE_ROOT, rows);
    const fields = changed === undefined ? before : changed;
    const after: Account | null = fields ? { ...fields, storageRoot } : null;
    const value = after && encodeAccount(after);
    rows.push({ table: "accounts", key: addressKey(address), value });
    leaves.push({ key: nibblesOf(keccak256(hexToBytes(address))), value });
  }
  const update = updateTrie((path) => tables.nodes.get(nodeKey(ACCOUNT_TRIE, path)), leaves);
  pushNodes(rows, ACCOUNT_TRIE, update);
  return { stateRoot: update.root, rows, code: diff.code };
}

function writeStorage(
  tables: StateTables,
  diff: StateDiff,
  address: Hex,
  storageRoot: Hex,
  rows: RowWrite[],
): Hex {
  const slots = diff.storage.get(address);
  const cleared = diff.clearedStorage.has(address);
  if (slots === undefined && !cleared) return storageRoot;
  const owner = keccak256(hexToBytes(address));
  if (cleared) rows.push(...clearRows(tables, address, owner));
  const changes = [...(slots ?? [])].map(([slot, value]) => {
    const isZero = value.length === 0;
    rows.push({ table: "storage", key: slotKey(address, slot), value: isZero ? null : value });
    return { key: nibblesOf(keccak256(hexToBytes(slot))), value: isZero ? null : RLP.encode(value) };
  });
  const read = cleared
    ? () => undefined
    : (path: readonly number[]) => tables.nodes.get(nodeKey(owner, path));
  const update = updateTrie(read, changes);
  pushNodes(rows, owner, update);
  return update.root;
}

function clearRows(tables: StateTables, address: Hex, owner: Uint8Array): RowWrite[] {
  const rows: RowWrite[] = [];
  const prefixes = [
    ["storage", addressKey(address)],
    ["nodes", Buffer.from(owner)],
  ] as const;
  for (const [table, prefix] of prefixes) {
    const end = Buffer.concat([prefix, Buffer.alloc(66, 0xff)]);
    for (const key of tables[table].getKeys({ start: prefix, end }))
      rows.push({ table, key: Buffer.from(key), value: null });
  }
  return rows;
}

function pushNodes(rows: RowWrite[], owner: Uint8Array, update: TrieUpdate): void {
  for (const { path, rlp } of update.writes)
    rows.push({ table: "nodes", key: nodeKey(owner, path), value: rlp });
}
