// Random EVM programs and transactions for differential runs, made from a seed alone. Programs are mostly sensible: operands are
// pushed, memory offsets small, jumps often land; a part is noise, so that every kind of halt is met.
import { type Hex, hexToBytes, word } from "../../chain/src/encoding/hex.ts";
import type { BlockEnvironment } from "../../chain/src/execution/execution.ts";
import type { Authorization, Transaction } from "../../chain/src/transaction/transaction.ts";

export type Random = (below: number) => number;

/** xorshift32: small, seeded, good enough to pick opcodes. */
export function seededRandom(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1) || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

export const SENDER: Hex = `0x${"5e".repeat(20)}`;
export const COINBASE: Hex = `0x${"cb".repeat(20)}`;
export const CONTRACTS: readonly Hex[] = ["c1", "c2", "c3", "c4", "c5"].map(
  (byte): Hex => `0x${byte.repeat(20)}`,
);
const OTHERS: readonly Hex[] = [SENDER, COINBASE, `0x${"ee".repeat(20)}`];
const PRECOMPILES: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 16, 0x100, 18];

/** How many words an opcode takes; what is not listed takes none. */
const OPERANDS: Readonly<Record<number, number>> = Object.fromEntries([
  ...range(0x01, 0x07, 2),
  ...range(0x08, 0x09, 3),
  ...range(0x0a, 0x0b, 2),
  ...range(0x10, 0x14, 2),
  [0x15, 1],
  ...range(0x16, 0x18, 2),
  [0x19, 1],
  ...range(0x1a, 0x1d, 2),
  [0x1e, 1],
  [0x20, 2],
  ...range(0x30, 0x34, 0),
  [0x31, 1],
  [0x35, 1],
  [0x36, 0],
  [0x37, 3],
  [0x38, 0],
  [0x39, 3],
  [0x3a, 0],
  [0x3b, 1],
  [0x3c, 4],
  [0x3d, 0],
  [0x3e, 3],
  [0x3f, 1],
  [0x40, 1],
  ...range(0x41, 0x48, 0),
  [0x49, 1],
  [0x4a, 0],
  [0x50, 1],
  [0x51, 1],
  ...range(0x52, 0x53, 2),
  ...range(0x58, 0x5b, 0),
  [0x5e, 3],
  [0x5f, 0],
  ...range(0xa0, 0xa4, 2).map(([opcode], i): [number, number] => [opcode, 2 + i]),
]);
const SIMPLE = Object.keys(OPERANDS).map(Number);
const RETURNDATACOPY = 0x3e;
const CLZ = 0x1e;
const ADDRESS_OPERAND: ReadonlySet<number> = new Set([0x31, 0x3b, 0x3c, 0x3f]);
const MEMORY_OPERANDS: ReadonlySet<number> = new Set([
  0x20, 0x37, 0x39, 0x3c, 0x3e, 0x51, 0x52, 0x53, 0x5e, 0xa0, 0xa1, 0xa2, 0xa3, 0xa4,
]);

function range(first: number, last: number, operands: number): [number, number][] {
  return Array.from({ length: last - first + 1 }, (_, i) => [first + i, operands]);
}

export function randomProgram(random: Random): Uint8Array {
  const bytes: number[] = [];
  const landings: number[] = [];
  const length = 5 + random(60);
  for (let i = 0; i < length; i++) {
    const dice = random(1_000);
    if (dice < 480) simple(random, bytes);
    else if (dice < 620) storage(random, bytes);
    else if (dice < 740) call(random, bytes);
    else if (dice < 790) creation(random, bytes);
    else if (dice < 850) jump(random, bytes, landings);
    else if (dice < 960) stackShuffle(random, bytes);
    else if (dice < 963) bytes.push(random(256));
    else if (dice < 970) ending(random, bytes);
    else {
      landings.push(bytes.length);
      bytes.push(0x5b);
    }
  }
  if (random(2) === 0) ending(random, bytes);
  return Uint8Array.from(bytes);
}

function push(bytes: number[], value: bigint): void {
  const hex = value.toString(16);
  const padded = hex.length % 2 === 0 ? hex : `0${hex}`;
  bytes.push(0x5f + padded.length / 2, ...hexToBytes(`0x${padded}`));
}

function operand(random: Random): bigint {
  const dice = random(10);
  if (dice < 4) return BigInt(random(300));
  if (dice < 5) return 2n ** BigInt(random(256));
  if (dice < 6) return 2n ** 256n - 1n - BigInt(random(5));
  if (dice < 7) return 2n ** 255n - BigInt(random(3)) + 1n;
  return randomBits(random, 1 + random(256));
}

function randomBits(random: Random, bits: number): bigint {
  let value = 0n;
  for (let i = 0; i < bits; i += 16) value = (value << 16n) | BigInt(random(65_536));
  return value & (2n ** BigInt(bits) - 1n);
}

function address(random: Random): bigint {
  const dice = random(10);
  if (dice < 5) return BigInt(CONTRACTS[random(CONTRACTS.length)] as Hex);
  if (dice < 7) return BigInt(PRECOMPILES[random(PRECOMPILES.length)] as number);
  if (dice < 9) return BigInt(OTHERS[random(OTHERS.length)] as Hex);
  return randomBits(random, 160);
}

function smallOffset(random: Random): bigint {
  return random(600) === 0 ? randomBits(random, 1 + random(64)) : BigInt(random(260));
}

