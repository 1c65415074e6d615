// Precompiles on inputs that are valid (random programs rarely make such), ours against those of @ethereumjs/evm:
// success, output and gas must be the same, also for inputs cut short or with a byte changed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { bn254 } from "@noble/curves/bn254.js";
import { p256 } from "@noble/curves/nist.js";
import { EMPTY_CODE_HASH } from "../../chain/src/crypto/keccak256.ts";
import { bytesToHex, type Hex, word } from "../../chain/src/encoding/hex.ts";
import type { StateReader } from "../../chain/src/state/stateReader.ts";
import { EMPTY_TRIE_ROOT } from "../../chain/src/trie/node.ts";
import { engineFor } from "./engines.ts";
import { ENVIRONMENT, type Random, SENDER, seededRandom } from "./randomPrograms.ts";

const ROUNDS = 3;
const SEED = 4_410_708;
const GAS_LIMIT = 16_000_000n;
const FP_BYTES = 64;

const emptyState: StateReader = {
  account: (address) =>
    address === SENDER
      ? { nonce: 0n, balance: 10n ** 18n, codeHash: EMPTY_CODE_HASH, storageRoot: EMPTY_TRIE_ROOT }
      : undefined,
  storage: () => new Uint8Array(0),
  code: () => new Uint8Array(0),
  blockHash: () => undefined,
};

function bytes(value: bigint, length: number): Uint8Array {
  return Buffer.from(value.toString(16).padStart(2 * length, "0"), "hex");
}

function scalar(random: Random): bigint {
  return BigInt(1 + random(2 ** 31)) * BigInt(1 + random(2 ** 31)) + 1n;
}

function g1(random: Random): Uint8Array {
  const { x, y } = bls12_381.G1.Point.BASE.multiply(scalar(random)).toAffine();
  return Buffer.concat([bytes(x, FP_BYTES), bytes(y, FP_BYTES)]);
}

function g2(random: Random): Uint8Array {
  const { x, y } = bls12_381.G2.Point.BASE.multiply(scalar(random)).toAffine();
  return Buffer.concat([x.c0, x.c1, y.c0, y.c1].map((part) => bytes(part, FP_BYTES)));
}

function bn1(random: Random): Uint8Array {
  const { x, y } = bn254.G1.Point.BASE.multiply(scalar(random)).toAffine();
  return Buffer.concat([bytes(x, 32), bytes(y, 32)]);
}

function bn2(random: Random): Uint8Array {
  const { x, y } = bn254.G2.Point.BASE.multiply(scalar(random)).toAffine();
  return Buffer.concat([x.c1, x.c0, y.c1, y.c0].map((part) => bytes(part, 32)));
}

function p256Input(random: Random): Uint8Array {
  const secretKey = bytes(scalar(random), 32);
  const hash = bytes(scalar(random), 32);
  const signature = p256.sign(hash, secretKey, { prehash: false, lowS: false });
  return Buffer.concat([hash, signature, p256.getPublicKey(secretKey, false).subarray(1)]);
}

function modexpInput(random: Random): Uint8Array {
  const lengths = [1 + random(70), random(70), 1 + random(70)];
  const body = Array.from({ length: lengths.reduce((a, b) => a + b, 0) }, () => random(256));
  return Buffer.concat([...lengths.map((length) => bytes(BigInt(length), 32)), Uint8Array.from(body)]);
}

const INPUTS: Readonly<Record<string, (random: Random) => Uint8Array>> = {
  "0x5": modexpInput,
  "0x6": (random) => Buffer.concat([bn1(random), bn1(random)]),
  "0x7": (random) => Buffer.concat([bn1(random), bytes(scalar(random), 32)]),
  "0x8": (random) => Buffer.concat([bn1(random), bn2(random), bn1(random), bn2(random)]),
  "0xb": (random) => Buffer.concat([g1(random), g1(random)]),
  "0xc": (random) => Buffer.concat([g1(random), bytes(scalar(random), 32), g1(random), bytes(3n, 32)]),
  "0xd": (random) => Buffer.concat([g2(random), g2(random)]),
  "0xe": (random) => Buffer.concat([g2(random), bytes(scalar(random), 32)]),
  "0xf": (random) => Buffer.concat([g1(random), g2(random)]),
  "0x10": (random) => bytes(scalar(random), FP_BYTES),
  "0x11": (random) => Buffer.concat([bytes(scalar(random), FP_BYTES), bytes(scalar(random), FP_BYTES)]),
  "0x100": p256Input,
};

async function outcomeOf(engine: "vm" | "ethereumjs", to: Hex, data: Uint8Array): Promise<string> {
  const message = {
    from: SENDER,
    to,
    value: 0n,
    data,
    gasLimit: GAS_LIMIT,
    fees: undefined,
    accessList: [],
    authorizationList: [],
  };
  const { outcome, returnData, gasUsed } = await engineFor(engine, "osaka", 1).simulate(
    message,
    ENVIRONMENT,
    emptyState,
  );
  return `${outcome === "success"} ${bytesToHex(returnData)} ${gasUsed}`; // the reference calls some failures reverts
}

for (const [id, makeInput] of Object.entries(INPUTS)) {
  test(`precompile ${id} on valid, cut and changed inputs`, async () => {
    const random = seededRandom(SEED);
    const to: Hex = `0x${word(BigInt(id)).slice(-40)}`;
    for (let round = 0; round < ROUNDS; round++) {
      const valid = makeInput(random);
      const changed = Uint8Array.from(valid);
      changed[random(changed.length)] = random(256);
      const ours = await outcomeOf("vm", to, valid);
      assert.match(ours, /^true 0x./, "a valid input has an output");
      for (const input of [valid, valid.subarray(0, valid.length - 1), changed])
        assert.equal(await outcomeOf("vm", to, input), await outcomeOf("ethereumjs", to, input));
    }
  });
}
