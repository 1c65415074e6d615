/**
 * The committed genesis of each chain (`chain/genesis/<name>.json`, made by `scripts/generateGenesis.ts`) and block 0 made from it.
 * Balances are decimal strings in atto CMT.
 */
import { readFileSync } from "node:fs";
import type { Block } from "../block/block.ts";
import { bloomOf } from "../block/bloom.ts";
import { type Header, hashHeader, ZERO_HASH } from "../block/header.ts";
import { EMPTY_CODE_HASH, keccak256Hex } from "../crypto/keccak256.ts";
import { type Hex, hexToBytes } from "../encoding/hex.ts";
import { withoutLeadingZeros } from "../encoding/integer.ts";
import type { ChainPreset } from "../presets/presets.ts";
import { deriveWrites } from "../state/deriveWrites.ts";
import type { StateDiff } from "../state/stateReader.ts";
import { EMPTY_TRIE_ROOT } from "../trie/node.ts";

export type GenesisAccount = {
  balanceAtto?: string;
  nonce?: number;
  code?: Hex;
  storage?: Record<Hex, Hex>;
};

export type Genesis = {
  chainId: number;
  timestampSec: number;
  extraData: Hex;
  /** Hash of block 0, checked whenever a node starts on an empty folder and by a test. */
  hash: Hex;
  alloc: Record<Hex, GenesisAccount>;
};

export function loadGenesis(preset: ChainPreset): Genesis {
  const file = new URL(`../../genesis/${preset.name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as Genesis;
}

export function genesisDiff(genesis: Pick<Genesis, "alloc">): StateDiff {
  const diff: StateDiff = {
    accounts: new Map(),
    storage: new Map(),
    clearedStorage: new Set(),
    code: new Map(),
  };
  for (const [key, account] of Object.entries(genesis.alloc)) {
    const address = key as Hex;
    const code = account.code === undefined ? undefined : hexToBytes(account.code);
    const codeHash = code === undefined ? EMPTY_CODE_HASH : keccak256Hex(code);
    if (code !== undefined) diff.code.set(codeHash, code);
    diff.accounts.set(address, {
      nonce: BigInt(account.nonce ?? 0),
      balance: BigInt(account.balanceAtto ?? "0"),
      codeHash,
    });
    const slots = Object.entries(account.storage ?? {}).map(
      ([slot, value]) => [slot as Hex, withoutLeadingZeros(hexToBytes(value))] as const,
    );
    if (slots.length > 0) diff.storage.set(address, new Map(slots));
  }
  return diff;
}

export function genesisBlock(preset: ChainPreset, genesis: Omit<Genesis, "hash">, stateRoot: Hex): Block {
  const header: Header = {
    parentHash: ZERO_HASH,
    coinbase: preset.rewardPool,
    stateRoot,
    transactionsRoot: EMPTY_TRIE_ROOT,
    receiptsRoot: EMPTY_TRIE_ROOT,
    logsBloom: bloomOf([]),
    number: 0,
    gasLimit: preset.blockGasLimit,
    gasUsed: 0n,
    timestampSec: genesis.timestampSec,
    extraData: hexToBytes(genesis.extraData),
    prevRandao: ZERO_HASH,
    baseFeePerGas: preset.baseFeeFloorPerGas,
  };
  return { hash: hashHeader(header), header, transactions: [] };
}

export function genesisHash(preset: ChainPreset, genesis: Omit<Genesis, "hash">): Hex {
  const empty = { get: () => undefined, getKeys: () => [] };
  const { stateRoot } = deriveWrites({ accounts: empty, storage: empty, nodes: empty }, genesisDiff(genesis));
  return genesisBlock(preset, genesis, stateRoot).hash;
}
