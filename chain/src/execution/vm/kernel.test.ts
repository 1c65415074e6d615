/** What the kernel may never do: turn a fault of the host, or of its own limits, into a result of the EVM. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { EMPTY_CODE_HASH, keccak256Hex } from "../../crypto/keccak256.ts";
import { type Hex, hexToBytes, word } from "../../encoding/hex.ts";
import type { StateReader } from "../../state/stateReader.ts";
import { EMPTY_TRIE_ROOT } from "../../trie/node.ts";
import type { BlockEnvironment, Message } from "../execution.ts";
import { createVmEngine } from "./engine.ts";
import { KernelFaultError } from "./kernel.ts";

const CALLER: Hex = `0x${"aa".repeat(20)}`;
const CONTRACT: Hex = `0x${"bb".repeat(20)}`;
const environment: BlockEnvironment = {
  number: 7,
  timestampSec: 1_800_000_000,
  gasLimit: 30_000_000n,
  baseFeePerGas: 10n,
  coinbase: `0x${"cb".repeat(20)}`,
  prevRandao: word(1n),
  parentHash: word(2n),
};
const engine = createVmEngine({
  chainId: 1,
  baseFeeSink: "burn",
  transactionGasCap: 16_777_216n,
  forks: [{ rules: "osaka", fromBlock: 0 }],
});

function stateWith(code: string, storage: StateReader["storage"]): StateReader {
  const bytes = hexToBytes(code);
  const codeHash = keccak256Hex(bytes);
  return {
    account: (address) => ({
      nonce: 1n,
      balance: 10n ** 18n,
      storageRoot: EMPTY_TRIE_ROOT,
      codeHash: address === CONTRACT ? codeHash : EMPTY_CODE_HASH,
    }),
    storage,
    code: () => bytes,
    blockHash: () => undefined,
  };
}

function message(gasLimit: bigint): Message {
  return {
    from: CALLER,
    to: CONTRACT,
    value: 0n,
    data: new Uint8Array(0),
    gasLimit,
    fees: undefined,
    accessList: [],
    authorizationList: [],
  };
}

/** SLOAD of slot 0, returned. */
const READS_STORAGE = "0x5f545f5260205ff3";

test("a state that cannot be read stops the run, and the next one is sound", async () => {
  const broken = stateWith(READS_STORAGE, () => {
    throw new Error("disk gone");
  });
  await assert.rejects(engine.simulate(message(100_000n), environment, broken), (error: unknown) => {
    assert.ok(error instanceof KernelFaultError);
    assert.match(error.message, /disk gone/);
    return true;
  });
  const sound = stateWith(READS_STORAGE, () => Uint8Array.of(5));
  const { outcome, returnData } = await engine.simulate(message(100_000n), environment, sound);
  assert.equal(outcome, "success");
  assert.equal(BigInt(`0x${Buffer.from(returnData).toString("hex")}`), 5n);
});

test("memory beyond what the kernel can hold is a fault, though the gas would pay it", async () => {
  const storesFarAway = stateWith("0x5f64ffffffffff53", () => new Uint8Array(0));
  await assert.rejects(
    engine.simulate(message(2n ** 62n), environment, storesFarAway),
    /memory of call frames is larger/,
  );
  const { outcome, haltReason } = await engine.simulate(message(10_000_000n), environment, storesFarAway);
  assert.deepEqual([outcome, haltReason], ["halt", "out of gas"]);
});

test("1,024 nested calls need none of the host's stack", async () => {
  // Calls itself with all gas it may give, then returns how deep it got: slot-free, by counting in the call data.
  const recursing = stateWith(
    "0x5f355f52 60015f51015f52 60205f60205f5f305af1 60205ff3".replaceAll(" ", ""),
    () => new Uint8Array(0),
  );
  const { outcome, returnData } = await engine.simulate(message(2n ** 50n), environment, recursing);
  assert.equal(outcome, "success");
  assert.equal(BigInt(`0x${Buffer.from(returnData).toString("hex")}`), 1_025n);
});
