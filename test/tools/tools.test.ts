// Other people's tools against our node, unmodified: viem, wagmi, cast, forge script and Hardhat 3 send transactions,
// read, filter logs and subscribe.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { type RunningNode, startNode } from "@cybermiles/chain/node";
import { devnet } from "@cybermiles/chain/presets";
import {
  createPublicClient,
  createWalletClient,
  defineChain,
  type Hex,
  http,
  parseEther,
  webSocket,
} from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { temporaryFolder } from "../support/suite.ts";
import { compileCounter } from "./compileCounter.ts";

const countOf = (log: unknown) => (log as { args: { count: bigint } } | undefined)?.args.count;

const run = promisify(execFile);
const HERE = import.meta.dirname;
const PROJECT = join(HERE, "project");
const BIN = join(HERE, "..", "..", "node_modules", ".bin");
const account = mnemonicToAccount("test test test test test test test test test test test junk", {
  addressIndex: 5,
});
const OTHER = "0x00000000000000000000000000000000000c0ffe";
const privateKey = `0x${Buffer.from(account.getHdKey().privateKey ?? []).toString("hex")}` as Hex;

let node: RunningNode;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;

before(async () => {
  folder = await temporaryFolder("tools");
  node = await startNode({
    dataDir: join(folder.dir, "chain"),
    preset: devnet,
    host: "127.0.0.1",
    port: 0,
    dev: true,
  });
});
after(async () => {
  await node.close();
  await folder.remove();
});

const chainOf = () =>
  defineChain({
    id: node.chainId,
    name: "CyberMiles devnet",
    nativeCurrency: { name: "CyberMiles Token", symbol: "CMT", decimals: 18 },
    rpcUrls: { default: { http: [node.url], webSocket: [node.wsUrl] } },
  });

const cast = async (...args: string[]) =>
  (
    await run(join(BIN, "cast"), [...args, "--rpc-url", node.url], { env: { ...process.env, NO_COLOR: "1" } })
  ).stdout.trim();

test("viem deploys, writes, reads, decodes a revert, filters logs and watches over WebSocket", async () => {
  const { abi, bytecode } = compileCounter();
  const client = createPublicClient({ chain: chainOf(), transport: http(), pollingInterval: 50 });
  const socket = createPublicClient({ chain: chainOf(), transport: webSocket() });
  const wallet = createWalletClient({ account, chain: chainOf(), transport: http() });

  const deployed = await client.waitForTransactionReceipt({
    hash: await wallet.deployContract({ abi, bytecode }),
  });
  const address = deployed.contractAddress;
  assert.ok(address);

  const seen = Promise.withResolvers<bigint | undefined>();
  const unwatch = socket.watchContractEvent({
    address,
    abi,
    eventName: "Counted",
    onLogs: ([log]) => seen.resolve(countOf(log)),
    onError: (error) => seen.reject(error),
  });
  const heads = Promise.withResolvers<bigint>();
  const unwatchBlocks = socket.watchBlockNumber({ onBlockNumber: (number) => heads.resolve(number) });
  // A subscription answers before it listens only if the node lied; a read on the same socket orders us after it.
  await socket.getBlockNumber();

  const { request } = await client.simulateContract({
    account,
    address,
    abi,
    functionName: "add",
    args: [4n],
  });
  const receipt = await client.waitForTransactionReceipt({ hash: await wallet.writeContract(request) });
  assert.equal(receipt.status, "success");
  assert.equal(await seen.promise, 4n);
  assert.ok((await heads.promise) > 0n);
  unwatch();
  unwatchBlocks();
  (await socket.transport.getRpcClient()).close();

  assert.equal(await client.readContract({ address, abi, functionName: "count" }), 4n);
  const logs = await client.getContractEvents({ address, abi, eventName: "Counted", fromBlock: 0n });
  assert.deepEqual(logs.map(countOf), [4n]);
  await assert.rejects(
    client.simulateContract({ account, address, abi, functionName: "add", args: [11n] }),
    /TooMuch/,
  );
  const filter = await client.createContractEventFilter({ address, abi, fromBlock: 0n });
  assert.equal((await client.getFilterLogs({ filter })).length, 1);
});

