/** The rules of the mempool, one by one, without a chain behind it. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { EMPTY_CODE_HASH, keccak256Hex } from "../crypto/keccak256.ts";
import type { Hex } from "../encoding/hex.ts";
import { RULES } from "../execution/rules.ts";
import type { Account } from "../state/stateReader.ts";
import type { Transaction } from "../transaction/transaction.ts";
import { EMPTY_TRIE_ROOT } from "../trie/node.ts";
import { Mempool, MempoolRefusal } from "./mempool.ts";

const ALICE: Hex = `0x${"a1".repeat(20)}`;
const BOB: Hex = `0x${"b0".repeat(20)}`;
const BASE_FEE = 100n;
const limits = {
  chainId: 1,
  transactionGasCap: 16_777_216n,
  blockGasLimit: 30_000_000n,
  maxTransactions: 4,
  maxPerSender: 3,
  queuedLifetimeMs: 1_000,
  minFeePerGas: 10n,
};

let accounts: Map<Hex, Account>;
let nowMs: number;
let pool: Mempool;

beforeEach(() => {
  accounts = new Map();
  nowMs = 0;
  for (const address of [ALICE, BOB]) setAccount(address, 0n);
  pool = new Mempool(limits, {
    account: (address) => accounts.get(address),
    baseFeePerGas: () => BASE_FEE,
    rules: () => RULES.osaka,
    nowMs: () => nowMs,
  });
});

function setAccount(address: Hex, nonce: bigint, balance = 10n ** 18n): void {
  accounts.set(address, { nonce, balance, codeHash: EMPTY_CODE_HASH, storageRoot: EMPTY_TRIE_ROOT });
}

let serial = 0;
function transaction(from: Hex, nonce: bigint, tip = 10n, change: Partial<Transaction> = {}): Transaction {
  return {
    type: 2,
    hash: keccak256Hex(Buffer.from(String(++serial))),
    from,
    chainId: 1n,
    nonce,
    gasLimit: 21_000n,
    maxFeePerGas: BASE_FEE * 10n + tip,
    maxPriorityFeePerGas: tip,
    to: BOB,
    value: 0n,
    data: new Uint8Array(0),
    accessList: [],
    authorizationList: [],
    v: 0n,
    r: 1n,
    s: 1n,
    raw: new Uint8Array(0),
    ...change,
  };
}

const nonces = (list: readonly Transaction[]) => list.map(({ from, nonce }) => `${from.slice(2, 4)}${nonce}`);
const refuses = (tx: Transaction, reason: RegExp) =>
  assert.throws(
    () => pool.add(tx),
    (error) => error instanceof MempoolRefusal && reason.test(error.message),
  );

test("best tip first, a sender's nonces in order, arrival breaks ties", () => {
  pool.add(transaction(ALICE, 0n, 5n));
  pool.add(transaction(ALICE, 1n, 90n));
  pool.add(transaction(BOB, 0n, 5n));
  assert.deepEqual(nonces(pool.select(30_000_000n)), ["a10", "a11", "b00"]);
  assert.deepEqual(nonces(pool.select(21_000n)), ["a10"]);
});

test("a gap queues what follows it until it is filled", () => {
  pool.add(transaction(ALICE, 1n));
  assert.equal(pool.hasPending(), false);
  assert.deepEqual(pool.select(30_000_000n), []);
  assert.equal(pool.nextNonce(ALICE), 0n);
  assert.equal(pool.content().queued.length, 1);
  pool.add(transaction(ALICE, 0n));
  assert.equal(pool.nextNonce(ALICE), 2n);
  assert.equal(pool.content().pending.length, 2);
});

test("a replacement raises both fees by a tenth", () => {
  const old = transaction(ALICE, 0n, 100n);
  pool.add(old);
  refuses(old, /already known/);
  refuses(transaction(ALICE, 0n, 109n), /replacement transaction underpriced/);
  refuses(
    transaction(ALICE, 0n, 200n, { maxFeePerGas: old.maxFeePerGas }),
    /replacement transaction underpriced/,
  );
  const better = transaction(ALICE, 0n, 110n, { maxFeePerGas: (old.maxFeePerGas * 110n) / 100n + 1n });
  pool.add(better);
  assert.equal(pool.get(old.hash), undefined);
  assert.equal(pool.size, 1);
});

test("refusals: nonce, balance over all that waits before, price, chain, gas", () => {
  setAccount(ALICE, 5n, 1_010n * 21_000n * 2n);
  refuses(transaction(ALICE, 4n), /^nonce too low/);
  pool.add(transaction(ALICE, 5n));
  pool.add(transaction(ALICE, 6n));
  refuses(transaction(ALICE, 7n), /^insufficient funds for gas \* price \+ value/);
  refuses(transaction(BOB, 0n, 1n, { maxFeePerGas: 9n }), /^transaction underpriced/);
  refuses(transaction(BOB, 0n, 1n, { chainId: 2n }), /^invalid chain id/);
  refuses(transaction(BOB, 0n, 1n, { gasLimit: 20_999n }), /^intrinsic gas too low/);
  refuses(transaction(BOB, 0n, 2_000n, { maxFeePerGas: 1_000n }), /^max priority fee per gas higher/);
});

test("a full pool drops the lowest tip, what is queued first", () => {
  pool.add(transaction(ALICE, 0n, 50n));
  pool.add(transaction(ALICE, 5n, 90n));
  pool.add(transaction(BOB, 0n, 60n));
  pool.add(transaction(BOB, 1n, 40n));
  refuses(transaction(ALICE, 1n, 30n), /txpool is full/);
  pool.add(transaction(ALICE, 1n, 95n));
  assert.deepEqual(nonces(pool.content().queued), [], "the queued one went, though it tips more than others");
  assert.equal(pool.size, 4);
  refuses(transaction(BOB, 2n, 41n), /txpool is full/); // its own predecessor is no room
  assert.deepEqual(nonces(pool.content().pending).sort(), ["a10", "a11", "b00", "b01"]);
});

test("one sender holds no more than its share", () => {
  for (const nonce of [0n, 1n, 2n]) pool.add(transaction(ALICE, nonce));
  refuses(transaction(ALICE, 3n), /^account limit exceeded/);
});

test("what is mined, outdated or too old leaves", () => {
  pool.add(transaction(ALICE, 0n));
  pool.add(transaction(ALICE, 1n));
  pool.add(transaction(BOB, 3n));
  setAccount(ALICE, 1n);
  pool.prune();
  assert.deepEqual(nonces(pool.content().pending), ["a11"]);
  nowMs = 1_001;
  pool.prune();
  assert.equal(pool.size, 0);
});
