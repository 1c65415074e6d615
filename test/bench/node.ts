// `npm run bench`: our node beside anvil (native Rust) in the same run, on loopback, from the same client.
// Rows: work, unit, ours, peer, ratio (above 1 is better than the peer), goal. `--json FILE` writes them too.
// anvil keeps its state in memory; ours makes every block durable before anyone hears of it.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";
import { type Hex, hexToBigInt, numberToHex, parseGwei } from "viem";
import { type HDAccount, mnemonicToAccount } from "viem/accounts";
import { freePort, temporaryFolder } from "../support/suite.ts";

interface Target {
  readonly url: string;
  stop(): Promise<void>;
}

interface Row {
  readonly work: string;
  readonly unit: string;
  readonly ours: number;
  readonly peer: number;
  readonly peerName: string;
  readonly ratio: number;
  readonly goal: string;
}

const ROOT = join(import.meta.dirname, "..", "..");
const SINK = "0x00000000000000000000000000000000000b0b00";
const LATENCY_SAMPLES = 100;
const SENDERS = 8;
const TRANSFERS_PER_SENDER = 250;
const BATCH = 50;

async function rpc<T>(
  url: string,
  calls: readonly { method: string; params: readonly unknown[] }[],
): Promise<T[]> {
  const body = JSON.stringify(calls.map((call, id) => ({ jsonrpc: "2.0", id, ...call })));
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  const answers = (await response.json()) as { id: number; result: T; error?: { message: string } }[];
  return answers
    .sort((a, b) => a.id - b.id)
    .map(({ result, error }) => {
      if (error) throw new Error(error.message);
      return result;
    });
}

async function one<T>(url: string, method: string, params: readonly unknown[] = []): Promise<T> {
  const [result] = await rpc<T>(url, [{ method, params }]);
  return result as T;
}

async function untilUp(url: string): Promise<void> {
  for (let i = 0; i < 600; i++) {
    if (
      await one(url, "eth_chainId").then(
        () => true,
        () => false,
      )
    )
      return;
    await delay(50);
  }
  throw new Error(`${url} did not answer within 30 s`);
}

async function startProcess(
  command: string,
  args: readonly string[],
  url: string,
  env = {},
): Promise<Target> {
  const child = spawn(command, args, { stdio: "ignore", env: { ...process.env, ...env } });
  const exited = new Promise<void>((resolve) => child.once("close", () => resolve()));
  await untilUp(url);
  return {
    url,
    stop: () => {
      child.kill("SIGTERM");
      return exited;
    },
  };
}

const account = (index: number): HDAccount =>
  mnemonicToAccount("test test test test test test test test test test test junk", { addressIndex: index });

function signTransfer(from: HDAccount, chainId: number, nonce: number): Promise<Hex> {
  return from.signTransaction({
    type: "eip1559",
    chainId,
    nonce,
    to: SINK,
    value: 1n,
    gas: 21_000n,
    maxFeePerGas: parseGwei("20"),
    maxPriorityFeePerGas: parseGwei("1"),
  });
}

/** Milliseconds from sending one transfer to holding its receipt, one after the other; the median. */
async function measureLatencyMs({ url }: Target): Promise<number> {
  const chainId = Number(await one<Hex>(url, "eth_chainId"));
  const from = account(9);
  const samples: number[] = [];
  for (let nonce = 0; nonce < LATENCY_SAMPLES; nonce++) {
    const raw = await signTransfer(from, chainId, nonce);
    const startedAt = performance.now();
    const hash = await one<Hex>(url, "eth_sendRawTransaction", [raw]);
    while ((await one(url, "eth_getTransactionReceipt", [hash])) === null) await delay(1);
    samples.push(performance.now() - startedAt);
  }
  samples.sort((a, b) => a - b);
  return samples[samples.length >> 1] ?? Number.NaN;
}

/** Signed ahead of the start: seconds of signing would let the kept-alive sockets go stale. */
function signQueues(chainId: number): Promise<Hex[][]> {
  return Promise.all(
    Array.from({ length: SENDERS }, (_, i) =>
      Promise.all(
        Array.from({ length: TRANSFERS_PER_SENDER }, (_, nonce) => signTransfer(account(i), chainId, nonce)),
      ),
    ),
  );
}

