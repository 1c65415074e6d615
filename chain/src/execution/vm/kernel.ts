/**
 * The host of the WebAssembly kernel (`vm/assembly`): loads it, answers what it asks of the state, and gives its records
 * a typed face. One kernel serves one block or call at a time; everything is synchronous.
 * A kernel that trapped is never used again: its fault stops the caller with a KernelFaultError and is no result of the EVM.
 */
/// <reference path="../../../vm/kernelTypes.d.ts" />
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import * as at from "../../../vm/assembly/layout.ts";
import { EMPTY_CODE_HASH } from "../../crypto/keccak256.ts";
import { bytesToHex, type Hex, hexToBytes } from "../../encoding/hex.ts";
import type { StateReader } from "../../state/stateReader.ts";
import { EMPTY_TRIE_ROOT } from "../../trie/node.ts";
import type { Rules } from "../rules.ts";
import { PRECOMPILES } from "./precompiles/table.ts";

/** Address of a record in the kernel's memory. */
export type Pointer = number;

type KernelExports = {
  memory: WebAssembly.Memory;
  start(fork: number, seedLow: number, seedHigh: number): void;
  beginBlock(): void;
  beginTransaction(isTraced: number, reservedBytes: number): void;
  account(): Pointer;
  warmAccount(account: Pointer): number;
  warmStorage(account: Pointer): void;
  changeAccount(account: Pointer): void;
  setAccountCode(account: Pointer, length: number): void;
  codeRecord(account: Pointer): Pointer;
  messageCall(caller: Pointer, target: Pointer, inputLength: number): number;
  messageCreation(creator: Pointer, nonceLow: number, nonceHigh: number, codeLength: number): number;
  endTransaction(): void;
  accountsEnd(): Pointer;
  slotsEnd(): Pointer;
  logsTop(): Pointer;
  refundSoFar(): number;
  outputLength(): number;
};

/** What a tracer is told; the frame's record is up to date. */
export type KernelTracer = {
  step(frame: Pointer, opcode: number): void;
  enter(frame: Pointer): void;
  exit(frame: Pointer, end: number): void;
};

export const FORK_NUMBERS = { cancun: at.CANCUN, prague: at.PRAGUE, osaka: at.OSAKA } as const;

const FAULTS: Readonly<Record<number, string>> = {
  [at.FAULT_MEMORY]: "the memory of call frames is larger than the kernel can hold",
  [at.FAULT_ACCOUNTS]: "more accounts touched in a block than the kernel holds",
  [at.FAULT_SLOTS]: "more storage slots touched in a block than the kernel holds",
  [at.FAULT_JOURNAL]: "more changes in a transaction than the kernel's journal holds",
  [at.FAULT_CODES]: "more code in a block than the kernel holds",
  [at.FAULT_LOGS]: "more logs in a transaction than the kernel holds",
  [at.FAULT_RETURN_DATA]: "more return data than the kernel holds",
};

const WORD_MASK = 2n ** 64n - 1n;
const KERNEL_FILE = new URL("../../../dist/evm.wasm", import.meta.url);
const wasm = new WebAssembly.Module(readKernel());

function readKernel(): Uint8Array<ArrayBuffer> {
  try {
    return readFileSync(KERNEL_FILE);
  } catch (cause) {
    throw new Error(`the virtual machine is not built (npm run build): ${KERNEL_FILE.pathname}`, { cause });
  }
}

export class Kernel {
  readonly exports: KernelExports;
  readonly #rules: Rules;
  #state: StateReader | undefined;
  #blockNumber = 0;
  #bytes: Uint8Array;
  #view: DataView;
  #fault: unknown;
  #interruption: { error: unknown } | undefined;
  tracer: KernelTracer | undefined;
  /** Asked before every precompile, the only work that is slow for its gas; throws to stop the run. */
  check: (() => void) | undefined;

