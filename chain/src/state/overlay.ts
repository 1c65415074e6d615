/**
 * Uncommitted state over a StateReader: a write set with an undo log, so that call frames can be taken back,
 * the values that slots had when the running transaction began (SSTORE's gas needs them), and the diff at the end.
 */
import { EMPTY_CODE_HASH, keccak256Hex } from "../crypto/keccak256.ts";
import type { Hex } from "../encoding/hex.ts";
import { EMPTY_TRIE_ROOT } from "../trie/node.ts";
import type { Account, StateDiff, StateReader } from "./stateReader.ts";

const NOTHING = new Uint8Array(0);

export class Overlay implements StateReader {
  readonly #base: StateReader;
  readonly #accounts = new Map<Hex, Account | null>();
  readonly #storage = new Map<Hex, Map<Hex, Uint8Array>>();
  readonly #cleared = new Set<Hex>();
  readonly #code = new Map<Hex, Uint8Array>();
  readonly #undo: (() => void)[] = [];
  readonly #marks: number[] = [];
  #originals = new Map<string, Uint8Array>();

  constructor(base: StateReader) {
    this.#base = base;
  }

  account(address: Hex): Account | undefined {
    const own = this.#accounts.get(address);
    return own === undefined ? this.#base.account(address) : (own ?? undefined);
  }

  storage(address: Hex, slot: Hex): Uint8Array {
    const own = this.#storage.get(address)?.get(slot);
    if (own !== undefined) return own;
    return this.#cleared.has(address) ? NOTHING : this.#base.storage(address, slot);
  }

  code(codeHash: Hex): Uint8Array {
    return this.#code.get(codeHash) ?? this.#base.code(codeHash);
  }

  codeOf(address: Hex): Uint8Array {
    const account = this.account(address);
    return account === undefined || account.codeHash === EMPTY_CODE_HASH
      ? NOTHING
      : this.code(account.codeHash);
  }

  blockHash(number: number): Hex | undefined {
    return this.#base.blockHash(number);
  }

  /** The value of the slot when the running transaction began. */
  originalStorage(address: Hex, slot: Hex): Uint8Array {
    return this.#originals.get(address + slot) ?? this.storage(address, slot);
  }

  beginTransaction(): void {
    this.#originals = new Map();
    this.#undo.length = 0;
    this.#marks.length = 0;
  }

  setAccount(address: Hex, account: Account | null): void {
    this.#record(this.#accounts, address);
    this.#accounts.set(address, account);
  }

  updateAccount(address: Hex, change: (account: Account) => Partial<Account>): void {
    const account = this.account(address) ?? emptyAccount();
    this.setAccount(address, { ...account, ...change(account) });
  }

  setCode(address: Hex, code: Uint8Array): void {
    const codeHash = code.length === 0 ? EMPTY_CODE_HASH : keccak256Hex(code);
    if (code.length > 0) this.#code.set(codeHash, code);
    this.updateAccount(address, () => ({ codeHash }));
  }

  setStorage(address: Hex, slot: Hex, value: Uint8Array): void {
    const id = address + slot;
    if (!this.#originals.has(id)) this.#originals.set(id, this.storage(address, slot));
    let slots = this.#storage.get(address);
    if (slots === undefined) {
      slots = new Map();
      this.#storage.set(address, slots);
    }
    this.#record(slots, slot);
    slots.set(slot, value);
  }

  clearStorage(address: Hex): void {
    const slots = this.#storage.get(address);
    const wasCleared = this.#cleared.has(address);
    if (slots === undefined && wasCleared) return;
    this.#storage.delete(address);
    this.#cleared.add(address);
    this.#undo.push(() => {
      if (slots !== undefined) this.#storage.set(address, slots);
      if (!wasCleared) this.#cleared.delete(address);
    });
  }

  deleteAccount(address: Hex): void {
    this.clearStorage(address);
    this.setAccount(address, null);
  }

  checkpoint(): void {
    this.#marks.push(this.#undo.length);
  }

  commit(): void {
    if (this.#marks.pop() === undefined) throw new Error("commit without a checkpoint");
  }

  revert(): void {
    const mark = this.#marks.pop();
    if (mark === undefined) throw new Error("revert without a checkpoint");
    while (this.#undo.length > mark) this.#undo.pop()?.();
  }

  /** Takes in what a run over this state has changed. */
  apply(diff: StateDiff): void {
    for (const address of diff.clearedStorage) this.clearStorage(address);
    for (const [hash, code] of diff.code) this.#code.set(hash, code);
    for (const [address, account] of diff.accounts)
      if (account === null) this.deleteAccount(address);
      else this.updateAccount(address, () => account);
    for (const [address, slots] of diff.storage)
      for (const [slot, value] of slots) this.setStorage(address, slot, value);
  }

  /** Only real changes: a value written back to what the base holds is none. */
  diff(): StateDiff {
    const diff: StateDiff = {
      accounts: new Map(),
      storage: new Map(),
      clearedStorage: new Set(),
      code: new Map(),
    };
    for (const [address, account] of this.#accounts) {
      const before = this.#base.account(address);
      if (account === null) {
        if (before !== undefined) diff.accounts.set(address, null);
      } else if (before === undefined || !sameAccount(before, account)) {
        diff.accounts.set(address, account);
        const code = this.#code.get(account.codeHash);
        if (code !== undefined) diff.code.set(account.codeHash, code);
      }
    }
    for (const address of this.#cleared)
      if ((this.#base.account(address)?.storageRoot ?? EMPTY_TRIE_ROOT) !== EMPTY_TRIE_ROOT)
        diff.clearedStorage.add(address);
    for (const [address, slots] of this.#storage) {
      if (this.account(address) === undefined) continue;
      const gone = diff.clearedStorage.has(address);
      const changed = [...slots].filter(([slot, value]) =>
        gone ? value.length > 0 : !sameBytes(value, this.#base.storage(address, slot)),
      );
      if (changed.length > 0) diff.storage.set(address, new Map(changed));
    }
    return diff;
  }

  #record<V>(map: Map<Hex, V>, key: Hex): void {
    const had = map.has(key);
    const before = map.get(key) as V;
    this.#undo.push(() => {
      if (had) map.set(key, before);
      else map.delete(key);
    });
  }
}

export function emptyAccount(): Account {
  return { nonce: 0n, balance: 0n, codeHash: EMPTY_CODE_HASH, storageRoot: EMPTY_TRIE_ROOT };
}

function sameAccount(a: Account, b: Account): boolean {
  return a.nonce === b.nonce && a.balance === b.balance && a.codeHash === b.codeHash;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