/** Transfers a second from submission of the first until the last is in a block. */
async function measureTransfersPerSecond({ url }: Target, queues: readonly Hex[][]): Promise<number> {
  const total = BigInt(SENDERS * TRANSFERS_PER_SENDER);
  const before = hexToBigInt(await one<Hex>(url, "eth_getBalance", [SINK, "latest"]));
  const startedAt = performance.now();
  await Promise.all(
    queues.map(async (queue) => {
      for (let i = 0; i < queue.length; i += BATCH) {
        const batch = queue.slice(i, i + BATCH);
        await rpc(
          url,
          batch.map((raw) => ({ method: "eth_sendRawTransaction", params: [raw] })),
        );
      }
    }),
  );
  while (hexToBigInt(await one<Hex>(url, "eth_getBalance", [SINK, "latest"])) < before + total)
    await delay(5);
  return Number(total) / ((performance.now() - startedAt) / 1000);
}

/** Simple reads a second over one connection, in batches. */
async function measureReadsPerSecond({ url }: Target): Promise<number> {
  const calls = Array.from({ length: 100 }, (_, i) => ({
    method: "eth_getBalance",
    params: [numberToHex(i + 1, { size: 20 }), "latest"],
  }));
  const startedAt = performance.now();
  for (let i = 0; i < 50; i++) await rpc(url, calls);
  return 5000 / ((performance.now() - startedAt) / 1000);
}

async function measureAll(
  chainId: number,
  start: () => Promise<Target>,
): Promise<{ latencyMs: number; transfers: number; reads: number }> {
  const queues = await signQueues(chainId);
  const target = await start();
  try {
    const reads = await measureReadsPerSecond(target);
    const transfers = await measureTransfersPerSecond(target, queues);
    return { latencyMs: await measureLatencyMs(target), transfers, reads };
  } finally {
    await target.stop();
  }
}

const { values } = parseArgs({ options: { json: { type: "string" } } });
const folder = await temporaryFolder("bench");
const ourPort = await freePort();
const ours = await measureAll(441_070_802, () =>
  startProcess(process.execPath, [join(ROOT, "chain/src/main.ts")], `http://127.0.0.1:${ourPort}`, {
    CHAIN_DATA_DIR: join(folder.dir, "chain"),
    RPC_PORT: String(ourPort),
    LOG_LEVEL: "silent",
  }),
);
const anvilPort = await freePort();
const anvil = await measureAll(31_337, () =>
  startProcess(
    join(ROOT, "node_modules/.bin/anvil"),
    ["--port", String(anvilPort), "--silent"],
    `http://127.0.0.1:${anvilPort}`,
  ),
);
await folder.remove();

const row = (work: string, unit: string, our: number, peer: number, ratio: number, goal: string): Row => ({
  work,
  unit,
  ours: Number(our.toPrecision(4)),
  peer: Number(peer.toPrecision(4)),
  peerName: "anvil 1.7.1",
  ratio: Number(ratio.toPrecision(3)),
  goal,
});
const rows = [
  row(
    "send a transfer until its receipt, median",
    "ms",
    ours.latencyMs,
    anvil.latencyMs,
    anvil.latencyMs / ours.latencyMs,
    "<= 200 ms",
  ),
  row(
    "signed transfers",
    "tx/s",
    ours.transfers,
    anvil.transfers,
    ours.transfers / anvil.transfers,
    "engine issue",
  ),
  row(
    "eth_getBalance in batches of 100",
    "calls/s",
    ours.reads,
    anvil.reads,
    ours.reads / anvil.reads,
    "engine issue",
  ),
];
process.stdout.write(
  `${rows.map((r) => `${r.work.padEnd(44)} ours ${r.ours} ${r.unit}, ${r.peerName} ${r.peer} ${r.unit}, ratio ${r.ratio} (goal ${r.goal})`).join("\n")}\n`,
);
if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