function simple(random: Random, bytes: number[]): void {
  const opcode = SIMPLE[random(SIMPLE.length)] as number;
  const count = OPERANDS[opcode] ?? 0;
  if ((opcode === RETURNDATACOPY || opcode === CLZ) && random(6) !== 0) return; // they halt most programs
  const isComplete = random(300) !== 0;
  for (let i = count - 1; i >= (isComplete ? 0 : 1); i--) {
    if (ADDRESS_OPERAND.has(opcode) && i === 0) push(bytes, address(random));
    else if (MEMORY_OPERANDS.has(opcode) && !(opcode === 0x52 && i === 1)) push(bytes, smallOffset(random));
    else push(bytes, operand(random));
  }
  bytes.push(opcode);
}

/** Few slots and few values, so that every price and refund of SSTORE is met. */
function storage(random: Random, bytes: number[]): void {
  const opcode = [0x54, 0x55, 0x55, 0x55, 0x5c, 0x5d][random(6)] as number;
  if (opcode === 0x55 || opcode === 0x5d) push(bytes, BigInt(random(4)));
  push(bytes, BigInt(random(4)));
  bytes.push(opcode);
}

function call(random: Random, bytes: number[]): void {
  const opcode = [0xf1, 0xf1, 0xf2, 0xf4, 0xfa][random(5)] as number;
  for (let i = 0; i < 4; i++) push(bytes, smallOffset(random));
  if (opcode === 0xf1 || opcode === 0xf2) push(bytes, random(3) === 0 ? BigInt(random(1_000)) : 0n);
  push(bytes, address(random));
  if (random(3) === 0) bytes.push(0x5a);
  else push(bytes, BigInt(random(200_000)));
  bytes.push(opcode);
}

/** Init code is a piece of the running code, or a few bytes stored for it. */
function creation(random: Random, bytes: number[]): void {
  const size = random(40);
  if (random(2) === 0) {
    push(bytes, BigInt(size));
    push(bytes, BigInt(random(80)));
    push(bytes, 0n);
    bytes.push(0x39);
  } else {
    push(bytes, BigInt("0x600a600c600039600a6000f36000356000556001600255") << 72n);
    push(bytes, 0n);
    bytes.push(0x52);
  }
  const isSalted = random(2) === 0;
  if (isSalted) push(bytes, BigInt(random(3)));
  push(bytes, BigInt(size));
  push(bytes, BigInt(random(3)));
  push(bytes, random(3) === 0 ? BigInt(random(100)) : 0n);
  bytes.push(isSalted ? 0xf5 : 0xf0);
}

function jump(random: Random, bytes: number[], landings: readonly number[]): void {
  const isConditional = random(3) !== 0;
  if (isConditional) push(bytes, BigInt(random(2)));
  const forward = bytes.length + 4;
  const target = random(12) === 0 ? (landings[random(landings.length || 1)] ?? forward) : forward;
  bytes.push(0x61, target >> 8, target & 255, isConditional ? 0x57 : 0x56);
  if (target === forward) bytes.push(0x5b);
}

function stackShuffle(random: Random, bytes: number[]): void {
  const depth = random(5);
  for (let i = 0; i <= depth + random(2); i++) push(bytes, operand(random));
  bytes.push((random(2) === 0 ? 0x80 : 0x90) + depth);
}

function ending(random: Random, bytes: number[]): void {
  const opcode = [0x00, 0x00, 0xf3, 0xf3, 0xf3, 0xfd, 0xfe, 0xff][random(8)] as number;
  if (opcode === 0xf3 || opcode === 0xfd) {
    push(bytes, smallOffset(random));
    push(bytes, smallOffset(random));
  } else if (opcode === 0xff) push(bytes, address(random));
  bytes.push(opcode);
}

/** Unsigned: the engine trusts `from`. */
export function randomTransaction(
  random: Random,
  nonce: bigint,
  authorizations: readonly Authorization[],
): Transaction {
  const isCreation = random(6) === 0;
  const hasAuthorizations = !isCreation && authorizations.length > 0 && random(4) === 0;
  const accessList = Array.from({ length: random(3) }, () => ({
    address: word(address(random)).replace(/^0x.{24}/, "0x") as Hex,
    storageKeys: Array.from({ length: random(3) }, () => word(BigInt(random(4)))),
  }));
  const data = isCreation
    ? randomProgram(random)
    : hexToBytes(word(operand(random)).slice(0, 2 + 2 * random(33)));
  return {
    type: hasAuthorizations ? 4 : 2,
    hash: word(nonce),
    from: SENDER,
    chainId: 1n,
    nonce,
    gasLimit: BigInt(60_000 + random(600_000)),
    maxFeePerGas: BigInt(10 + random(20)),
    maxPriorityFeePerGas: BigInt(random(10)),
    to: isCreation ? undefined : CONTRACTS[random(CONTRACTS.length)],
    value: random(3) === 0 ? BigInt(random(5_000)) : 0n,
    data,
    accessList,
    authorizationList: hasAuthorizations
      ? Array.from(
          { length: 1 + random(2) },
          () => authorizations[random(authorizations.length)] as Authorization,
        )
      : [],
    v: 0n,
    r: 1n,
    s: 1n,
    raw: new Uint8Array(0),
  };
}

export const ENVIRONMENT: BlockEnvironment = {
  number: 1_000,
  timestampSec: 1_700_000_000,
  gasLimit: 30_000_000n,
  baseFeePerGas: 10n,
  coinbase: COINBASE,
  prevRandao: word(0x1234n),
  parentHash: word(0x77n),
};
