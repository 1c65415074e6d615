/**
 * Reading the chain: blocks, receipts, indexes, and the state as of any block whose history is kept.
 * One instance wraps one open LMDB environment; writers are the functions of `writeBlock.ts`.
 */
import { type Block, decodeBody } from "../block/block.ts";
import { decodeHeader, type Header } from "../block/header.ts";
import { decodeStoredReceipts, type Receipt } from "../block/receipt.ts";
import { EMPTY_CODE_HASH } from "../crypto/keccak256.ts";
import { bytesToHex, type Hex, hexToBytes } from "../encoding/hex.ts";
import { uint64Key } from "../encoding/integer.ts";
import { decodeAccount } from "./accountCodec.ts";
import type { Account, StateReader } from "./stateReader.ts";
import { addressKey, historyKey, logIndexKey, slotKey, type Tables, type VersionedTable } from "./tables.ts";
import { type BlockWrite, removeBlocks, writeBlock } from "./writeBlock.ts";

const NOTHING = new Uint8Array(0);
const MAX_NUMBER = 2 ** 48;
const CODE_CACHE_ENTRIES = 256;

export type HeaderWithHash = { hash: Hex; header: Header };
export type TransactionPosition = { blockNumber: number; index: number };

export class ChainStore {
  readonly tables: Tables;
  #head: HeaderWithHash;
  readonly #codeCache = new Map<Hex, Uint8Array>();

  constructor(tables: Tables) {
    this.tables = tables;
    this.#head = this.#readHead();
  }

  head(): HeaderWithHash {
    return this.#head;
  }

  /** For threads that only read: takes up what the writer has stored since. */
  refresh(): void {
    this.tables.environment.resetReadTxn();
    this.#head = this.#readHead();
  }

  append(write: BlockWrite, pruneBelow: number): void {
    writeBlock(this.tables, write, pruneBelow);
    this.#head = { hash: write.block.hash, header: write.block.header };
  }

  rollback(downTo: number): void {
    removeBlocks(this.tables, this.#head.header.number, downTo);
    this.#head = this.#readHead();
  }

  header(number: number): HeaderWithHash | undefined {
    if (number < 0 || number > MAX_NUMBER) return undefined;
    if (number === this.#head.header.number) return this.#head;
    const row = this.tables.headers.get(uint64Key(number));
    return row && { hash: bytesToHex(row.subarray(0, 32)), header: decodeHeader(row.subarray(32)) };
  }

  numberOf(hash: Hex): number | undefined {
    const row = this.tables.numbers.get(Buffer.from(hexToBytes(hash)));
    return row && Number(row.readBigUInt64BE());
  }

  block(number: number): Block | undefined {
    const head = this.header(number);
    const body = head && this.tables.bodies.get(uint64Key(number));
    return head && body && { ...head, transactions: decodeBody(body) };
  }

  receipts(number: number): Receipt[] | undefined {
    const row = this.tables.receipts.get(uint64Key(number));
    return row && decodeStoredReceipts(row);
  }

  transactionPosition(hash: Hex): TransactionPosition | undefined {
    const row = this.tables.transactionIndex.get(Buffer.from(hexToBytes(hash)));
    return row && { blockNumber: Number(row.readBigUInt64BE()), index: row.readUInt32BE(8) };
  }

  /** Numbers of the blocks whose logs carry `value` at the place that `kind` names (see `tables.ts`). */
  blocksWithLogs(kind: number, value: Hex | undefined, from: number, to: number): number[] {
    const range = { start: logIndexKey(kind, value, from), end: logIndexKey(kind, value, to + 1) };
    return [...this.tables.logIndex.getKeys(range)].map((key) =>
      Number(Buffer.from(key.slice(-8)).readBigUInt64BE()),
    );
  }

  /** Whether the state after block `number` can still be read. */
  hasStateAt(number: number): boolean {
    const head = this.#head.header.number;
    if (number < 0 || number > head) return false;
    return number === head || this.tables.diffs.doesExist(uint64Key(number + 1));
  }

  stateAt(number: number): StateReader {
    return {
      account: (address) => this.#account(address, number),
      storage: (address, slot) => this.#row("storage", slotKey(address, slot), number) ?? NOTHING,
      code: (codeHash) => this.#code(codeHash),
      blockHash: (wanted) => (wanted <= number ? this.header(wanted)?.hash : undefined),
    };
  }

  nodeAt(number: number, key: Buffer): Uint8Array | undefined {
    return this.#row("nodes", key, number);
  }

  #account(address: Hex, number: number): Account | undefined {
    const row = this.#row("accounts", addressKey(address), number);
    return row && decodeAccount(row);
  }

  /** The head may move while a reader is in use: then the first history row after `number` holds what it should see. */
  #row(table: VersionedTable, key: Buffer, number: number): Buffer | undefined {
    if (number < this.#head.header.number) {
      const range = {
        start: historyKey(table, key, number + 1),
        end: historyKey(table, key, MAX_NUMBER),
        limit: 1,
      };
      for (const { value } of this.tables.history.getRange(range))
        return value.length === 0 ? undefined : value;
    }
    return this.tables[table].get(key);
  }

  #code(codeHash: Hex): Uint8Array {
    if (codeHash === EMPTY_CODE_HASH) return NOTHING;
    const cached = this.#codeCache.get(codeHash);
    if (cached !== undefined) return cached;
    const row = this.tables.code.get(Buffer.from(hexToBytes(codeHash)));
    if (row === undefined) throw new Error(`code ${codeHash} is missing from the store`);
    const code = new Uint8Array(row);
    if (this.#codeCache.size >= CODE_CACHE_ENTRIES) this.#codeCache.clear();
    this.#codeCache.set(codeHash, code);
    return code;
  }

  #readHead(): HeaderWithHash {
    const number = this.tables.meta.get(Buffer.from("head"));
    const row = number && this.tables.headers.get(number);
    if (!row) throw new Error("the store has no head block");
    return { hash: bytesToHex(row.subarray(0, 32)), header: decodeHeader(row.subarray(32)) };
  }
}
