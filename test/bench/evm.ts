// `npm run bench:evm [-- --json FILE]`: million gas a second of our virtual machine, of @ethereumjs/evm and of anvil (revm, native)
// on the same programs in the same run. Ours and @ethereumjs/evm are called in process, anvil by `eth_call`; the best of some runs.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";
import { EMPTY_CODE_HASH, keccak256Hex } from "../../chain/src/crypto/keccak256.ts";
import { type Hex, hexToBytes } from "../../chain/src/encoding/hex.ts";
import type { Engine } from "../../chain/src/execution/execution.ts";
import type { StateReader } from "../../chain/src/state/stateReader.ts";
import { EMPTY_TRIE_ROOT } from "../../chain/src/trie/node.ts";
import { engineFor } from "../conformance/engines.ts";
import { ENVIRONMENT, SENDER } from "../conformance/randomPrograms.ts";
import { freePort } from "../support/suite.ts";
import { arithmeticLoop, tokenLoop } from "./evmPrograms.ts";

interface Work {
  readonly name: string;
  readonly program: (count: number) => Hex;
  /** Iterations for fast engines, and for the slow one. */
  readonly count: number;
  readonly slowCount: number;
  readonly goal: string;
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

const WORKS: readonly Work[] = [
  {
    name: "256-bit arithmetic loop, interpreted",
    program: arithmeticLoop,
    count: 600_000,
    slowCount: 20_000,
    goal: ">= 0.6x anvil",
  },
  {
    name: "ERC-20 transfer loop",
    program: tokenLoop,
    count: 40_000,
    slowCount: 2_000,
    goal: ">= 1x anvil",
  },
];
const CONTRACT: Hex = `0x${"bb".repeat(20)}`;
const GAS_LIMIT = 4_000_000_000n;
const RUNS = 5;
const ANVIL = join(import.meta.dirname, "..", "..", "node_modules", ".bin", "anvil");

function stateWith(code: Hex): StateReader {
  const bytes = hexToBytes(code);
  const codeHash = keccak256Hex(bytes);
  const account = { nonce: 1n, balance: 10n ** 18n, storageRoot: EMPTY_TRIE_ROOT } as const;
  return {
    account: (address) => ({ ...account, codeHash: address === CONTRACT ? codeHash : EMPTY_CODE_HASH }),
    storage: () => new Uint8Array(0),
    code: () => bytes,
    blockHash: () => undefined,
  };
}

/** The best of some runs: what else the machine does only slows. */
async function best(run: () => Promise<number>): Promise<{ gas: number; seconds: number }> {
  let seconds = Number.POSITIVE_INFINITY;
  let gas = 0;
  for (let i = 0; i < RUNS; i++) {
    const startedAtMs = performance.now();
    gas = await run();
    seconds = Math.min(seconds, (performance.now() - startedAtMs) / 1000);
  }
  return { gas, seconds };
}

async function measureEngine(engine: Engine, code: Hex): Promise<{ gas: number; seconds: number }> {
  const state = stateWith(code);
  const message = {
    from: SENDER,
    to: CONTRACT,
    value: 0n,
    data: new Uint8Array(0),
    gasLimit: GAS_LIMIT,
    fees: undefined,
    accessList: [],
    authorizationList: [],
  };
  return best(async () => {
    const { outcome, gasUsed, refundedGas, haltReason } = await engine.simulate(message, ENVIRONMENT, state);
    if (outcome !== "success") throw new Error(`the program ended by ${haltReason ?? outcome}`);
    return Number(gasUsed + refundedGas);
  });
}

async function rpc(url: string, method: string, params: readonly unknown[]): Promise<unknown> {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  const answer = (await response.json()) as { result?: unknown; error?: { message: string } };
  if (answer.error !== undefined) throw new Error(answer.error.message);
  return answer.result;
}

async function untilUp(url: string): Promise<void> {
  for (let i = 0; i < 600; i++) {
    try {
      await rpc(url, "eth_chainId", []);
      return;
    } catch {
      await delay(50);
    }
  }
  throw new Error(`${url} did not answer within 30 s`);
}

async function measureAnvil(url: string, code: Hex): Promise<number> {
  await rpc(url, "anvil_setCode", [CONTRACT, code]);
  const call = { from: SENDER, to: CONTRACT, gas: `0x${GAS_LIMIT.toString(16)}` };
  const { seconds } = await best(async () => {
    await rpc(url, "eth_call", [call, "latest"]);
    return 0;
  });
  return seconds;
}

function row(work: Work, ours: number, peer: number, peerName: string): Row {
  return {
    work: work.name,
    unit: "Mgas/s",
    ours: Number(ours.toPrecision(4)),
    peer: Number(peer.toPrecision(4)),
    peerName,
    ratio: Number((ours / peer).toPrecision(3)),
    goal: peerName.startsWith("anvil") ? work.goal : "faster",
  };
}

const { values } = parseArgs({ options: { json: { type: "string" } } });
const port = await freePort();
const anvil = spawn(ANVIL, ["--port", String(port), "--silent", "--gas-limit", String(GAS_LIMIT)], {
  stdio: "ignore",
});
const rows: Row[] = [];
try {
  const url = `http://127.0.0.1:${port}`;
  await untilUp(url);
  for (const work of WORKS) {
    const ours = await measureEngine(engineFor("vm", "osaka", 1), work.program(work.count));
    const ourSpeed = ours.gas / ours.seconds / 1e6;
    const slow = await measureEngine(engineFor("ethereumjs", "osaka", 1), work.program(work.slowCount));
    const anvilSeconds = await measureAnvil(url, work.program(work.count));
    rows.push(row(work, ourSpeed, ours.gas / anvilSeconds / 1e6, "anvil 1.7.1"));
    rows.push(row(work, ourSpeed, slow.gas / slow.seconds / 1e6, "@ethereumjs/evm 10.1.3"));
  }
} finally {
  anvil.kill("SIGTERM");
}
for (const { work, ours, unit, peerName, peer, ratio, goal } of rows)
  process.stdout.write(
    `${work.padEnd(38)} ours ${ours} ${unit}, ${peerName} ${peer} ${unit}, ratio ${ratio} (goal ${goal})\n`,
  );
if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