test("viem's multicall uses the predeployed Multicall3", async () => {
  const chain = {
    ...chainOf(),
    contracts: { multicall3: { address: "0xcA11bde05977b3631167028862bE2a173976CA11" } },
  } as const;
  const client = createPublicClient({ chain, transport: http(), batch: { multicall: true } });
  const abi = [
    {
      type: "function",
      name: "getBlockNumber",
      inputs: [],
      outputs: [{ type: "uint256" }],
      stateMutability: "view",
    },
    {
      type: "function",
      name: "getEthBalance",
      inputs: [{ type: "address" }],
      outputs: [{ type: "uint256" }],
      stateMutability: "view",
    },
  ] as const;
  const address = chain.contracts.multicall3.address;
  const [number, balance] = await client.multicall({
    contracts: [
      { address, abi, functionName: "getBlockNumber" },
      { address, abi, functionName: "getEthBalance", args: [account.address] },
    ],
    allowFailure: false,
  });
  assert.ok(number > 0n);
  assert.equal(balance, await client.getBalance({ address: account.address }));
});

test("wagmi connects, sends and reads", async () => {
  const wagmi = await import("@wagmi/core");
  const chain = chainOf();
  const config = wagmi.createConfig({
    chains: [chain],
    connectors: [wagmi.mock({ accounts: [account.address] })],
    transports: { [chain.id]: http(node.url) },
    pollingInterval: 50,
  });
  const [connector] = config.connectors;
  assert.ok(connector);
  await wagmi.connect(config, { connector });
  const hash = await wagmi.sendTransaction(config, { to: OTHER, value: parseEther("1.5") });
  const receipt = await wagmi.waitForTransactionReceipt(config, { hash });
  assert.equal(receipt.status, "success");
  assert.equal((await wagmi.getBalance(config, { address: OTHER })).value, parseEther("1.5"));
});

test("cast sends legacy, access-list and EIP-1559 transactions and reads them back", async () => {
  const start = BigInt(await cast("balance", OTHER));
  const send = (...flags: string[]) =>
    cast("send", OTHER, "--value", "1", "--private-key", privateKey, "--json", ...flags).then((out) =>
      JSON.parse(out),
    );
  const legacy = await send("--legacy");
  const dynamic = await send();
  const listed = await send(
    "--access-list",
    JSON.stringify([{ address: OTHER, storageKeys: [`0x${"0".repeat(64)}`] }]),
  );
  assert.equal(legacy.type, "0x0");
  assert.equal(dynamic.type, "0x2");
  assert.equal(BigInt(listed.gasUsed), 21_000n + 2400n + 1900n);
  assert.equal(BigInt(await cast("balance", OTHER)), start + 3n);
  assert.match(await cast("tx", dynamic.transactionHash), /maxFeePerGas/);
  assert.equal(await cast("chain-id"), String(node.chainId));
  assert.match(await cast("proof", OTHER), /accountProof/);
});

test("forge script deploys and calls with --broadcast", async () => {
  const project = join(folder.dir, "forge");
  await cp(PROJECT, project, { recursive: true });
  const { stdout } = await run(
    join(BIN, "forge"),
    [
      "script",
      "script/Deploy.s.sol",
      "--rpc-url",
      node.url,
      "--private-key",
      privateKey,
      "--broadcast",
      "--offline",
      "--use",
      join(PROJECT, "solc.mjs"),
      "--evm-version",
      "cancun",
      "--json",
    ],
    { cwd: project, env: { ...process.env, NO_COLOR: "1" }, maxBuffer: 1 << 26 },
  );
  const address = /"internal_type":"contract Counter","value":"(0x[0-9a-fA-F]{40})"/.exec(stdout)?.[1];
  assert.ok(address, stdout);
  assert.equal(await cast("call", address, "count()(uint256)"), "3");
});

test("Hardhat 3 deploys, calls and reads events over its http network", async () => {
  const { stdout } = await run(process.execPath, ["deploy.ts"], {
    env: { ...process.env, RPC_URL: node.url, PRIVATE_KEY: privateKey },
    cwd: PROJECT,
  });
  assert.match(stdout, /counted 7 in 1 event/);
});
