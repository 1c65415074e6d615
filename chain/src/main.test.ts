/**
 * The node as a process: killed at random instants it comes back at the last acknowledged block or a later one with the same
 * roots (INV-DURABLE); what it cannot work with is one sentence and exit code 1; signals stop it cleanly.
 */
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { createPublicClient, createWalletClient, defineChain, type Hex, http } from "viem";
import { developmentAccounts } from "./genesis/developmentAccounts.ts";
import { loadGenesis } from "./genesis/genesis.ts";
import { lockFolder } from "./lock/lockFolder.ts";
import { devnet } from "./presets/presets.ts";
import { openStore } from "./state/openStore.ts";

const MAIN = new URL("./main.ts", import.meta.url).pathname;
const freshDir = (): string => mkdtempSync(join(tmpdir(), "chain-main-"));

type Running = { child: ChildProcess; url: string };

function launch(dataDir: string, args: string[] = [], shell?: string): ChildProcess {
  const command = [process.execPath, MAIN, "--port", "0", "--data-dir", dataDir, ...args];
  const env = { PATH: process.env.PATH, LOG_LEVEL: "info" };
  return shell === undefined
    ? spawn(command[0] as string, command.slice(1), { env, stdio: ["ignore", "pipe", "pipe"] })
    : spawn("sh", ["-c", `${shell}; exec ${command.join(" ")}`], { env, stdio: ["ignore", "pipe", "pipe"] });
}

async function start(dataDir: string, args: string[] = [], shell?: string): Promise<Running> {
  const child = launch(dataDir, args, shell);
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    const entry = JSON.parse(line) as { msg?: string; url?: string };
    if (entry.msg === "node ready") return { child, url: entry.url as string };
  }
  throw new Error(`the node did not start: ${await text(child.stderr)}`);
}

async function exit(child: ChildProcess): Promise<{ code: number | null; stderr: string }> {
  const stderr = text(child.stderr);
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { code, stderr: await stderr };
}

async function text(stream: NodeJS.ReadableStream | null): Promise<string> {
  let all = "";
  for await (const part of stream ?? []) all += part;
  return all;
}

/** mulberry32: the instants of the kills repeat from run to run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

test("INV-DURABLE: killed at random instants, no acknowledged block is lost or changed", async () => {
  const dataDir = freshDir();
  const next = random(4_410_708);
  const acknowledged = new Map<bigint, { hash: Hex; stateRoot: Hex }>();
  const [account] = developmentAccounts();
  assert.ok(account);
  for (let round = 0; round < 4; round++) {
    const { child, url } = await start(dataDir, ["--dev", "--heartbeat", "0"]);
    const chain = defineChain({
      id: devnet.chainId,
      name: "devnet",
      nativeCurrency: { name: "CyberMiles", symbol: "CMT", decimals: 18 },
      rpcUrls: { default: { http: [url] } },
    });
    const transport = http(url, { retryCount: 0 });
    const reader = createPublicClient({ chain, transport, cacheTime: 0 });
    const wallet = createWalletClient({ chain, transport, account });
    for (const [number, block] of acknowledged) {
      const found = await reader.getBlock({ blockNumber: number });
      assert.deepEqual({ hash: found.hash, stateRoot: found.stateRoot }, block, `block ${number}`);
    }
    const exited = exit(child);
    let left = 4 + Math.floor(next() * 6);
    for (;;) {
      try {
        await wallet.sendTransaction({ to: `0x${"ab".repeat(20)}`, value: 1n, gas: 21_000n });
        const { number, hash, stateRoot } = await reader.getBlock();
        acknowledged.set(number, { hash, stateRoot });
        if (--left === 0) setTimeout(() => child.kill("SIGKILL"), next() * 60);
      } catch {
        break;
      }
    }
    await exited;
  }
  assert.ok(acknowledged.size >= 16, `${acknowledged.size} blocks`);
  const store = openStore(dataDir, devnet, loadGenesis(devnet));
  const head = store.head().header.number;
  assert.ok(BigInt(head) >= Math.max(...[...acknowledged.keys()].map(Number)));
  const sent = store.stateAt(head).account(`0x${"ab".repeat(20)}`)?.balance;
  assert.equal(sent, BigInt(head), "one transfer a block, each applied once");
  await store.tables.environment.close();
});

test("signals stop it cleanly, and the same folder starts again", async () => {
  const dataDir = freshDir();
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    const { child } = await start(dataDir);
    const exited = exit(child);
    child.kill(signal);
    assert.deepEqual(await exited, { code: 0, stderr: "" });
  }
});

async function refused(
  dataDir: string,
  expected: RegExp,
  args: string[] = [],
  shell?: string,
): Promise<void> {
  const { code, stderr } = await exit(launch(dataDir, args, shell));
  assert.match(stderr, expected);
  assert.equal(stderr.trim().split("\n").length, 1, stderr);
  assert.equal(code, 1);
}

test("a folder or a port in use is one sentence and exit code 1", async () => {
  const { child, url } = await start(freshDir());
  await refused(freshDir(), /cannot listen on 127.0.0.1:\d+: the port is in use/, [
    "--port",
    new URL(url).port,
  ]);
  const dataDir = freshDir();
  const lock = lockFolder(dataDir, "a test");
  await refused(dataDir, /in use by a test \(process \d+/);
  lock.release();
  const exited = exit(child);
  child.kill("SIGTERM");
  await exited;
});

test("a disk that takes no more ends the node before anyone hears of the block", async () => {
  const dataDir = freshDir();
  const limit = "ulimit -f 700"; // blocks of 512 bytes or 1 KiB: the file may not grow beyond a few hundred KiB
  const { child, url } = await start(dataDir, ["--dev", "--heartbeat", "0"], limit);
  const exited = exit(child);
  const ask = async (
    method: string,
    params: unknown[],
  ): Promise<{ result?: string; error?: { message: string } }> => {
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    return (await response.json()) as { result?: string };
  };
  let last = 0;
  for (let i = 0; i < 5_000; i++) {
    const mined = await ask("evm_mine", []).catch(() => ({ error: { message: "gone" } }));
    if ("error" in mined && mined.error) break;
    const height = await ask("eth_blockNumber", []).catch(() => ({ result: undefined }));
    if (height.result === undefined) break;
    last = Number(height.result);
  }
  const { code, stderr } = await exited;
  assert.equal(code, 1);
  assert.match(stderr, /block could not be written: .*full or read-only/);
  const store = openStore(dataDir, devnet, loadGenesis(devnet));
  assert.equal(store.head().header.number, last);
  await store.tables.environment.close();
});
