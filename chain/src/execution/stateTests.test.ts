/**
 * Ethereum's published state tests (Cancun) against the engine, roots and logs included. They are not part of the project:
 * ETHEREUM_TESTS_DIR, or a folder `shared/vectors` beside the repository, holds them; without either the test is skipped.
 * By default every 40th file runs; STATE_TESTS=all runs them all.
 */
import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { RLP } from "@ethereumjs/rlp";
import { keccak256Hex } from "../crypto/keccak256.ts";
import { type Hex, hexToBytes } from "../encoding/hex.ts";
import { type GenesisAccount, genesisDiff } from "../genesis/genesis.ts";
import { MemoryState } from "../state/memoryState.ts";
import type { StateDiff } from "../state/stateReader.ts";
import { decodeTransaction, InvalidTransactionError } from "../transaction/decodeTransaction.ts";
import { createEngine } from "./ethereumjs/engine.ts";
import type { BlockEnvironment } from "./execution.ts";

type Account = { balance: Hex; nonce: Hex; code: Hex; storage: Record<Hex, Hex> };
type Case = { hash: Hex; logs: Hex; txbytes: Hex; expectException?: string };
type StateTest = { env: Record<string, Hex>; pre: Record<Hex, Account>; post: Record<string, Case[]> };

const directory =
  process.env.ETHEREUM_TESTS_DIR ?? new URL("../../../../shared/vectors", import.meta.url).pathname;
const folder = `${directory}/GeneralStateTests`;
const stride = process.env.STATE_TESTS === "all" ? 1 : 40;
const skip = existsSync(folder) ? false : `no published state tests in ${folder}`;
/** Slow in any JavaScript engine, or over what a heap of this size holds. */
const TOO_SLOW =
  /stTimeConsuming|static_Call50000|Call50000|Call1MB|stQuadratic|loopMul|loopExp|performance/i;

const engine = createEngine({
  chainId: 1,
  baseFeeSink: "burn",
  transactionGasCap: 2n ** 63n,
  forks: [{ rules: "cancun", fromBlock: 0 }],
});

test("published state tests", { skip }, async (context) => {
  const files = globSync("**/*.json", { cwd: folder }).sort();
  const chosen = files.filter((name, i) => i % stride === 0 && !TOO_SLOW.test(name));
  let passed = 0;
  let blobs = 0;
  const failures: string[] = [];
  for (const name of chosen) {
    const tests = JSON.parse(readFileSync(`${folder}/${name}`, "utf8")) as Record<string, StateTest>;
    for (const [title, stateTest] of Object.entries(tests)) {
      for (const [i, single] of (stateTest.post.Cancun ?? []).entries()) {
        if (single.txbytes.startsWith("0x03")) {
          blobs++;
          continue;
        }
        const fault = await run(stateTest, single);
        if (fault === undefined) passed++;
        else failures.push(`${name} ${title} ${i}: ${fault}`);
      }
    }
  }
  context.diagnostic(
    `${passed} cases passed, ${failures.length} failed, ${blobs} skipped (blob transactions), ${chosen.length} of ${files.length} files`,
  );
  assert.deepEqual(failures.slice(0, 20), []);
});

async function run({ env, pre }: StateTest, single: Case): Promise<string | undefined> {
  const state = new MemoryState();
  state.apply(preStateDiff(pre));
  let logs: unknown[] = [];
  try {
    const tx = decodeTransaction(hexToBytes(single.txbytes));
    const { receipts, diff, rejected } = await engine.execute(
      { environment: environmentOf(env), transactions: [tx] },
      state,
    );
    if (rejected.length === 0) {
      if (single.expectException !== undefined) return `expected ${single.expectException}`;
      logs = (receipts[0]?.logs ?? []).map((log) => [
        hexToBytes(log.address),
        log.topics.map(hexToBytes),
        log.data,
      ]);
      state.apply(diff);
    } else if (single.expectException === undefined) return `rejected: ${rejected[0]?.reason}`;
  } catch (error) {
    if (!(error instanceof InvalidTransactionError)) throw error;
    return single.expectException === undefined ? `undecodable: ${error.message}` : undefined;
  }
  if (state.root !== single.hash) return `root ${state.root}, expected ${single.hash}`;
  const logsHash = keccak256Hex(RLP.encode(logs as Parameters<typeof RLP.encode>[0]));
  return logsHash === single.logs ? undefined : `logs hash ${logsHash}, expected ${single.logs}`;
}

function preStateDiff(pre: StateTest["pre"]): StateDiff {
  const alloc: Record<Hex, GenesisAccount> = {};
  for (const [address, { balance, code, storage }] of Object.entries(pre)) {
    const slots = Object.entries(storage).map(([slot, value]) => [pad(slot), pad(value)]);
    const balanceAtto = BigInt(balance).toString();
    alloc[address as Hex] = {
      balanceAtto,
      storage: Object.fromEntries(slots),
      ...(code !== "0x" && { code }),
    };
  }
  const diff = genesisDiff({ alloc });
  for (const [address, account] of diff.accounts)
    if (account) account.nonce = BigInt(pre[address]?.nonce ?? 0); // some are near 2^64
  return diff;
}

function environmentOf(env: Record<string, Hex>): BlockEnvironment {
  const field = (name: string): Hex => env[name] ?? "0x0";
  return {
    number: Number(field("currentNumber")),
    timestampSec: Number(field("currentTimestamp")),
    gasLimit: BigInt(field("currentGasLimit")),
    baseFeePerGas: BigInt(field("currentBaseFee")),
    coinbase: field("currentCoinbase"),
    prevRandao: pad(field("currentRandom")),
    parentHash: pad("0x0"),
  };
}

function pad(value: string): Hex {
  return `0x${value.slice(2).padStart(64, "0")}`;
}