  constructor(rules: Rules) {
    this.#rules = rules;
    const host = {
      loadAccount: (account: Pointer) => this.#guard(() => this.#loadAccount(account)),
      loadStorage: (slot: Pointer) => this.#guard(() => this.#loadStorage(slot)),
      codeSize: (hash: Pointer) => this.#guard(() => this.#code(hash).length),
      loadCode: (hash: Pointer, to: Pointer) => this.#guard(() => this.bytes.set(this.#code(hash), to)),
      loadBlockHash: (distance: number, to: Pointer) => this.#guard(() => this.#loadBlockHash(distance, to)),
      precompile: (id: number, input: Pointer, length: number) =>
        this.#guard(() => this.#precompile(id, input >>> 0, length)),
      traceStep: (frame: Pointer, opcode: number) =>
        this.#interruptible(() => this.tracer?.step(frame, opcode)),
      traceEnter: (frame: Pointer) => this.#interruptible(() => this.tracer?.enter(frame)),
      traceExit: (frame: Pointer, end: number) => this.#interruptible(() => this.tracer?.exit(frame, end)),
    };
    this.exports = new WebAssembly.Instance(wasm, { host }).exports as unknown as KernelExports;
    this.#bytes = new Uint8Array(this.exports.memory.buffer);
    this.#view = new DataView(this.exports.memory.buffer);
    const seed = randomBytes(8);
    this.exports.start(FORK_NUMBERS[rules.name], seed.readInt32LE(0), seed.readInt32LE(4));
  }

