/**
 * The store against a plain model and `@ethereumjs/mpt`: random blocks of changes (seeded) must give the reference root,
 * readable and provable old states, and the same state again after a rollback. INV-STATE-ROOT.
 */
import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { createMPT, type MerklePatriciaTrie, verifyMPTWithMerkleProof } from "@ethereumjs/mpt";
import { RLP } from "@ethereumjs/rlp";
import fc from "fast-check";
import { EMPTY_CODE_HASH, keccak256 } from "../crypto/keccak256.ts";
import { bytesToHex, type Hex, hexToBytes, word } from "../encoding/hex.ts";
import { minimalBytes } from "../encoding/integer.ts";
import { loadGenesis } from "../genesis/genesis.ts";
import { devnet } from "../presets/presets.ts";
import { nextEnvironment, sealBlock } from "../sequencer/sealBlock.ts";
import { nibblesOf } from "../trie/node.ts";
import { proveKey } from "../trie/proveKey.ts";
import { encodeAccount } from "./accountCodec.ts";
import type { ChainStore } from "./chainStore.ts";
import { openStore } from "./openStore.ts";
import { Overlay } from "./overlay.ts";
import { ACCOUNT_TRIE, nodeKey } from "./tables.ts";
import { HistoryUnavailableError } from "./writeBlock.ts";

type ModelAccount = { nonce: bigint; balance: bigint; slots: Map<Hex, bigint> };
type Model = Map<Hex, ModelAccount>;

const ADDRESSES = Array.from({ length: 6 }, (_, i): Hex => `0x${String(i + 1).repeat(40)}`);
const operation = fc.oneof(
  fc.record({ kind: fc.constant("account" as const), who: fc.nat(5), balance: fc.bigInt(1n, 2n ** 200n) }),
  fc.record({
    kind: fc.constant("slot" as const),
    who: fc.nat(5),
    slot: fc.nat(12),
    value: fc.bigInt(0n, 2n ** 256n - 1n),
  }),
  fc.record({ kind: fc.constant("slot" as const), who: fc.nat(5), slot: fc.nat(12), value: fc.constant(0n) }),
  fc.record({ kind: fc.constant("delete" as const), who: fc.nat(5) }),
  fc.record({ kind: fc.constant("clear" as const), who: fc.nat(5) }),
);
const blocks = fc.array(fc.array(operation, { maxLength: 8 }), { minLength: 2, maxLength: 8 });
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

test("INV-STATE-ROOT: roots, old states, proofs and rollbacks over random blocks", async () => {
  await fc.assert(
    fc.asyncProperty(blocks, fc.nat(7), async (all, back) => {
      const store = emptyChain();
      const models: Model[] = [genesisModel(store)];
      for (const operations of all)
        models.push(await appendChecked(store, models.at(-1) as Model, operations));
      for (const [number, model] of models.entries()) await checkState(store, number, model);
      const downTo = Math.max(0, models.length - 1 - back);
      store.rollback(downTo);
      models.length = downTo + 1;
      assert.equal(store.head().header.number, downTo);
      assert.equal(store.header(downTo + 1), undefined);
      models.push(await appendChecked(store, models.at(-1) as Model, all[0] as Operation[]));
      for (const [number, model] of models.entries()) await checkState(store, number, model);
      await store.tables.environment.close();
    }),
    { seed: 4410708, numRuns: 25 },
  );
});

test("reverse diffs are pruned behind the window, and what is gone says so", async () => {
  const store = emptyChain();
  for (let n = 1; n <= 12; n++) {
    const parent = store.head();
    const overlay = new Overlay(store.stateAt(parent.header.number));
    overlay.updateAccount(ADDRESSES[0] as Hex, () => ({ balance: BigInt(n) }));
    append(store, overlay, n - 5 + 1);
  }
  assert.equal(store.hasStateAt(7), true);
  assert.equal(store.hasStateAt(6), false);
  assert.equal(store.stateAt(7).account(ADDRESSES[0] as Hex)?.balance, 7n);
  assert.throws(() => store.rollback(3), HistoryUnavailableError);
  assert.equal(store.head().header.number, 12, "a failed rollback changes nothing");
  await store.tables.environment.close();
});

function emptyChain(): ChainStore {
  return openStore(mkdtempSync(join(tmpdir(), "chain-store-")), devnet, loadGenesis(devnet));
}

