/**
 * The LMDB environment: one file, thirteen tables, binary keys and values. This layout is for good; changing it means a new LAYOUT.
 *
 *   meta              name -> bytes: layout, chainId, genesisHash, head (uint64), development clock
 *   accounts          address -> RLP account                 storage   address + slot -> value without leading zeros
 *   code              code hash -> bytecode (never removed)  nodes     owner + nibbles + 0xff -> RLP trie node
 *   headers           number -> hash + RLP header            bodies    number -> RLP [[sender, transaction]]
 *   receipts          number -> RLP stored receipts          numbers   block hash -> number
 *   transactionIndex  hash -> number + uint32 index          logIndex  kind + value + number -> nothing
 *   history           kind + key + number -> value before block `number` (empty: there was none)
 *   diffs             number -> list of the keys whose earlier value `history` holds: the block's reverse diff
 *
 * `owner` is keccak(address) for a storage trie and 32 zero bytes for the account trie. The state of block n is the flat tables
 * seen through the first `history` row after n of each key.
 */
import { type Database, open, type RootDatabase } from "lmdb";
import type { Hex } from "../encoding/hex.ts";
import { uint64Key } from "../encoding/integer.ts";
import type { Nibbles } from "../trie/node.ts";

export const LAYOUT = 1;

export type Table = Database<Buffer, Buffer>;
const TABLE_NAMES = [
  "meta",
  "accounts",
  "storage",
  "code",
  "nodes",
  "headers",
  "bodies",
  "receipts",
  "numbers",
  "transactionIndex",
  "logIndex",
  "history",
  "diffs",
] as const;
export type Tables = { environment: RootDatabase<Buffer, Buffer> } & Record<
  (typeof TABLE_NAMES)[number],
  Table
>;

export function openTables(path: string): Tables {
  const environment = open<Buffer, Buffer>({
    path,
    noSubdir: true,
    encoding: "binary",
    keyEncoding: "binary",
    maxDbs: TABLE_NAMES.length,
    overlappingSync: false, // a committed block is on disk when the call returns
  });
  const table = (name: string): Table =>
    environment.openDB<Buffer, Buffer>({ name, encoding: "binary", keyEncoding: "binary" });
  const tables = Object.fromEntries(TABLE_NAMES.map((name) => [name, table(name)]));
  return { environment, ...tables } as Tables;
}

/** The tables whose rows have a history. The number is the `kind` byte of their keys there. */
export const VERSIONED = { accounts: 1, storage: 2, nodes: 3 } as const;
export type VersionedTable = keyof typeof VERSIONED;

export function addressKey(address: Hex): Buffer {
  return Buffer.from(address.slice(2), "hex");
}

export function slotKey(address: Hex, slot: Hex): Buffer {
  return Buffer.from(address.slice(2) + slot.slice(2), "hex");
}

export const ACCOUNT_TRIE = Buffer.alloc(32);
const NODE_KEY_END = 0xff;

export function nodeKey(owner: Uint8Array, path: Nibbles): Buffer {
  const key = Buffer.alloc(33 + path.length, NODE_KEY_END);
  key.set(owner, 0);
  key.set(path as number[], 32);
  return key;
}

export function historyKey(table: VersionedTable, key: Uint8Array, number: number): Buffer {
  return Buffer.concat([Uint8Array.of(VERSIONED[table]), key, uint64Key(number)]);
}

/** 0: blocks with any log; 1: by emitting address; 2..5: by topic 0..3. */
export function logIndexKey(kind: number, value: Hex | undefined, number: number): Buffer {
  return Buffer.concat([
    Uint8Array.of(kind),
    value === undefined ? Buffer.alloc(0) : Buffer.from(value.slice(2), "hex"),
    uint64Key(number),
  ]);
}