  /** The memory moves when it grows; never keep this over a call into the kernel. */
  get bytes(): Uint8Array {
    if (this.#bytes.byteLength === 0) this.#refresh();
    return this.#bytes;
  }

  get view(): DataView {
    if (this.#bytes.byteLength === 0) this.#refresh();
    return this.#view;
  }

  get isBroken(): boolean {
    return this.#fault !== undefined || this.#interruption !== undefined;
  }

  #refresh(): void {
    this.#bytes = new Uint8Array(this.exports.memory.buffer);
    this.#view = new DataView(this.exports.memory.buffer);
  }

  /** @param blockNumber of the block that runs, which BLOCKHASH counts back from. */
  beginBlock(state: StateReader, blockNumber: number): void {
    this.#state = state;
    this.#blockNumber = blockNumber;
    this.exports.beginBlock();
  }

  /** Calls into the kernel; whatever is thrown inside breaks it. @throws KernelFaultError, or what a tracer or `check` threw */
  run<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (this.#interruption !== undefined) throw this.#interruption.error;
      const reason = FAULTS[this.view.getUint32(at.IO_FAULT, true)];
      this.#fault ??= reason === undefined ? error : new Error(reason);
      throw new KernelFaultError(this.#fault);
    }
  }

  #guard<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      this.#fault ??= error; // the first cause, not the trap that it becomes
      throw error;
    }
  }

  #interruptible(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#interruption ??= { error };
      throw error;
    }
  }

  accountOf(address: Hex): Pointer {
    this.bytes.set(hexToBytes(address), at.IO_ADDRESS);
    return this.exports.account();
  }

  addressAt(pointer: Pointer): Hex {
    return bytesToHex(this.bytes.subarray(pointer, pointer + 20));
  }

  nonceOf(account: Pointer): bigint {
    return this.view.getBigUint64(account + at.ACCOUNT_NONCE, true);
  }

  balanceOf(account: Pointer): bigint {
    return this.word(account + at.ACCOUNT_BALANCE);
  }

  codeHashOf(account: Pointer): Hex {
    const start = account + at.ACCOUNT_CODE_HASH;
    return bytesToHex(this.bytes.subarray(start, start + 32));
  }

  codeOf(account: Pointer): Uint8Array {
    const record = this.exports.codeRecord(account);
    const start = record + at.CODE_BYTES;
    return this.bytes.slice(start, start + this.view.getUint32(record + at.CODE_LENGTH, true));
  }

  flagsOf(account: Pointer): number {
    return this.view.getUint32(account + at.ACCOUNT_FLAGS, true);
  }

  isDelegated(account: Pointer): boolean {
    return this.bytes[this.exports.codeRecord(account) + at.CODE_DELEGATES] === 1;
  }

  setNonce(account: Pointer, nonce: bigint): void {
    this.exports.changeAccount(account);
    this.view.setBigUint64(account + at.ACCOUNT_NONCE, nonce, true);
  }

  setBalance(account: Pointer, balanceAtto: bigint): void {
    this.exports.changeAccount(account);
    this.setWord(account + at.ACCOUNT_BALANCE, balanceAtto);
  }

  setCode(account: Pointer, code: Uint8Array): void {
    this.bytes.set(code, at.INPUT);
    this.exports.setAccountCode(account, code.length);
  }

  warmSlot(account: Pointer, key: Hex): void {
    this.setWord(at.IO_KEY, BigInt(key));
    this.exports.warmStorage(account);
  }

  word(pointer: Pointer): bigint {
    const view = this.view;
    let value = 0n;
    for (let i = 24; i >= 0; i -= 8) value = (value << 64n) | view.getBigUint64(pointer + i, true);
    return value;
  }

  setWord(pointer: Pointer, value: bigint): void {
    const view = this.view;
    for (let i = 0; i < 32; i += 8)
      view.setBigUint64(pointer + i, (value >> BigInt(8 * i)) & WORD_MASK, true);
  }

  returnData(): Uint8Array {
    const length = this.view.getUint32(at.IO_RETURN_LENGTH, true);
    return this.bytes.slice(at.RETURN_DATA, at.RETURN_DATA + length);
  }

  /** Output of the frame that has just ended, for tracers. */
  outputData(): Uint8Array {
    return this.bytes.slice(at.RETURN_DATA, at.RETURN_DATA + this.exports.outputLength());
  }

  #reader(): StateReader {
    if (this.#state === undefined) throw new Error("no block has begun");
    return this.#state;
  }

  #loadAccount(pointer: Pointer): void {
    const account = this.#reader().account(this.addressAt(pointer));
    this.bytes.set(hexToBytes(account?.codeHash ?? EMPTY_CODE_HASH), pointer + at.ACCOUNT_CODE_HASH);
    if (account === undefined) return;
    this.setWord(pointer + at.ACCOUNT_BALANCE, account.balance);
    this.view.setBigUint64(pointer + at.ACCOUNT_NONCE, account.nonce, true);
    const flags = account.storageRoot === EMPTY_TRIE_ROOT ? at.EXISTS : at.EXISTS | at.HAS_STORAGE;
    this.view.setUint32(pointer + at.ACCOUNT_FLAGS, flags, true);
  }

  #loadStorage(slot: Pointer): void {
    const owner = this.view.getUint32(slot + at.SLOT_OWNER, true);
    const value = this.#reader().storage(this.addressAt(owner), this.slotKey(slot));
    const end = slot + at.SLOT_CURRENT + value.length - 1;
    for (let i = 0; i < value.length; i++) this.#bytes[end - i] = value[i] as number;
  }

  slotKey(slot: Pointer): Hex {
    return bytesToHex(this.bytes.slice(slot, slot + 32).reverse());
  }

  #code(hash: Pointer): Uint8Array {
    const codeHash = bytesToHex(this.bytes.subarray(hash, hash + 32));
    return codeHash === EMPTY_CODE_HASH ? new Uint8Array(0) : this.#reader().code(codeHash);
  }

  #loadBlockHash(distance: number, to: Pointer): void {
    const hash = this.#reader().blockHash(this.#blockNumber - distance);
    if (hash === undefined) this.bytes.fill(0, to, to + 32);
    else this.bytes.set(hexToBytes(hash), to);
  }

  #precompile(id: number, pointer: Pointer, length: number): number {
    if (this.check !== undefined) this.#interruptible(this.check);
    const precompile = PRECOMPILES.get(id);
    if (precompile === undefined) throw new Error(`no precompile at ${id}`);
    const input = this.bytes.slice(pointer, pointer + length);
    const left = this.view.getBigInt64(at.IO_GAS, true) - precompile.gas(input, this.#rules);
    this.view.setUint32(at.IO_RETURN_LENGTH, 0, true);
    if (left < 0n) return 0;
    const output = precompile.run(input, this.#rules);
    if (output === undefined) return 0;
    this.view.setBigInt64(at.IO_GAS, left, true);
    this.bytes.set(output, at.RETURN_DATA);
    this.view.setUint32(at.IO_RETURN_LENGTH, output.length, true);
    return 1;
  }
}

/** The kernel or its host failed: nothing of the running block may be kept. */
export class KernelFaultError extends Error {
  override readonly name = "KernelFaultError";
  constructor(cause: unknown) {
    super(`the virtual machine stopped: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}
