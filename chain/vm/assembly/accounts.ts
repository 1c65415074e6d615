// biome-ignore-all lint/correctness/noPrecisionLoss: u64 literals are exact in AssemblyScript
/**
 * The accounts that a block has looked at: records found by a hash table, filled by the host on first sight.
 * Flags of the transaction (warm, created, ...) fall away when a record is met by a later transaction.
 */

import { add, sub } from "./arithmetic";
import { codeOf } from "./codes";
import { fault } from "./fault";
import { loadAccount } from "./host";
import { rememberAccount, rememberAccountFlags } from "./journal";
import {
  ACCOUNT_BALANCE,
  ACCOUNT_BYTES,
  ACCOUNT_CELL,
  ACCOUNT_CELL_COUNT,
  ACCOUNT_CELLS,
  ACCOUNT_CODE,
  ACCOUNT_CODE_HASH,
  ACCOUNT_EPOCH,
  ACCOUNT_FLAGS,
  ACCOUNT_NONCE,
  ACCOUNT_PRECOMPILE,
  ACCOUNTS,
  ACCOUNTS_END,
  CODE_LENGTH,
  EXISTS,
  FAULT_ACCOUNTS,
  OSAKA,
  PRAGUE,
  SCRATCH,
  TOUCHED,
  WARM,
  WRITTEN,
} from "./layout";
import { rules } from "./rules";
import { isZeroWord, wordToAddress } from "./words";

const TRANSACTION_FLAGS: u32 = 0xffffff00;
const ADDRESS: usize = SCRATCH + 0x300;
const CANCUN_PRECOMPILES: u32 = 0x0a;
const PRAGUE_PRECOMPILES: u32 = 0x11;
const P256_VERIFY: u32 = 0x100;

let top: usize = ACCOUNTS;
let epoch: u32 = 1;
/** Makes the places in the hash tables unpredictable; never seen in a result. */
let seed: u64 = 0x9e3779b97f4a7c15;

export function seedAccounts(value: u64): void {
  seed = value | 1;
}

export function forgetAccounts(): void {
  for (let at: usize = ACCOUNTS; at < top; at += ACCOUNT_BYTES)
    store<u32>(usize(load<u32>(at, ACCOUNT_CELL)), 0);
  top = ACCOUNTS;
}

export function accountsEnd(): usize {
  return top;
}

export function nextEpoch(): void {
  epoch++;
}

export function currentEpoch(): u32 {
  return epoch;
}

export function mix(a: u64, b: u64): u64 {
  let h = (a ^ seed) * 0xff51afd7ed558ccd;
  h = (h ^ (h >> 32) ^ b) * 0xc4ceb9fe1a85ec53;
  h = (h ^ (h >> 29)) * seed;
  return h ^ (h >> 32);
}

/** The record of the address (20 bytes). */
export function accountAt(address: usize): usize {
  const a = load<u64>(address);
  const b = load<u64>(address, 8);
  const c = load<u32>(address, 16);
  let index = u32(mix(a ^ (u64(c) << 17), b)) & (ACCOUNT_CELL_COUNT - 1);
  while (true) {
    const cell: usize = usize(ACCOUNT_CELLS) + (usize(index) << 2);
    const account = usize(load<u32>(cell));
    if (account === 0) return newAccount(address, cell);
    if (load<u64>(account) === a && load<u64>(account, 8) === b && load<u32>(account, 16) === c) {
      renew(account);
      return account;
    }
    index = (index + 1) & (ACCOUNT_CELL_COUNT - 1);
  }
}

/** The record of the address in the low 20 bytes of a word. */
export function accountOfWord(word: usize): usize {
  wordToAddress(ADDRESS, word);
  return accountAt(ADDRESS);
}

function renew(account: usize): void {
  if (load<u32>(account, ACCOUNT_EPOCH) === epoch) return;
  store<u32>(account, load<u32>(account, ACCOUNT_FLAGS) & ~TRANSACTION_FLAGS, ACCOUNT_FLAGS);
  store<u32>(account, epoch, ACCOUNT_EPOCH);
}

function newAccount(address: usize, cell: usize): usize {
  const account = top;
  top += ACCOUNT_BYTES;
  if (top > ACCOUNTS_END) fault(FAULT_ACCOUNTS);
  memory.fill(account, 0, ACCOUNT_BYTES);
  memory.copy(account, address, 20);
  store<u32>(account, epoch, ACCOUNT_EPOCH);
  store<u32>(account, u32(cell), ACCOUNT_CELL);
  store<u32>(account, precompileAt(account), ACCOUNT_PRECOMPILE);
  store<u32>(cell, u32(account));
  loadAccount(account);
  return account;
}

function precompileAt(address: usize): u32 {
  if (load<u64>(address) !== 0 || load<u64>(address, 8) !== 0) return 0;
  const id = bswap<u32>(load<u32>(address, 16));
  const last = rules >= PRAGUE ? PRAGUE_PRECOMPILES : CANCUN_PRECOMPILES;
  if (id <= last) return id;
  return id === P256_VERIFY && rules >= OSAKA ? id : 0;
}

export function exists(account: usize): bool {
  return (load<u32>(account, ACCOUNT_FLAGS) & EXISTS) !== 0;
}

export function hasCode(account: usize): bool {
  return exists(account) && load<u32>(codeOf(account), CODE_LENGTH) !== 0;
}

/** EIP-161: no nonce, no balance, no code. An account that does not exist is empty too. */
export function isEmpty(account: usize): bool {
  if (!exists(account)) return true;
  return (
    load<u64>(account, ACCOUNT_NONCE) === 0 && isZeroWord(account + ACCOUNT_BALANCE) && !hasCode(account)
  );
}

/** Warms the account; true where it was cold. */
export function warmAccount(account: usize): bool {
  const flags = load<u32>(account, ACCOUNT_FLAGS);
  if ((flags & WARM) !== 0 || load<u32>(account, ACCOUNT_PRECOMPILE) !== 0) return false;
  rememberAccountFlags(account);
  store<u32>(account, flags | WARM, ACCOUNT_FLAGS);
  return true;
}

/** Sets flags, and can be taken back. */
export function markAccount(account: usize, flags: u32): void {
  rememberAccountFlags(account);
  store<u32>(account, load<u32>(account, ACCOUNT_FLAGS) | flags, ACCOUNT_FLAGS);
}

/** To be called before a field is changed. */
export function changeAccount(account: usize): void {
  rememberAccount(account);
  store<u32>(account, load<u32>(account, ACCOUNT_FLAGS) | WRITTEN | EXISTS | TOUCHED, ACCOUNT_FLAGS);
}

/** A touched account that is empty is removed at the transaction's end (EIP-161). */
export function touch(account: usize): void {
  markAccount(account, TOUCHED);
}

/** The sender's balance has been checked. */
export function transfer(from: usize, to: usize, value: usize): void {
  if (isZeroWord(value)) {
    touch(to);
    return;
  }
  changeAccount(from);
  sub(from + ACCOUNT_BALANCE, from + ACCOUNT_BALANCE, value);
  changeAccount(to);
  add(to + ACCOUNT_BALANCE, to + ACCOUNT_BALANCE, value);
}

export function setNonce(account: usize, nonce: u64): void {
  changeAccount(account);
  store<u64>(account, nonce, ACCOUNT_NONCE);
}

/** @param code a code record. */
export function setCode(account: usize, code: usize): void {
  changeAccount(account);
  memory.copy(account + ACCOUNT_CODE_HASH, code, 32);
  store<u32>(account, u32(code), ACCOUNT_CODE);
}
