/** geth's prestateTracer: what the transaction read of the state before it, or with `diffMode` what it changed. */
import { EMPTY_CODE_HASH } from "../../crypto/keccak256.ts";
import { bytesToHex, type Hex, quantity, word } from "../../encoding/hex.ts";
import { bytesToBigint } from "../../encoding/integer.ts";
import type { Simulation } from "../../execution/execution.ts";
import type { StateReader } from "../../state/stateReader.ts";

type Shown = { balance?: string; nonce?: number; code?: Hex; storage?: Record<Hex, Hex> };

export type PrestateTracer = {
  observe: (before: StateReader) => StateReader;
  result: (run: Simulation) => unknown;
};

export function prestateTracer({ diffMode }: { diffMode?: boolean }): PrestateTracer {
  const seen = new Map<Hex, Set<Hex>>();
  let before: StateReader | undefined;
  const slotsOf = (address: Hex): Set<Hex> => {
    const slots = seen.get(address) ?? new Set();
    seen.set(address, slots);
    return slots;
  };
  const observe = (reader: StateReader): StateReader => {
    before = reader;
    return {
      account: (address) => {
        slotsOf(address);
        return reader.account(address);
      },
      storage: (address, slot) => {
        slotsOf(address).add(slot);
        return reader.storage(address, slot);
      },
      code: (codeHash) => reader.code(codeHash),
      blockHash: (number) => reader.blockHash(number),
    };
  };
  const result = (run: Simulation): unknown => {
    const reads = before as StateReader;
    if (diffMode) return difference(reads, run);
    const touched = [...seen].filter(([address]) => reads.account(address) !== undefined);
    return Object.fromEntries(touched.map(([address, slots]) => [address, show(reads, address, slots)]));
  };
  return { observe, result };
}

function show(state: StateReader, address: Hex, slots: Iterable<Hex>): Shown {
  const account = state.account(address);
  const storage = Object.fromEntries([...slots].map((slot) => [slot, slotValue(state, address, slot)]));
  return {
    balance: quantity(account?.balance ?? 0n),
    ...(account && account.nonce > 0n && { nonce: Number(account.nonce) }),
    ...(account &&
      account.codeHash !== EMPTY_CODE_HASH && { code: bytesToHex(state.code(account.codeHash)) }),
    ...(Object.keys(storage).length > 0 && { storage }),
  };
}

function difference(before: StateReader, run: Simulation): unknown {
  const diff = run.diff();
  const pre: Record<Hex, Shown> = {};
  const post: Record<Hex, Shown> = {};
  for (const address of new Set([...diff.accounts.keys(), ...diff.storage.keys()])) {
    const slots = diff.storage.get(address) ?? new Map<Hex, Uint8Array>();
    const old = before.account(address);
    if (old !== undefined) pre[address] = show(before, address, slots.keys());
    const now = diff.accounts.get(address);
    if (now === null) continue;
    const storage = Object.fromEntries([...slots].map(([slot, value]) => [slot, word(bytesToBigint(value))]));
    post[address] = {
      ...(now && now.balance !== old?.balance && { balance: quantity(now.balance) }),
      ...(now && now.nonce !== old?.nonce && { nonce: Number(now.nonce) }),
      ...(now &&
        diff.code.has(now.codeHash) && { code: bytesToHex(diff.code.get(now.codeHash) as Uint8Array) }),
      ...(Object.keys(storage).length > 0 && { storage }),
    };
  }
  return { pre, post };
}

function slotValue(state: StateReader, address: Hex, slot: Hex): Hex {
  return word(bytesToBigint(state.storage(address, slot)));
}
