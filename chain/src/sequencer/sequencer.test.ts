/** When blocks are made, and what time they carry. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Hex } from "viem";
import { ask, startTestNode } from "../rpc/testNode.ts";
import { nextTimestampSec } from "./blockTime.ts";

const NOBODY: Hex = `0x${"ab".repeat(20)}`;
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("timestamps: not before the parent, not ahead of the clock; strictly rising with --dev", () => {
  const at = (change: object) =>
    nextTimestampSec({
      parentSec: 100,
      nowMs: 105_900,
      strictlyIncreasing: false,
      offsetSec: 0,
      fixedSec: undefined,
      ...change,
    });
  assert.equal(at({}), 105);
  assert.equal(at({ nowMs: 90_000 }), 100, "a clock that went back holds the time");
  assert.equal(at({ nowMs: 100_999 }), 100, "equal values are allowed");
  assert.equal(at({ nowMs: 100_999, strictlyIncreasing: true }), 101);
  assert.equal(at({ offsetSec: 1_000 }), 1_105);
  assert.equal(at({ fixedSec: 777 }), 777);
});

test("without --dev no block is ahead of the clock, however many come in a second", async () => {
  const at = await startTestNode({ dev: false });
  const nonce = await at.reader.getTransactionCount(at.alice);
  for (let i = 0; i < 4; i++) {
    const hash = await at.wallet.sendTransaction({ to: NOBODY, value: 1n, nonce: nonce + i });
    const { blockNumber } = await at.reader.waitForTransactionReceipt({ hash });
    const { timestamp } = await at.reader.getBlock({ blockNumber });
    assert.ok(Number(timestamp) <= Date.now() / 1_000);
  }
  await at.node.close();
});

test("a burst shares blocks", async () => {
  const at = await startTestNode({ dev: false });
  const { alice, node, reader } = at;
  const raws = await Promise.all(
    Array.from({ length: 60 }, (_, nonce) =>
      alice.signTransaction({
        chainId: node.chainId,
        to: NOBODY,
        value: 1n,
        gas: 21_000n,
        nonce,
        maxFeePerGas: 10n ** 9n,
        maxPriorityFeePerGas: 1n,
      }),
    ),
  );
  for (const raw of raws)
    assert.equal((await ask(node.url, "eth_sendRawTransaction", [raw])).error, undefined);
  while ((await reader.getTransactionCount(alice)) < raws.length) await later(20);
  assert.ok((await reader.getBlockNumber()) < 40n);
  await node.close();
});

test("silence brings an empty heartbeat block", async () => {
  const at = await startTestNode({ heartbeatMs: 150, dev: false });
  while ((await at.reader.getBlockNumber()) < 2n) await later(50);
  assert.equal((await at.reader.getBlock()).transactions.length, 0);
  await at.node.close();
});

test("with a block time transactions wait for it", async () => {
  const at = await startTestNode({ blockTimeMs: 400 });
  const hash = await at.wallet.sendTransaction({ to: NOBODY, value: 1n, gas: 21_000n });
  const started = Date.now();
  await at.reader.waitForTransactionReceipt({ hash });
  assert.ok(Date.now() - started < 5_000);
  const head = await at.reader.getBlockNumber();
  while ((await at.reader.getBlockNumber()) < head + 2n) await later(50);
  await at.node.close();
});
