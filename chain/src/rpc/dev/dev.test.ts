/** The helpers that other people's test suites use, the reorganisations they can play, and what subscribers hear of them. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Abi, createPublicClient, type Hex, parseEther, webSocket } from "viem";
import { word } from "../../encoding/hex.ts";
import { ask, compileProbe, startTestNode, type TestNode } from "../testNode.ts";

let at: TestNode;
let probe: Hex;
let abi: Abi;
const NOBODY: Hex = `0x${"ab".repeat(20)}`;

before(async () => {
  at = await startTestNode();
  const compiled = compileProbe();
  abi = compiled.abi;
  const hash = await at.wallet.deployContract({ abi, bytecode: compiled.bytecode });
  probe = (await at.reader.waitForTransactionReceipt({ hash })).contractAddress as Hex;
});
after(() => at.node.close());

const note = (value: bigint) =>
  at.wallet.writeContract({ address: probe, abi, functionName: "note", args: [value] });
const value = () => at.reader.readContract({ address: probe, abi, functionName: "value" });

test("a snapshot is restored: state, blocks, nonces, clock; later snapshots are gone", async () => {
  const { helper, reader, alice } = at;
  await note(1n);
  const before = { block: await reader.getBlock(), nonce: await reader.getTransactionCount(alice) };
  const id = await helper.snapshot();
  await note(2n);
  const later = await helper.snapshot();
  await helper.increaseTime({ seconds: 86_400 });
  await helper.mine({ blocks: 3 });
  assert.ok((await reader.getBlock()).timestamp >= before.block.timestamp + 86_400n);
  await helper.revert({ id });
  assert.equal((await reader.getBlock()).hash, before.block.hash);
  assert.equal(await reader.getTransactionCount(alice), before.nonce);
  assert.equal(await value(), 1n);
  assert.equal((await ask(at.node.url, "evm_revert", [later])).result, false);
  await note(3n);
  assert.equal(await value(), 3n);
});

test("time is set exactly, grows strictly, and goes on from there", async () => {
  const { helper, reader } = at;
  const { timestamp } = await reader.getBlock();
  await helper.setNextBlockTimestamp({ timestamp: timestamp + 1_000n });
  await helper.setBalance({ address: NOBODY, value: 5n }); // makes a block, but takes no time
  await note(4n);
  assert.equal((await reader.getBlock()).timestamp, timestamp + 1_000n);
  await note(5n);
  const next = (await reader.getBlock()).timestamp;
  assert.ok(next > timestamp + 1_000n && next < timestamp + 1_060n);
  const past = await ask(at.node.url, "evm_setNextBlockTimestamp", [Number(next)]);
  assert.match(past.error?.message ?? "", /lower than or equal to previous block's timestamp/);
});

test("state can be set from outside, and the roots stay true", async () => {
  const { helper, reader } = at;
  await helper.setBalance({ address: NOBODY, value: parseEther("7") });
  await helper.setNonce({ address: NOBODY, nonce: 9 });
  await helper.setCode({ address: NOBODY, bytecode: compileProbe().runtime });
  await helper.setStorageAt({ address: NOBODY, index: 0, value: word(42n) });
  assert.equal(await reader.getBalance({ address: NOBODY }), parseEther("7"));
  assert.equal(await reader.getTransactionCount({ address: NOBODY }), 9);
  assert.equal(await reader.readContract({ address: NOBODY, abi, functionName: "value" }), 42n);
  const proof = await reader.getProof({ address: NOBODY, storageKeys: [word(0n)] });
  assert.equal(proof.storageProof[0]?.value, 42n);
});

test("anyone can be impersonated, contracts too; others are refused", async () => {
  const { helper, node, reader } = at;
  const request = { from: probe, to: NOBODY, value: "0x1" };
  assert.match(
    (await ask(node.url, "eth_sendTransaction", [request])).error?.message ?? "",
    /unknown account/,
  );
  await helper.setBalance({ address: probe, value: parseEther("1") });
  await helper.impersonateAccount({ address: probe });
  const { result: hash } = await ask(node.url, "eth_sendTransaction", [request]);
  const receipt = await reader.waitForTransactionReceipt({ hash });
  assert.equal(receipt.from, probe);
  assert.equal(receipt.status, "success");
  await helper.stopImpersonatingAccount({ address: probe });
  assert.match(
    (await ask(node.url, "eth_sendTransaction", [request])).error?.message ?? "",
    /unknown account/,
  );
});

test("the well-known accounts are unlocked", async () => {
  const { node, reader, alice } = at;
  const { result: accounts } = await ask(node.url, "eth_accounts");
  assert.equal(accounts.length, 10);
  const { result: hash } = await ask(node.url, "eth_sendTransaction", [
    { from: accounts[1], to: NOBODY, value: "0x1" },
  ]);
  assert.equal((await reader.waitForTransactionReceipt({ hash })).status, "success");
  const { result: signature } = await ask(node.url, "personal_sign", ["0x6869", accounts[0]]);
  assert.equal(signature, await alice.signMessage({ message: "hi" }));
});

test("without automine transactions wait for evm_mine", async () => {
  const { helper, reader, wallet } = at;
  await helper.setAutomine(false);
  const head = await reader.getBlockNumber();
  const hashes = [
    await wallet.sendTransaction({ to: NOBODY, value: 1n }),
    await wallet.sendTransaction({
      to: NOBODY,
      value: 2n,
      nonce: await reader.getTransactionCount({ address: at.alice.address, blockTag: "pending" }),
    }),
  ];
  assert.equal(await reader.getBlockNumber(), head);
  await helper.mine({ blocks: 1 });
  const block = await reader.getBlock();
  assert.deepEqual(block.transactions, hashes);
  await helper.setAutomine(true);
});

test("three blocks are taken back and others mined: heads, removed logs, new logs", async () => {
  const { alice, bob, node, reader } = at;
  const socket = createPublicClient({ transport: webSocket(node.wsUrl) });
  const heads: bigint[] = [];
  const logs: { removed: boolean; value: bigint }[] = [];
  const stopHeads = socket.watchBlocks({ onBlock: ({ number }) => heads.push(number) });
  const stopLogs = socket.watchEvent({
    address: probe,
    onLogs: (list) =>
      logs.push(...list.map(({ removed, topics }) => ({ removed, value: BigInt(topics[2] ?? 0) }))),
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  const base = await reader.getBlock();
  const hashes = [await note(501n), await note(502n), await note(503n)];
  const { data } = await reader
    .getTransaction({ hash: hashes[0] as Hex })
    .then(({ input }) => ({ data: input }));
  const nonce = await reader.getTransactionCount(bob);
  const fees = { maxFeePerGas: 10n ** 9n, maxPriorityFeePerGas: 1n, gas: 200_000n };
  const other = await bob.signTransaction({ chainId: node.chainId, to: probe, data, nonce, ...fees });
  const aliceNonce = await reader.getTransactionCount(alice);
  await ask(node.url, "anvil_reorg", [3, [[other, 1]]]);
  const head = await reader.getBlock();
  assert.equal(head.number, base.number + 3n);
  assert.equal((await reader.getBlock({ blockNumber: base.number + 2n })).transactions.length, 1);
  assert.equal((await ask(node.url, "eth_getTransactionReceipt", [hashes[2]])).result, null);
  assert.equal(await value(), 501n);
  assert.equal(await reader.getTransactionCount(alice), aliceNonce - 3);
  await new Promise((resolve) => setTimeout(resolve, 300));
  (await socket.transport.getRpcClient()).close();
  stopHeads();
  stopLogs();
  assert.deepEqual(
    logs.map((log) => `${log.removed ? "-" : "+"}${log.value}`),
    ["+501", "+502", "+503", "-503", "-502", "-501", "+501"],
  );
  const [n] = [base.number];
  assert.deepEqual(
    heads.filter((number) => number > n),
    [n + 1n, n + 2n, n + 3n, n + 1n, n + 2n, n + 3n],
  );
});

test("rollback below the kept history is refused and changes nothing", async () => {
  const { helper, node, reader } = at;
  await helper.mine({ blocks: 140 });
  const head = await reader.getBlockNumber();
  const { error } = await ask(node.url, "anvil_rollback", [135]);
  assert.match(error?.message ?? "", /its history is no longer kept/);
  assert.equal(await reader.getBlockNumber(), head);
  const old = await ask(node.url, "eth_getBalance", [NOBODY, "0x1"]);
  assert.match(old.error?.message ?? "", /missing trie node/);
  assert.equal((await ask(node.url, "anvil_rollback", [100])).error, undefined);
  assert.equal(await reader.getBlockNumber(), head - 100n);
});

test("a snapshot pins its history however long the tests run", async () => {
  const { helper, reader } = at;
  const id = await helper.snapshot();
  const { hash } = await reader.getBlock();
  await helper.mine({ blocks: 150 });
  await helper.revert({ id });
  assert.equal((await reader.getBlock()).hash, hash);
});
