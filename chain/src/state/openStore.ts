/**
 * Opens the chain of a folder or begins it from genesis, and refuses what is not ours: another chain, another layout,
 * a damaged file.
 */
import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { hashHeader } from "../block/header.ts";
import { keccak256Hex } from "../crypto/keccak256.ts";
import { bytesToHex, hexToBytes } from "../encoding/hex.ts";
import { uint64Key } from "../encoding/integer.ts";
import { type Genesis, genesisBlock, genesisDiff } from "../genesis/genesis.ts";
import type { ChainPreset } from "../presets/presets.ts";
import { EMPTY_TRIE_ROOT } from "../trie/node.ts";
import { ChainStore } from "./chainStore.ts";
import { faultOfDataFile } from "./checkDataFile.ts";
import { deriveWrites } from "./deriveWrites.ts";
import { ACCOUNT_TRIE, LAYOUT, nodeKey, openTables, type Tables } from "./tables.ts";
import { writeBlock } from "./writeBlock.ts";

export function storePath(dataDir: string): string {
  return join(dataDir, "chain.mdb");
}

export function openStore(dataDir: string, preset: ChainPreset, genesis: Genesis): ChainStore {
  const path = storePath(dataDir);
  const tables = openFile(dataDir, path);
  try {
    if (tables.meta.get(Buffer.from("layout")) === undefined) begin(tables, preset, genesis);
    else checkIdentity(tables, preset, genesis, dataDir);
    const store = new ChainStore(tables);
    checkHead(store, dataDir);
    return store;
  } catch (cause) {
    void tables.environment.close();
    if (cause instanceof StoreRefusedError || cause instanceof CorruptedStoreError) throw cause;
    throw new CorruptedStoreError(dataDir, cause instanceof Error ? cause.message : String(cause));
  }
}

function openFile(dataDir: string, path: string): Tables {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK);
    if (existsSync(path)) {
      accessSync(path, constants.W_OK);
      const fault = faultOfDataFile(path);
      if (fault !== undefined) throw new CorruptedStoreError(path, fault);
    }
    return openTables(path);
  } catch (cause) {
    if (cause instanceof CorruptedStoreError) throw cause;
    throw new StoreUnusableError(dataDir, cause);
  }
}

function begin(tables: Tables, preset: ChainPreset, genesis: Genesis): void {
  const state = deriveWrites(tables, genesisDiff(genesis));
  const block = genesisBlock(preset, genesis, state.stateRoot);
  if (block.hash !== genesis.hash)
    throw new StoreRefusedError(
      `the genesis of ${preset.name} hashes to ${block.hash}, its file says ${genesis.hash}`,
    );
  tables.environment.transactionSync(() => {
    writeBlock(tables, { block, receipts: [], state }, 0);
    tables.meta.putSync(Buffer.from("chainId"), uint64Key(preset.chainId));
    tables.meta.putSync(Buffer.from("genesisHash"), Buffer.from(hexToBytes(genesis.hash)));
    tables.meta.putSync(Buffer.from("layout"), uint64Key(LAYOUT));
  });
}

function checkIdentity(tables: Tables, preset: ChainPreset, genesis: Genesis, dataDir: string): void {
  const layout = Number(tables.meta.get(Buffer.from("layout"))?.readBigUInt64BE());
  if (layout !== LAYOUT)
    throw new StoreRefusedError(`${dataDir} has layout ${layout}, this node reads layout ${LAYOUT}`);
  const chainId = Number(tables.meta.get(Buffer.from("chainId"))?.readBigUInt64BE());
  const genesisHash = bytesToHex(tables.meta.get(Buffer.from("genesisHash")) ?? new Uint8Array(0));
  if (chainId !== preset.chainId || genesisHash !== genesis.hash)
    throw new StoreRefusedError(
      `${dataDir} holds chain ${chainId} (genesis ${genesisHash}), not ${preset.name} ${preset.chainId} (genesis ${genesis.hash}); choose another data folder or remove this one`,
    );
}

/** The head must hash to what it is stored under, and its state root must be the root node's hash. */
function checkHead(store: ChainStore, dataDir: string): void {
  const { hash, header } = store.head();
  const root = store.nodeAt(header.number, nodeKey(ACCOUNT_TRIE, []));
  const stateRoot = root === undefined ? EMPTY_TRIE_ROOT : keccak256Hex(root);
  if (hashHeader(header) !== hash || stateRoot !== header.stateRoot)
    throw new CorruptedStoreError(dataDir, `block ${header.number} does not match its hash or its state`);
}

export class StoreRefusedError extends Error {
  override readonly name = "StoreRefusedError";
}

/** The folder cannot be written or opened: permissions, a read-only or full disk. */
export class StoreUnusableError extends Error {
  override readonly name = "StoreUnusableError";
  constructor(dataDir: string, cause: unknown) {
    super(`cannot use ${dataDir} for chain data: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

export class CorruptedStoreError extends Error {
  override readonly name = "CorruptedStoreError";
  constructor(where: string, what: string) {
    super(
      `the chain data in ${where} is damaged: ${what}; restore a backup or remove the folder to begin again`,
    );
  }
}
