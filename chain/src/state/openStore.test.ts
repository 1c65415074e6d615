/** Folders that a node must refuse, each with its own sentence, and damage that must not reach LMDB. */
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, openSync, statSync, truncateSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { loadGenesis } from "../genesis/genesis.ts";
import { devnet, testnet } from "../presets/presets.ts";
import { nextEnvironment, sealBlock } from "../sequencer/sealBlock.ts";
import { faultOfDataFile } from "./checkDataFile.ts";
import { openStore, storePath } from "./openStore.ts";
import { Overlay } from "./overlay.ts";

const freshDir = (): string => mkdtempSync(join(tmpdir(), "chain-open-"));
const open = (dir: string) => openStore(dir, devnet, loadGenesis(devnet));
const good = freshDir();

before(async () => {
  const store = open(good);
  for (let n = 1; n <= 40; n++) {
    const parent = store.head();
    const overlay = new Overlay(store.stateAt(parent.header.number));
    for (let i = 0; i < 40; i++)
      overlay.updateAccount(`0x${(n * 1_000 + i).toString(16).padStart(40, "0")}`, () => ({
        balance: BigInt(n),
      }));
    const environment = nextEnvironment(devnet, parent, parent.header.timestampSec + 1);
    const executed = { included: [], receipts: [], rejected: [], gasUsed: 0n, diff: overlay.diff() };
    store.append(sealBlock(environment, executed, store.tables), 0);
  }
  await store.tables.environment.close();
});
after(async () => {
  const store = open(good);
  assert.equal(store.head().header.number, 40, "the copies were damaged, not the original");
  await store.tables.environment.close();
});

function copy(): string {
  const dir = freshDir();
  cpSync(storePath(good), storePath(dir));
  return dir;
}

test("a sound file passes", () => {
  assert.equal(faultOfDataFile(storePath(good)), undefined);
});

test("another chain is refused with the remedy", () => {
  assert.throws(() => openStore(good, testnet, loadGenesis(testnet)), {
    name: "StoreRefusedError",
    message: /holds chain 441070802 .* not testnet 441070801 .*choose another data folder or remove this one/,
  });
});

test("a file cut short is refused", () => {
  for (const share of [0.01, 0.3, 0.8]) {
    const dir = copy();
    truncateSync(storePath(dir), Math.floor(statSync(storePath(dir)).size * share));
    assert.throws(() => open(dir), { name: "CorruptedStoreError", message: /cut short|no chain data file/ });
  }
});

test("a file of something else is refused", () => {
  const dir = freshDir();
  writeFileSync(storePath(dir), "something else ".repeat(10_000));
  assert.throws(() => open(dir), { name: "CorruptedStoreError", message: /no chain data file/ });
});

test("overwritten pages are found before LMDB meets them", () => {
  const pages = Math.floor(statSync(storePath(good)).size / 4_096);
  for (const fill of [0x00, 0xee]) {
    const dir = copy();
    const file = openSync(storePath(dir), "r+");
    const noise = Buffer.alloc(4_096, fill);
    for (let page = 2; page < pages; page += 2) writeSync(file, noise, 0, noise.length, page * 4_096);
    assert.throws(() => open(dir), { name: "CorruptedStoreError", message: /is damaged/ });
  }
});

test("a place where no folder can be is refused", () => {
  const file = join(freshDir(), "file");
  writeFileSync(file, "");
  assert.throws(() => open(join(file, "chain")), {
    name: "StoreUnusableError",
    message: /cannot use .*for chain data/,
  });
});
