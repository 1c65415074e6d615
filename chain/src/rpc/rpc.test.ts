/** JSON-RPC as viem and plain requests see it: transactions, blocks, calls, errors, fees, logs, proofs, traces. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createBlockFromRPC } from "@ethereumjs/block";
import { createCustomCommon, Hardfork, Mainnet } from "@ethereumjs/common";
import { createMPT, verifyMPTWithMerkleProof } from "@ethereumjs/mpt";
import { RLP } from "@ethereumjs/rlp";
import {
  type Abi,
  encodeFunctionData,
  getContractAddress,
  type Hex,
  parseEther,
  parseGwei,
  toEventSelector,
  zeroAddress,
} from "viem";
import { hexToBytes, word } from "../encoding/hex.ts";
import { bytesToBigint } from "../encoding/integer.ts";
import { devnet } from "../presets/presets.ts";
import { ask, compileProbe, startTestNode, type TestNode } from "./testNode.ts";

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
const dataOf = (functionName: string, args: unknown[] = []) =>
  encodeFunctionData({ abi, functionName, args });

test("a transfer is in a durable block within 200 ms, and its fee goes to the reward pool", async () => {
  const { reader, wallet, node } = at;
  const latenciesMs: number[] = [];
  for (let i = 0; i < 5; i++) {
    const started = performance.now();
    const hash = await wallet.sendTransaction({ to: NOBODY, value: 1n });
    await reader.waitForTransactionReceipt({ hash, pollingInterval: 10 });
    latenciesMs.push(performance.now() - started);
  }
  assert.ok(Math.min(...latenciesMs) < 200, `${latenciesMs} ms`); // the rest is the machine's load
  const poolBefore = await reader.getBalance({ address: devnet.rewardPool });
  const before = await reader.getBalance({ address: NOBODY });
  const hash = await wallet.sendTransaction({ to: NOBODY, value: parseEther("1") });
  const receipt = await reader.waitForTransactionReceipt({ hash });
  assert.equal(receipt.status, "success");
  assert.equal((await reader.getBalance({ address: NOBODY })) - before, parseEther("1"));
  const poolAfter = await reader.getBalance({ address: devnet.rewardPool });
  assert.equal(poolAfter - poolBefore, receipt.gasUsed * receipt.effectiveGasPrice);
  const { result } = await ask(node.url, "eth_getBlockReceipts", [receipt.blockHash]);
  assert.equal(result[0].transactionHash, hash);
});

test("blocks hash as @ethereumjs/block says, transactions and header alike", async () => {
  await note(7n);
  await at.wallet.sendTransaction({ to: NOBODY, value: 1n, type: "legacy" });
  await at.wallet.sendTransaction({
    to: NOBODY,
    value: 1n,
    accessList: [{ address: probe, storageKeys: [word(0n)] }],
  });
  const common = createCustomCommon({ chainId: devnet.chainId }, Mainnet, { hardfork: Hardfork.Osaka });
  const head = await at.reader.getBlockNumber();
  for (let n = 0n; n <= head; n++) {
    const { result } = await ask(at.node.url, "eth_getBlockByNumber", [`0x${n.toString(16)}`, true]);
    const block = createBlockFromRPC(result, [], { common });
    assert.equal(`0x${Buffer.from(block.hash()).toString("hex")}`, result.hash);
    if (n > 0n) assert.ok(await block.transactionsTrieIsValid());
  }
});

test("wallets get the texts and codes they parse", async () => {
  const { node, alice, wallet } = at;
  const nonce = await at.reader.getTransactionCount({ address: alice.address });
  const base = { chainId: devnet.chainId, to: NOBODY, gas: 21_000n, value: 1n } as const;
  const fees = { maxFeePerGas: parseGwei("1"), maxPriorityFeePerGas: parseGwei("0.01") };
  const send = async (change: object) =>
    (await ask(node.url, "eth_sendRawTransaction", [
      await alice.signTransaction({ ...base, ...fees, nonce, ...change } as Parameters<
        typeof alice.signTransaction
      >[0]),
    ])) as { error: { code: number; message: string } };
  const expected: [object, RegExp][] = [
    [{ nonce: 0 }, /^nonce too low/],
    [{ value: parseEther("2000000") }, /^insufficient funds for gas \* price \+ value/],
    [{ gas: 20_000n }, /^intrinsic gas too low/],
    [{ gas: 40_000_000n }, /^exceeds block gas limit/],
    [{ gas: 20_000_000n }, /^transaction gas limit too high/],
    [{ chainId: 1 }, /^invalid chain id for signer/],
    [{ maxFeePerGas: 2n, maxPriorityFeePerGas: 1n }, /^transaction underpriced/],
    [{ maxPriorityFeePerGas: parseGwei("2"), maxFeePerGas: parseGwei("1") }, /./],
  ];
  for (const [change, text] of expected.slice(0, -1)) {
    const { error } = await send(change);
    assert.equal(error.code, -32000);
    assert.match(error.message, text);
  }
  assert.match(
    (await ask(node.url, "eth_sendRawTransaction", ["0x03c0"])).error?.message ?? "",
    /transaction type not supported/,
  );
  assert.match(
    (await ask(node.url, "eth_sendRawTransaction", ["0xdeadbeef"])).error?.message ?? "",
    /rlp|expected/,
  );
  assert.equal((await ask(node.url, "eth_sendRawTransaction", ["xx"])).error?.code, -32602);

  const waiting = await send({ nonce: nonce + 1 });
  assert.equal(waiting.error, undefined, "a gap waits");
  assert.match((await send({ nonce: nonce + 1 })).error.message, /already known/);
  assert.match(
    (await send({ nonce: nonce + 1, value: 2n })).error.message,
    /replacement transaction underpriced/,
  );
  const better = { maxFeePerGas: parseGwei("1.1"), maxPriorityFeePerGas: parseGwei("0.011") };
  assert.equal((await send({ nonce: nonce + 1, value: 2n, ...better })).error, undefined);
  const { result: pool } = await ask(node.url, "txpool_status");
  assert.deepEqual(pool, { pending: "0x0", queued: "0x1" });
  await wallet.sendTransaction({ to: NOBODY, value: 1n, nonce });
  const until = Date.now() + 2_000;
  while ((await at.reader.getTransactionCount({ address: alice.address })) < nonce + 2 && Date.now() < until);
  assert.equal(await at.reader.getTransactionCount({ address: alice.address }), nonce + 2);
});

test("calls report reverts with code 3 and their data, halts by name", async () => {
  const call = (functionName: string, args: unknown[] = []) =>
    ask(at.node.url, "eth_call", [{ to: probe, data: dataOf(functionName, args) }, "latest"]);
  const withText = await call("failWithText");
  assert.equal(withText.error?.code, 3);
  assert.equal(withText.error?.message, "execution reverted: no and no");
  const withError = await call("failWithError");
  assert.equal(withError.error?.message, "execution reverted");
  assert.equal(withError.error?.data?.length, 2 + 8 + 128);
  assert.equal(
    (await call("failWithPanic", [0n])).error?.message,
    "execution reverted: division or modulo by zero",
  );
  assert.equal((await call("burnGas")).error?.message, "out of gas");
  await assert.rejects(
    at.reader.readContract({ address: probe, abi, functionName: "failWithError" }),
    /Refused/,
  );
  const poor = await ask(at.node.url, "eth_call", [
    { from: `0x${"77".repeat(20)}`, to: NOBODY, value: "0x1" },
    "latest",
  ]);
  assert.match(poor.error?.message ?? "", /^insufficient funds for gas \* price \+ value/);
});

test("overrides, deployless calls and old blocks in eth_call", async () => {
  const { reader, node } = at;
  await note(11n);
  const then = await reader.getBlockNumber();
  await note(12n);
  const read = (blockNumber?: bigint) =>
    reader.readContract({ address: probe, abi, functionName: "value", ...(blockNumber && { blockNumber }) });
  assert.equal(await read(then), 11n);
  assert.equal(await read(), 12n);
  const overridden = await reader.readContract({
    address: probe,
    abi,
    functionName: "value",
    stateOverride: [{ address: probe, stateDiff: [{ slot: word(0n), value: word(99n) }] }],
  });
  assert.equal(overridden, 99n);
  const { runtime } = compileProbe();
  const moved = await reader.readContract({
    address: NOBODY,
    abi,
    functionName: "value",
    stateOverride: [{ address: NOBODY, code: runtime, state: [{ slot: word(0n), value: word(5n) }] }],
  });
  assert.equal(moved, 5n);
  const { result } = await ask(node.url, "eth_call", [
    { to: probe, data: dataOf("where") },
    "latest",
    {},
    { number: "0x1234", time: "0x5678" },
  ]);
  assert.equal(BigInt(result.slice(0, 66)), 0x1234n);
  const [number, , hash] = (await reader.readContract({ address: probe, abi, functionName: "where" })) as [
    bigint,
    bigint,
    Hex,
  ];
  assert.equal(hash, (await reader.getBlock({ blockNumber: number - 1n })).hash);
});

test("gas estimates suffice and are tight", async () => {
  const { reader, wallet, alice } = at;
  assert.equal(await reader.estimateGas({ account: alice, to: NOBODY, value: 1n }), 21_000n);
  for (const args of [
    [probe, 31n],
    [probe, 31n],
    [probe, 32n],
  ]) {
    const request = { address: probe, abi, functionName: "noteThrough", args } as const;
    const gas = await reader.estimateContractGas({ ...request, account: alice });
    const receipt = await reader.waitForTransactionReceipt({
      hash: await wallet.writeContract({ ...request, gas }),
    });
    assert.equal(receipt.status, "success");
    assert.ok(Number(gas) <= Number(receipt.gasUsed) * 1.35, `${gas} for ${receipt.gasUsed}`);
  }
  const failing = await ask(at.node.url, "eth_estimateGas", [{ to: probe, data: dataOf("failWithText") }]);
  assert.equal(failing.error?.code, 3);
  const { result } = await ask(at.node.url, "eth_createAccessList", [
    { from: alice.address, to: probe, data: dataOf("note", [8n]) },
  ]);
  assert.equal(result.accessList[0].storageKeys.length, 2);
});

test("logs by address, topic, range and block, with their place", async () => {
  const { reader } = at;
  const from = (await reader.getBlockNumber()) + 1n;
  for (const value of [101n, 102n, 103n]) await note(value);
  await at.wallet.sendTransaction({ to: NOBODY, value: 1n });
  const event = toEventSelector("Noted(address,uint256,string)");
  const all = await reader.getLogs({ address: probe, fromBlock: from });
  assert.deepEqual(
    all.map((log) => BigInt(log.topics[2] ?? "0x0")),
    [101n, 102n, 103n],
  );
  const query = (topics: unknown[], address?: unknown) =>
    ask(at.node.url, "eth_getLogs", [
      { fromBlock: `0x${from.toString(16)}`, toBlock: "latest", topics, ...(address ? { address } : {}) },
    ]);
  assert.equal((await query([event, null, word(102n)])).result.length, 1);
  assert.equal((await query([null, null, [word(102n), word(103n)]])).result.length, 2);
  assert.equal((await query([event, word(1n)])).result.length, 0);
  assert.equal((await query([], [zeroAddress])).result.length, 0);
  assert.equal((await query([], [])).result.length, 3);
  const byBlock = await reader.getLogs({ blockHash: all[1]?.blockHash as Hex });
  assert.deepEqual(
    byBlock.map(({ logIndex, transactionIndex }) => [logIndex, transactionIndex]),
    [[0, 0]],
  );
  const wrong = await ask(at.node.url, "eth_getLogs", [{ fromBlock: "0x5", toBlock: "0x2" }]);
  assert.equal(wrong.error?.code, -32602);
});

test("filters hand out what is new since the last poll", async () => {
  const filter = await at.reader.createEventFilter({ address: probe });
  const blockFilter = await at.reader.createBlockFilter();
  await note(201n);
  await note(202n);
  assert.equal((await at.reader.getFilterChanges({ filter })).length, 2);
  assert.equal((await at.reader.getFilterChanges({ filter })).length, 0);
  assert.equal((await at.reader.getFilterChanges({ filter: blockFilter })).length, 2);
  assert.equal(await at.reader.uninstallFilter({ filter }), true);
  assert.match(
    (await ask(at.node.url, "eth_getFilterChanges", [filter.id])).error?.message ?? "",
    /filter not found/,
  );
});

test("account and storage proofs verify against the header, present and absent alike", async () => {
  await note(77n);
  const old = await at.reader.getBlock();
  await note(78n);
  for (const blockNumber of [old.number, await at.reader.getBlockNumber()]) {
    const { stateRoot } = await at.reader.getBlock({ blockNumber });
    const proof = await at.reader.getProof({
      address: probe,
      storageKeys: [word(0n), word(500n)],
      blockNumber,
    });
    const hashed = await createMPT({ useKeyHashing: true });
    const nodes = (list: readonly Hex[]) => list.map(hexToBytes);
    const leaf = await verifyMPTWithMerkleProof(
      hashed,
      hexToBytes(stateRoot),
      hexToBytes(probe),
      nodes(proof.accountProof),
    );
    const [nonce, balance, storageRoot, codeHash] = RLP.decode(leaf as Uint8Array) as Uint8Array[];
    assert.equal(bytesToBigint(nonce as Uint8Array), BigInt(proof.nonce));
    assert.equal(bytesToBigint(balance as Uint8Array), proof.balance);
    assert.deepEqual(storageRoot, hexToBytes(proof.storageHash));
    assert.deepEqual(codeHash, hexToBytes(proof.codeHash));
    for (const { key, value, proof: list } of proof.storageProof) {
      const stored = await verifyMPTWithMerkleProof(
        hashed,
        storageRoot as Uint8Array,
        hexToBytes(key),
        nodes(list),
      );
      assert.equal(stored === null ? 0n : bytesToBigint(RLP.decode(stored) as Uint8Array), value);
    }
    assert.equal(proof.storageProof[0]?.value, blockNumber === old.number ? 77n : 78n);
    const absent = await at.reader.getProof({
      address: `0x${"99".repeat(20)}`,
      storageKeys: [],
      blockNumber,
    });
    assert.equal(
      await verifyMPTWithMerkleProof(
        hashed,
        hexToBytes(stateRoot),
        hexToBytes(absent.address),
        nodes(absent.accountProof),
      ),
      null,
    );
  }
});

test("traces: struct logger, callTracer, prestateTracer", async () => {
  const { node, reader, wallet } = at;
  const hash = await wallet.writeContract({
    address: probe,
    abi,
    functionName: "noteThrough",
    args: [probe, 301n],
  });
  const receipt = await reader.waitForTransactionReceipt({ hash });
  const { result: steps } = await ask(node.url, "debug_traceTransaction", [hash]);
  assert.equal(BigInt(steps.gas), receipt.gasUsed);
  assert.ok(steps.structLogs.some(({ op }: { op: string }) => op === "SSTORE"));
  assert.equal(steps.structLogs[0].pc, 0);
  const { result: calls } = await ask(node.url, "debug_traceTransaction", [
    hash,
    { tracer: "callTracer", tracerConfig: { withLog: true } },
  ]);
  assert.equal(calls.calls.length, 1);
  assert.equal(calls.calls[0].type, "CALL");
  assert.equal(calls.calls[0].logs.length, 1);
  assert.equal(calls.logs, undefined, "a frame shows its own logs only");
  assert.equal(BigInt(calls.gasUsed), receipt.gasUsed);
  const { result: pre } = await ask(node.url, "debug_traceTransaction", [hash, { tracer: "prestateTracer" }]);
  assert.ok(pre[probe].code.length > 10);
  const { result: diff } = await ask(node.url, "debug_traceTransaction", [
    hash,
    { tracer: "prestateTracer", tracerConfig: { diffMode: true } },
  ]);
  assert.equal(BigInt(diff.post[probe].storage[word(0n)]), 301n);
  const { result: failed } = await ask(node.url, "debug_traceCall", [
    { to: probe, data: dataOf("failWithText") },
    "latest",
    { tracer: "callTracer" },
  ]);
  assert.equal(failed.revertReason, "no and no");
  const { result: whole } = await ask(node.url, "debug_traceBlockByHash", [
    receipt.blockHash,
    { tracer: "callTracer" },
  ]);
  assert.equal(whole[0].txHash, hash);
});

test("simulated blocks see one another's changes, overrides and moved CMT", async () => {
  const { reader, alice } = at;
  const poor: Hex = `0x${"77".repeat(20)}`;
  const noted = (value: bigint) => ({ from: alice.address, to: probe, data: dataOf("note", [value]) });
  const blocks = await reader.simulateBlocks({
    traceTransfers: true,
    blocks: [
      {
        stateOverrides: [{ address: poor, balance: 100n }],
        calls: [
          { account: poor, to: NOBODY, value: 40n },
          { ...noted(801n), account: alice },
        ],
      },
      {
        blockOverrides: { time: 4_000_000_000n },
        calls: [
          { account: alice, to: probe, abi, functionName: "value" },
          { account: alice, to: probe, data: dataOf("failWithText") },
          { account: poor, to: NOBODY, value: 60n },
        ],
      },
    ] as never,
  });
  const [first, second] = blocks;
  assert.equal(first?.calls[0]?.logs?.[0]?.address, `0x${"e".repeat(40)}`);
  assert.equal(first?.calls[1]?.logs?.length, 1);
  assert.equal(second?.calls[0]?.data, word(801n));
  assert.equal(second?.calls[1]?.status, "failure");
  assert.equal(second?.calls[2]?.status, "success");
  assert.equal(second?.timestamp, 4_000_000_000n);
  assert.equal(second?.parentHash, first?.hash);
  assert.notEqual(await reader.readContract({ address: probe, abi, functionName: "value" }), 801n);
});

test("fee history follows the blocks, and suggestions are payable", async () => {
  const history = await at.reader.getFeeHistory({ blockCount: 5, rewardPercentiles: [10, 50, 90] });
  assert.equal(history.baseFeePerGas.length, 6);
  assert.equal(history.gasUsedRatio.length, 5);
  assert.equal(history.reward?.length, 5);
  const fees = await at.reader.estimateFeesPerGas();
  assert.ok(fees.maxFeePerGas >= devnet.baseFeeFloorPerGas);
});

test("the CREATE2 deployer and Multicall3 are where tools expect them", async () => {
  const { bytecode } = compileProbe();
  const salt = word(1n);
  const deployer = "0x4e59b44847b379578588920ca78fbf26c0b4956c";
  const hash = await at.wallet.sendTransaction({
    to: deployer,
    data: `0x${salt.slice(2)}${bytecode.slice(2)}`,
  });
  await at.reader.waitForTransactionReceipt({ hash });
  const address = getContractAddress({ opcode: "CREATE2", from: deployer, salt, bytecode });
  assert.ok(((await at.reader.getCode({ address })) ?? "0x").length > 2);
  const results = await at.reader.multicall({
    contracts: [
      { address, abi, functionName: "value" },
      { address, abi, functionName: "failWithText" },
    ],
  });
  assert.deepEqual(
    results.map(({ status }) => status),
    ["success", "failure"],
  );
});

test("the history contract serves parent hashes (EIP-2935)", async () => {
  const head = await at.reader.getBlockNumber();
  const { data } = await at.reader.call({
    to: "0x0000F90827F1C53a10cb7A02335B175320002935",
    data: word(head - 2n),
  });
  assert.equal(data, (await at.reader.getBlock({ blockNumber: head - 2n })).hash);
});

test("an EIP-7702 authorization gives an account code, and takes it again", async () => {
  const { reader, wallet, bob } = at;
  const nonce = await reader.getTransactionCount({ address: bob.address });
  assert.ok(bob.signAuthorization);
  const signAuthorization = bob.signAuthorization;
  const sign = (address: Hex, n: number) => signAuthorization({ address, chainId: devnet.chainId, nonce: n });
  const hash = await wallet.sendTransaction({
    to: bob.address,
    data: dataOf("note", [401n]),
    authorizationList: [await sign(probe, nonce)],
  });
  assert.equal((await reader.waitForTransactionReceipt({ hash })).status, "success");
  assert.equal(await reader.getCode({ address: bob.address }), `0xef0100${probe.slice(2)}`);
  assert.equal(await reader.readContract({ address: bob.address, abi, functionName: "value" }), 401n);
  const back = await wallet.sendTransaction({
    to: NOBODY,
    authorizationList: [await sign(zeroAddress, nonce + 1)],
  });
  await reader.waitForTransactionReceipt({ hash: back });
  assert.equal(await reader.getCode({ address: bob.address }), undefined);
});
