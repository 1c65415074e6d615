// Bytecode for measuring engines: a loop of 256-bit arithmetic, and a loop that does what an ERC-20 transfer does.
import { bytesToHex, type Hex } from "../../chain/src/encoding/hex.ts";

const OPCODES = {
  ADD: 0x01,
  MUL: 0x02,
  SUB: 0x03,
  XOR: 0x18,
  NOT: 0x19,
  SHR: 0x1c,
  KECCAK256: 0x20,
  CALLER: 0x33,
  POP: 0x50,
  MSTORE: 0x52,
  SLOAD: 0x54,
  SSTORE: 0x55,
  JUMPI: 0x57,
  JUMPDEST: 0x5b,
  DUP1: 0x80,
  DUP2: 0x81,
  DUP3: 0x82,
  SWAP1: 0x90,
  SWAP2: 0x91,
  LOG3: 0xa3,
} as const;

type Item = keyof typeof OPCODES | bigint;

function assemble(items: readonly Item[]): number[] {
  return items.flatMap((item) => {
    if (typeof item !== "bigint") return [OPCODES[item]];
    const hex = item.toString(16);
    const bytes = [...Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, "hex")];
    return [0x5f + bytes.length, ...bytes];
  });
}

/** Runs `body` `count` times; the counter stays on top of what `setUp` left on the stack. */
function loop(setUp: readonly Item[], body: readonly Item[], count: number): Hex {
  const head = assemble([...setUp, BigInt(count)]);
  const start = BigInt(head.length);
  const tail = assemble(["JUMPDEST", ...body, 1n, "SWAP1", "SUB", "DUP1", start, "JUMPI"]);
  return bytesToHex(Uint8Array.from([...head, ...tail, 0x00]));
}

const FACTOR = 0xfedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543211n;

export function arithmeticLoop(count: number): Hex {
  const step: Item[] = ["SWAP1", FACTOR, "MUL", FACTOR, "ADD", "DUP1", 7n, "SHR", "XOR", "NOT", "SWAP1"];
  return loop([FACTOR], [...step, ...step, ...step, ...step], count);
}

const FROM = 0xa1n;
const TO = 0xb2n;
const TRANSFER_TOPIC = 0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3efn;

/** Both balances by their mapping's hash, one taken from, one added to, and the event. */
export function tokenLoop(count: number): Hex {
  const slotOf = (owner: bigint): Item[] => [owner, 0n, "MSTORE", 64n, 0n, "KECCAK256"];
  const body: Item[] = [
    ...slotOf(FROM),
    ...(["DUP1", "SLOAD", 1n, "SWAP1", "SUB", "SWAP1", "SSTORE"] as const),
    ...slotOf(TO),
    ...(["DUP1", "SLOAD", 1n, "ADD", "SWAP1", "SSTORE"] as const),
    ...([1n, 0n, "MSTORE", TO, FROM, TRANSFER_TOPIC, 32n, 0n, "LOG3"] as const),
  ];
  return loop([], body, count);
}
