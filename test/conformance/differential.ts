// One random case on both engines: the same pre-state and transactions must give the same receipts and the same diff.
import { secp256k1 } from "@noble/curves/secp256k1.js";
import { EMPTY_CODE_HASH, keccak256, keccak256Hex } from "../../chain/src/crypto/keccak256.ts";
import { bytesToHex, type Hex, word } from "../../chain/src/encoding/hex.ts";
import type { ExecutedBlock } from "../../chain/src/execution/execution.ts";
import type { RulesName } from "../../chain/src/execution/rules.ts";
import type { Account, StateReader } from "../../chain/src/state/stateReader.ts";
import type { Authorization } from "../../chain/src/transaction/transaction.ts";
import { EMPTY_TRIE_ROOT } from "../../chain/src/trie/node.ts";
import { engineFor } from "./engines.ts";
import {
  CONTRACTS,
  ENVIRONMENT,
  type Random,
  randomProgram,
  randomTransaction,
  SENDER,
  seededRandom,
} from "./randomPrograms.ts";

const FORKS = ["cancun", "prague", "osaka"] as const satisfies readonly RulesName[];
const MAX_TRANSACTIONS = 3;
const KEYS = [1, 2, 3].map((n) => new Uint8Array(32).fill(n));

/** Undefined where both engines agree, else what differs. */
export async function compareEngines(seed: number): Promise<string | undefined> {
  const random = seededRandom(seed);
  const fork = FORKS[random(FORKS.length)] as (typeof FORKS)[number];
  const state = randomState(random);
  const authorizations = fork === "cancun" ? [] : KEYS.map((key) => randomAuthorization(random, key));
  const transactions = Array.from({ length: 1 + random(MAX_TRANSACTIONS) }, (_, i) =>
    randomTransaction(random, BigInt(i), authorizations),
  );
  const block = { environment: ENVIRONMENT, transactions };
  const reference = describe(await engineFor("ethereumjs", fork, 1).execute(block, state));
  const ours = describe(await engineFor("vm", fork, 1).execute(block, state));
  if (ours === reference) return undefined;
  const [a, b] = [ours.split("\n"), reference.split("\n")];
  const at = a.findIndex((line, i) => line !== b[i]);
  return `seed ${seed} (${fork}): ours ${a[at] ?? "nothing"}, reference ${b[at] ?? "nothing"}`;
}

function randomState(random: Random): StateReader {
  const accounts = new Map<Hex, Account>();
  const codes = new Map<Hex, Uint8Array>();
  const storage = new Map<string, Uint8Array>();
  const put = (address: Hex, balance: bigint, code?: Uint8Array): void => {
    const codeHash = code === undefined ? EMPTY_CODE_HASH : keccak256Hex(code);
    if (code !== undefined) codes.set(codeHash, code);
    accounts.set(address, { nonce: code ? 1n : 0n, balance, codeHash, storageRoot: EMPTY_TRIE_ROOT });
  };
  put(SENDER, 10n ** 18n);
  for (const address of CONTRACTS) {
    put(address, BigInt(random(2_000)), randomProgram(random));
    for (let slot = 0n; slot < 3n; slot++)
      if (random(2) === 0) storage.set(address + word(slot), Uint8Array.of(1 + random(3)));
  }
  return {
    account: (address) => accounts.get(address),
    storage: (address, slot) => storage.get(address + slot) ?? new Uint8Array(0),
    code: (hash) => codes.get(hash) ?? new Uint8Array(0),
    blockHash: (number) => keccak256Hex(Buffer.from(String(number))),
  };
}

/** Signed over keccak(0x05 || rlp([chain id, address, nonce])), written out for one-byte chain id and nonce. */
function randomAuthorization(random: Random, key: Uint8Array): Authorization {
  const address = CONTRACTS[random(CONTRACTS.length)] as Hex;
  const nonce = BigInt(random(3));
  const payload = Buffer.concat([
    Uint8Array.of(0x05, 0xd7, 0x01, 0x94),
    Buffer.from(address.slice(2), "hex"),
    Uint8Array.of(nonce === 0n ? 0x80 : Number(nonce)),
  ]);
  const bytes = secp256k1.sign(keccak256(payload), key, { prehash: false, format: "recovered" });
  const signature = secp256k1.Signature.fromBytes(bytes, "recovered");
  return {
    chainId: 1n,
    address,
    nonce,
    yParity: signature.recovery ?? 0,
    r: signature.r,
    s: signature.s,
  };
}

function describe({ receipts, rejected, gasUsed, diff }: ExecutedBlock): string {
  const lines = rejected.map(({ reason }) => `rejected ${reason}`);
  for (const [i, { succeeded, gasUsed: gas, logs, contractAddress }] of receipts.entries()) {
    lines.push(`receipt ${i} ${succeeded} gas ${gas} ${contractAddress}`);
    for (const { address, topics, data } of logs)
      lines.push(`log ${address} ${topics.join(" ")} ${bytesToHex(data)}`);
  }
  lines.push(`gas ${gasUsed}`);
  const changes = [...diff.accounts].map(([address, account]) =>
    account === null
      ? `account ${address} gone`
      : `account ${address} ${account.nonce} ${account.balance} ${account.codeHash}`,
  );
  for (const [address, slots] of diff.storage)
    for (const [slot, value] of slots) changes.push(`storage ${address} ${slot} ${bytesToHex(value)}`);
  for (const hash of diff.code.keys()) changes.push(`code ${hash}`);
  return [...lines, ...changes.sort()].join("\n");
}
