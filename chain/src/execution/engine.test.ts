/**
 * The engine against `@ethereumjs/vm` under Osaka: the same random transactions (seeded) must give the same gas, outcome and
 * state root. The transition around the call is ours, so its rules are what this tests: intrinsic and floor gas, access lists,
 * refunds, creation, delegation, fees. (The published state tests beside this one cover the instructions.)
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createBlock } from "@ethereumjs/block";
import { createCustomCommon, Hardfork, Mainnet } from "@ethereumjs/common";
import { createTxFromRLP } from "@ethereumjs/tx";
import { Account, Address, hexToBytes as toBytes } from "@ethereumjs/util";
import { createVM, runTx, type VM } from "@ethereumjs/vm";
import fc from "fast-check";
import { encodeFunctionData, type Hex, zeroAddress } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { bytesToHex, hexToBytes, word } from "../encoding/hex.ts";
import { genesisDiff } from "../genesis/genesis.ts";
import { compileProbe } from "../rpc/testNode.ts";
import { MemoryState } from "../state/memoryState.ts";
import { decodeTransaction } from "../transaction/decodeTransaction.ts";
import type { BlockEnvironment } from "./execution.ts";
import { createVmEngine } from "./vm/engine.ts";

const CHAIN_ID = 441_070_802;
const signers = [1n, 2n, 3n].map((key) => privateKeyToAccount(word(key)));
const probe = compileProbe();
const PROBE: Hex = `0x${"cc".repeat(20)}`;
const COINBASE: Hex = `0x${"c0".repeat(20)}`;
const environment: BlockEnvironment = {
  number: 5,
  timestampSec: 1_800_000_000,
  gasLimit: 30_000_000n,
  baseFeePerGas: 1_000n,
  coinbase: COINBASE,
  prevRandao: word(7n),
  parentHash: word(9n),
};

const callData = (functionName: string, args: unknown[] = []): Hex =>
  encodeFunctionData({ abi: probe.abi, functionName, args });
const action = fc.oneof(
  fc.record({ kind: fc.constant("transfer" as const), data: fc.uint8Array({ maxLength: 200 }) }),
  fc.record({ kind: fc.constant("note" as const), value: fc.bigInt(0n, 3n) }),
  fc.record({ kind: fc.constant("clear" as const), cell: fc.bigInt(0n, 3n) }),
  fc.record({ kind: fc.constant("nested" as const), value: fc.bigInt(0n, 3n) }),
  fc.record({ kind: fc.constantFrom("failWithText", "failWithError", "burnGas") }),
  fc.record({ kind: fc.constantFrom("create", "createOutOfGas", "delegate", "undelegate") }),
);
const transaction = fc.record({
  action,
  signer: fc.nat(2),
  type: fc.constantFrom(0, 1, 2),
  value: fc.bigInt(0n, 5n),
  tip: fc.bigInt(0n, 50n),
  gas: fc.constantFrom(120_000n, 300_000n),
  accessSlot: fc.option(fc.bigInt(0n, 2n)),
});
type Wanted = typeof transaction extends fc.Arbitrary<infer T> ? T : never;

test("gas, outcomes and roots equal those of @ethereumjs/vm", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(transaction, { minLength: 1, maxLength: 6 }), async (wanted) => {
      const nonces = [0, 0, 0];
      const raws: Hex[] = [];
      for (const one of wanted) raws.push(await sign(one, nonces));
      const ours = await runOurs(raws);
      const theirs = await runTheirs(raws);
      assert.deepEqual(ours, theirs);
    }),
    { seed: 4410708, numRuns: 40 },
  );
});

async function sign(
  { action: what, signer, type, value, tip, gas, accessSlot }: Wanted,
  nonces: number[],
): Promise<Hex> {
  const account = signers[signer] as (typeof signers)[number];
  const nonce = nonces[signer] ?? 0;
  nonces[signer] = nonce + 1;
  const accessList = accessSlot === null ? [] : [{ address: PROBE, storageKeys: [word(accessSlot)] }];
  const common = { chainId: CHAIN_ID, nonce, gas, ...targetOf(what) };
  const fees = { maxFeePerGas: 2_000n, maxPriorityFeePerGas: tip };
  if (what.kind === "delegate" || what.kind === "undelegate") {
    const address = what.kind === "delegate" ? PROBE : zeroAddress;
    const other = (signer + 1) % 3;
    const signerOfIt = signers[other] as (typeof signers)[number];
    const authorization = await signerOfIt.signAuthorization({
      chainId: CHAIN_ID,
      address,
      nonce: nonces[other] ?? 0,
    });
    nonces[other] = (nonces[other] ?? 0) + 1;
    const to = signerOfIt.address;
    return account.signTransaction({
      ...common,
      ...fees,
      to,
      authorizationList: [authorization],
      accessList,
      type: "eip7702",
    });
  }
  const paid = { ...common, value: what.kind === "transfer" || what.kind === "note" ? value : 0n };
  if (type === 0) return account.signTransaction({ ...paid, gasPrice: 1_000n + tip, type: "legacy" });
  if (type === 1)
    return account.signTransaction({ ...paid, gasPrice: 1_000n + tip, accessList, type: "eip2930" });
  return account.signTransaction({ ...paid, ...fees, accessList, type: "eip1559" });
}

function targetOf(what: Wanted["action"]): { to?: Hex; data: Hex; gas?: bigint } {
  if (what.kind === "transfer") return { to: `0x${"dd".repeat(20)}`, data: bytesToHex(what.data) };
  if (what.kind === "create") return { data: probe.bytecode, gas: 2_000_000n };
  if (what.kind === "createOutOfGas") return { data: probe.bytecode, gas: 200_000n };
  if (what.kind === "delegate" || what.kind === "undelegate") return { data: callData("note", [2n]) };
  if (what.kind === "note") return { to: PROBE, data: callData("note", [what.value]) };
  if (what.kind === "clear") return { to: PROBE, data: callData("clear", [what.cell]) };
  if (what.kind === "nested") return { to: PROBE, data: callData("noteThrough", [PROBE, what.value]) };
  return { to: PROBE, data: callData(what.kind) };
}

type Outcome = { outcomes: { gasUsed: bigint; succeeded: boolean; logs: number }[]; root: Hex };
const BALANCE = 10n ** 18n;

async function runOurs(raws: readonly Hex[]): Promise<Outcome> {
  const engine = createVmEngine({
    chainId: CHAIN_ID,
    baseFeeSink: "burn",
    transactionGasCap: 16_777_216n,
    forks: [{ rules: "osaka", fromBlock: 0 }],
  });
  const state = new MemoryState();
  const alloc = Object.fromEntries(
    signers.map(({ address }) => [address.toLowerCase(), { balanceAtto: BALANCE.toString() }]),
  );
  state.apply(
    genesisDiff({ alloc: { ...alloc, [PROBE]: { code: probe.runtime, storage: { [word(0n)]: word(3n) } } } }),
  );
  const transactions = raws.map((raw) => decodeTransaction(hexToBytes(raw)));
  const { receipts, rejected, diff } = await engine.execute({ environment, transactions }, state);
  assert.deepEqual(rejected, []);
  state.apply(diff);
  const outcomes = receipts.map(({ gasUsed, succeeded, logs }) => ({
    gasUsed,
    succeeded,
    logs: logs.length,
  }));
  return { outcomes, root: state.root };
}

async function runTheirs(raws: readonly Hex[]): Promise<Outcome> {
  const common = createCustomCommon({ chainId: CHAIN_ID }, Mainnet, { hardfork: Hardfork.Osaka });
  const vm = await createVM({ common });
  await prepare(vm);
  const { number, timestampSec, gasLimit, baseFeePerGas } = environment;
  const header = {
    number,
    timestamp: timestampSec,
    gasLimit,
    baseFeePerGas,
    coinbase: COINBASE,
    mixHash: environment.prevRandao,
  };
  const block = createBlock({ header }, { common });
  const outcomes: Outcome["outcomes"] = [];
  for (const raw of raws) {
    const tx = createTxFromRLP(toBytes(raw), { common });
    const { totalGasSpent, execResult } = await runTx(vm, { tx, block });
    const succeeded = execResult.exceptionError === undefined;
    outcomes.push({
      gasUsed: totalGasSpent,
      succeeded,
      logs: succeeded ? (execResult.logs?.length ?? 0) : 0,
    });
  }
  return { outcomes, root: bytesToHex(await vm.stateManager.getStateRoot()) };
}

async function prepare(vm: VM): Promise<void> {
  const { stateManager } = vm;
  for (const { address } of signers)
    await stateManager.putAccount(new Address(toBytes(address)), new Account(0n, BALANCE));
  const contract = new Address(toBytes(PROBE));
  await stateManager.putAccount(contract, new Account(0n, 0n));
  await stateManager.putCode(contract, hexToBytes(probe.runtime));
  await stateManager.putStorage(contract, hexToBytes(word(0n)), Uint8Array.of(3));
}
