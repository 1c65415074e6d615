/**
 * A whole state in memory with its root: the store's rules without LMDB. For tests and for working on past or imagined states.
 */
import { keccak256Hex } from "../crypto/keccak256.ts";
import type { Hex } from "../encoding/hex.ts";
import { EMPTY_TRIE_ROOT } from "../trie/node.ts";
import { decodeAccount } from "./accountCodec.ts";
import { deriveWrites, type StateTables } from "./deriveWrites.ts";
import type { Account, StateDiff, StateReader } from "./stateReader.ts";
import { addressKey, slotKey } from "./tables.ts";

const NOTHING = new Uint8Array(0);

class MemoryTable {
  readonly #rows = new Map<string, Buffer>();

  get(key: Buffer): Buffer | undefined {
    return this.#rows.get(key.toString("latin1"));
  }

  set(key: Buffer, value: Uint8Array | null): void {
    if (value === null) this.#rows.delete(key.toString("latin1"));
    else this.#rows.set(key.toString("latin1"), Buffer.from(value));
  }

  getKeys({ start, end }: { start: Buffer; end: Buffer }): Buffer[] {
    const keys = [...this.#rows.keys()].map((key) => Buffer.from(key, "latin1"));
    return keys.filter((key) => Buffer.compare(key, start) >= 0 && Buffer.compare(key, end) < 0);
  }
}

export class MemoryState implements StateReader {
  root: Hex = EMPTY_TRIE_ROOT;
  readonly tables = { accounts: new MemoryTable(), storage: new MemoryTable(), nodes: new MemoryTable() };
  readonly #code = new Map<Hex, Uint8Array>();

  apply(diff: StateDiff): void {
    const { rows, stateRoot, code } = deriveWrites(this.tables satisfies StateTables, diff);
    for (const { table, key, value } of rows) this.tables[table].set(key, value);
    for (const [hash, bytes] of code) this.#code.set(hash, bytes);
    this.root = stateRoot;
  }

  account(address: Hex): Account | undefined {
    const row = this.tables.accounts.get(addressKey(address));
    return row && decodeAccount(row);
  }

  storage(address: Hex, slot: Hex): Uint8Array {
    return this.tables.storage.get(slotKey(address, slot)) ?? NOTHING;
  }

  code(codeHash: Hex): Uint8Array {
    return this.#code.get(codeHash) ?? NOTHING;
  }

  /** The state tests' convention: the hash of block n is keccak of its decimal number. */
  blockHash(number: number): Hex {
    return keccak256Hex(Buffer.from(String(number)));
  }
}