/** Genesis accounts are not in the model; the reference trie starts from their leaves. */
const genesisLeaves = new Map<string, Uint8Array>();

function genesisModel(store: ChainStore): Model {
  for (const { key, value } of store.tables.accounts.getRange())
    genesisLeaves.set(bytesToHex(key), new Uint8Array(value));
  return new Map();
}

async function appendChecked(
  store: ChainStore,
  before: Model,
  operations: readonly Operation[],
): Promise<Model> {
  const overlay = new Overlay(store.stateAt(store.head().header.number));
  const model: Model = new Map(
    [...before].map(([who, account]) => [who, { ...account, slots: new Map(account.slots) }]),
  );
  for (const step of operations) applyBoth(overlay, model, step);
  append(store, overlay, 0);
  const { header } = store.head();
  assert.equal(header.stateRoot, bytesToHex((await referenceTrie(model)).root()));
  return model;
}

function append(store: ChainStore, overlay: Overlay, pruneBelow: number): void {
  const parent = store.head();
  const environment = nextEnvironment(devnet, parent, parent.header.timestampSec + 1);
  const executed = { included: [], receipts: [], rejected: [], gasUsed: 0n, diff: overlay.diff() };
  store.append(sealBlock(environment, executed, store.tables), pruneBelow);
}

function applyBoth(overlay: Overlay, model: Model, step: Operation): void {
  const who = ADDRESSES[step.who] as Hex;
  const account = model.get(who);
  if (step.kind === "account") {
    overlay.updateAccount(who, ({ nonce }) => ({ balance: step.balance, nonce: nonce + 1n }));
    model.set(who, {
      nonce: (account?.nonce ?? 0n) + 1n,
      balance: step.balance,
      slots: account?.slots ?? new Map(),
    });
  } else if (account === undefined) return;
  else if (step.kind === "slot") {
    const slot = word(BigInt(step.slot));
    overlay.setStorage(who, slot, minimalBytes(step.value));
    if (step.value === 0n) account.slots.delete(slot);
    else account.slots.set(slot, step.value);
  } else if (step.kind === "delete") {
    overlay.deleteAccount(who);
    model.delete(who);
  } else {
    overlay.clearStorage(who);
    account.slots.clear();
  }
}

async function referenceTrie(model: Model): Promise<MerklePatriciaTrie> {
  const trie = await createMPT({ useKeyHashing: true });
  for (const [address, leaf] of genesisLeaves) await trie.put(hexToBytes(address), leaf);
  for (const [address, account] of model) {
    const storageRoot = bytesToHex((await referenceStorage(account)).root());
    const { nonce, balance } = account;
    await trie.put(
      hexToBytes(address),
      encodeAccount({ nonce, balance, codeHash: EMPTY_CODE_HASH, storageRoot }),
    );
  }
  return trie;
}

async function referenceStorage(account: ModelAccount): Promise<MerklePatriciaTrie> {
  const trie = await createMPT({ useKeyHashing: true });
  for (const [slot, value] of account.slots)
    await trie.put(hexToBytes(slot), RLP.encode(minimalBytes(value)));
  return trie;
}

async function checkState(store: ChainStore, number: number, model: Model): Promise<void> {
  const state = store.stateAt(number);
  const root = store.header(number)?.header.stateRoot as Hex;
  for (const address of ADDRESSES) {
    const wanted = model.get(address);
    const account = state.account(address);
    assert.equal(account?.balance, wanted?.balance);
    assert.equal(account?.nonce, wanted?.nonce);
    for (let i = 0; i <= 12; i++) {
      const slot = word(BigInt(i));
      assert.deepEqual(
        bytesToHex(state.storage(address, slot)),
        bytesToHex(minimalBytes(wanted?.slots.get(slot) ?? 0n)),
      );
    }
    const key = keccak256(hexToBytes(address));
    const proof = proveKey((path) => store.nodeAt(number, nodeKey(ACCOUNT_TRIE, path)), nibblesOf(key));
    const hashed = await createMPT({ useKeyHashing: true });
    const proven = await verifyMPTWithMerkleProof(hashed, hexToBytes(root), hexToBytes(address), proof);
    assert.equal(
      proven === null ? undefined : bytesToHex(proven),
      account && bytesToHex(encodeAccount(account)),
    );
  }
}
