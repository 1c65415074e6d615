/**
 * The two ways the chain's head moves, each one durable LMDB transaction: `writeBlock` appends, `removeBlocks` takes back.
 * When either returns, it is on disk; when it throws, nothing of it is, and the node must stop.
 */
import { RLP } from "@ethereumjs/rlp";
import { type Block, decodeBody, encodeBody } from "../block/block.ts";
import { encodeHeader } from "../block/header.ts";
import { decodeStoredReceipts, encodeStoredReceipts, type Receipt } from "../block/receipt.ts";
import { type Hex, hexToBytes } from "../encoding/hex.ts";
import { uint64Key } from "../encoding/integer.ts";
import type { DerivedWrites } from "./deriveWrites.ts";
import { historyKey, logIndexKey, type Tables, VERSIONED, type VersionedTable } from "./tables.ts";

const EMPTY = Buffer.alloc(0);
const KINDS = Object.keys(VERSIONED) as VersionedTable[];

export type BlockWrite = { block: Block; receipts: readonly Receipt[]; state: DerivedWrites };

/** @param pruneBelow reverse diffs of blocks below this number are dropped. */
export function writeBlock(tables: Tables, { block, receipts, state }: BlockWrite, pruneBelow: number): void {
  tables.environment.transactionSync(() => {
    writeState(tables, block.header.number, state);
    const number = uint64Key(block.header.number);
    const hash = hexToBytes(block.hash);
    tables.headers.putSync(number, Buffer.concat([hash, encodeHeader(block.header)]));
    tables.bodies.putSync(number, Buffer.from(encodeBody(block.transactions)));
    tables.receipts.putSync(number, Buffer.from(encodeStoredReceipts(receipts)));
    tables.numbers.putSync(Buffer.from(hash), number);
    for (const [i, tx] of block.transactions.entries()) {
      const position = Buffer.alloc(12);
      position.set(number);
      position.writeUInt32BE(i, 8);
      tables.transactionIndex.putSync(Buffer.from(hexToBytes(tx.hash)), position);
    }
    for (const key of logKeys(receipts, block.header.number)) tables.logIndex.putSync(key, EMPTY);
    tables.meta.putSync(Buffer.from("head"), number);
    prune(tables, pruneBelow);
  });
}

export function removeBlocks(tables: Tables, head: number, downTo: number): void {
  tables.environment.transactionSync(() => {
    for (let n = head; n > downTo; n--) {
      restoreState(tables, n);
      const number = uint64Key(n);
      const headerRow = tables.headers.get(number);
      const body = tables.bodies.get(number);
      const receipts = tables.receipts.get(number);
      if (!headerRow || !body || !receipts) throw new Error(`block ${n} is incomplete`);
      for (const tx of decodeBody(body)) tables.transactionIndex.removeSync(Buffer.from(hexToBytes(tx.hash)));
      for (const key of logKeys(decodeStoredReceipts(receipts), n)) tables.logIndex.removeSync(key);
      tables.numbers.removeSync(headerRow.subarray(0, 32));
      for (const table of [tables.headers, tables.bodies, tables.receipts]) table.removeSync(number);
    }
    tables.meta.putSync(Buffer.from("head"), uint64Key(downTo));
  });
}

function writeState(tables: Tables, number: number, state: DerivedWrites): void {
  const changed: Uint8Array[] = [];
  const seen = new Set<string>();
  for (const { table, key, value } of state.rows) {
    const id = table + key.toString("latin1");
    if (!seen.has(id)) {
      seen.add(id);
      tables.history.putSync(historyKey(table, key, number), tables[table].get(key) ?? EMPTY);
      changed.push(Buffer.concat([Uint8Array.of(VERSIONED[table]), key]));
    }
    if (value === null) tables[table].removeSync(key);
    else tables[table].putSync(key, Buffer.from(value));
  }
  for (const [codeHash, code] of state.code)
    tables.code.putSync(Buffer.from(hexToBytes(codeHash)), Buffer.from(code));
  tables.diffs.putSync(uint64Key(number), Buffer.from(RLP.encode(changed)));
}

function restoreState(tables: Tables, number: number): void {
  const diff = tables.diffs.get(uint64Key(number));
  if (diff === undefined) throw new HistoryUnavailableError(number);
  for (const { table, key } of diffKeys(diff)) {
    const row = historyKey(table, key, number);
    const before = tables.history.get(row);
    if (before === undefined) throw new HistoryUnavailableError(number);
    if (before.length === 0) tables[table].removeSync(key);
    else tables[table].putSync(key, before);
    tables.history.removeSync(row);
  }
  tables.diffs.removeSync(uint64Key(number));
}

function prune(tables: Tables, below: number): void {
  if (below <= 0) return;
  const stale = [...tables.diffs.getRange({ end: uint64Key(below), limit: 16 })];
  for (const { key, value } of stale) {
    const number = Number(Buffer.from(key).readBigUInt64BE());
    for (const row of diffKeys(value)) tables.history.removeSync(historyKey(row.table, row.key, number));
    tables.diffs.removeSync(uint64Key(number));
  }
}

function diffKeys(diff: Uint8Array): { table: VersionedTable; key: Buffer }[] {
  return (RLP.decode(diff) as Uint8Array[]).map((item) => {
    const table = KINDS.find((name) => VERSIONED[name] === item[0]);
    if (table === undefined) throw new Error("a reverse diff names an unknown table");
    return { table, key: Buffer.from(item.subarray(1)) };
  });
}

function logKeys(receipts: readonly Receipt[], number: number): Buffer[] {
  const keys = new Map<string, Buffer>();
  const add = (kind: number, value: Hex | undefined): void => {
    const key = logIndexKey(kind, value, number);
    keys.set(key.toString("latin1"), key);
  };
  for (const { logs } of receipts) {
    for (const log of logs) {
      add(0, undefined);
      add(1, log.address);
      for (const [i, topic] of log.topics.entries()) add(2 + i, topic);
    }
  }
  return [...keys.values()];
}

export class HistoryUnavailableError extends Error {
  override readonly name = "HistoryUnavailableError";
  constructor(number: number) {
    super(`the reverse diff of block ${number} is no longer kept`);
  }
}
