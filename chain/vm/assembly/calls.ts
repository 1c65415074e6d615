/**
 * CALL, CALLCODE, DELEGATECALL, STATICCALL, CREATE, CREATE2 and SELFDESTRUCT, and the outermost message.
 * Each prices itself, then opens a frame or, where the call cannot begin, pushes 0. The return value is how the
 * running frame ends because of it, or RUNNING.
 */
import {
  accountAt,
  accountOfWord,
  changeAccount,
  hasCode,
  isEmpty,
  markAccount,
  setNonce,
  touch,
  transfer,
  warmAccount,
} from "./accounts";
import { blake2f, blake2fRounds, isBlake2fInput } from "./blake2f";
import { codeOf, jumpsOf, markJumps } from "./codes";
import { ensure, expand, expansionGas } from "./frameMemory";
import { CREATE2, closeFrame, frame, isTooDeep, openFrame, setReturnLength } from "./frames";
import { precompile, traceEnter } from "./host";
import { keccak256 } from "./keccak";
import {
  ACCOUNT_BALANCE,
  ACCOUNT_FLAGS,
  ACCOUNT_NONCE,
  ACCOUNT_PRECOMPILE,
  CODE_BYTES,
  CODE_DELEGATE,
  CODE_DELEGATES,
  CODE_LENGTH,
  CREATED,
  DESTROYED,
  FRAME_CALLER,
  FRAME_CODE,
  FRAME_CODE_LENGTH,
  FRAME_CODE_OWNER,
  FRAME_GAS,
  FRAME_INPUT,
  FRAME_INPUT_LENGTH,
  FRAME_IS_STATIC,
  FRAME_JUMPS,
  FRAME_MEMORY_BASE,
  FRAME_OUT,
  FRAME_OUT_SIZE,
  FRAME_SELF,
  FRAME_SP,
  FRAME_VALUE,
  HAS_STORAGE,
  INIT_CODE_TOO_LARGE,
  IO_GAS,
  IO_RETURN_LENGTH,
  OUT_OF_GAS,
  PRAGUE,
  PRECOMPILE_FAILED,
  RETURN_DATA,
  SCRATCH,
  STATIC_VIOLATION,
  SUCCESS,
} from "./layout";
import { COLD_ACCOUNT_EXTRA, WARM_ACCESS } from "./opcodes";
import { isTracing, rules } from "./rules";
import { clampToU64, copyWord, isZeroWord, lessThan, setWord, storeBigEndian } from "./words";

export const RUNNING: u32 = 0xff;

export const CALL: u32 = 0xf1;
export const CALLCODE: u32 = 0xf2;
export const DELEGATECALL: u32 = 0xf4;
export const STATICCALL: u32 = 0xfa;

const BLAKE2F: u32 = 0x09;
const BLAKE2F_OUTPUT_BYTES: u32 = 64;
const VALUE_GAS: i64 = 9_000;
const STIPEND: i64 = 2_300;
const NEW_ACCOUNT_GAS: i64 = 25_000;
const INIT_CODE_WORD_GAS: i64 = 2;
const HASH_WORD_GAS: i64 = 6;
const MAX_INIT_CODE_BYTES: u64 = 49_152;
/** EIP-2681. */
const MAX_NONCE: u64 = u64.MAX_VALUE;

const PREIMAGE: usize = SCRATCH + 0x340;
const HASH: usize = SCRATCH + 0x3a0;

/** EIP-150: a frame keeps a 64th of its gas. */
function allButOne64th(gas: i64): i64 {
  return gas - (gas >> 6);
}

function pushZero(caller: usize): u32 {
  const sp = load<u32>(caller, FRAME_SP);
  setWord(usize(sp), 0);
  store<u32>(caller, sp + 32, FRAME_SP);
  setReturnLength(0);
  return RUNNING;
}

export function call(kind: u32): u32 {
  const caller = frame;
  const sp = usize(load<u32>(caller, FRAME_SP));
  const hasValue = kind === CALL || kind === CALLCODE;
  const value = sp - 96;
  const input = hasValue ? sp - 128 : sp - 96;
  const output = input - 64;
  const movesValue = hasValue && !isZeroWord(value);
  if (kind === CALL && movesValue && load<u32>(caller, FRAME_IS_STATIC) !== 0) return STATIC_VIOLATION;

  let gas = load<i64>(caller, FRAME_GAS);
  const inputGas = expansionGas(caller, input, input - 32);
  const outputGas = expansionGas(caller, output, output - 32);
  const memoryGas = inputGas > outputGas ? inputGas : outputGas;
  if (gas < memoryGas) return OUT_OF_GAS;
  gas -= memoryGas;
  const target = accountOfWord(sp - 64);
  if (warmAccount(target)) gas -= COLD_ACCOUNT_EXTRA;
  if (movesValue) gas -= VALUE_GAS;
  if (movesValue && kind === CALL && isEmpty(target)) gas -= NEW_ACCOUNT_GAS;
  if (gas < 0) return OUT_OF_GAS;
  let code = codeOf(target);
  if (rules >= PRAGUE && load<u8>(code, CODE_DELEGATES) !== 0) {
    const delegate = accountAt(code + CODE_DELEGATE);
    gas -= warmAccount(delegate) ? WARM_ACCESS + COLD_ACCOUNT_EXTRA : WARM_ACCESS;
    if (gas < 0) return OUT_OF_GAS;
    code = codeOf(delegate);
  }

  const inputOffset = isZeroWord(input - 32) ? 0 : load<u32>(input);
  const inputSize = load<u32>(input - 32);
  const outputOffset = isZeroWord(output - 32) ? 0 : load<u32>(output);
  const outputSize = load<u32>(output - 32);
  if (inputSize !== 0) expand(caller, u64(inputOffset) + u64(inputSize));
  if (outputSize !== 0) expand(caller, u64(outputOffset) + u64(outputSize));

  const most = allButOne64th(gas);
  const asked = clampToU64(sp - 32);
  let given = asked < u64(most) ? i64(asked) : most;
  gas -= given;
  if (movesValue) given += STIPEND;
  store<u32>(caller, u32(output - 32), FRAME_SP);
  const self = usize(load<u32>(caller, FRAME_SELF));
  if (isTooDeep() || (movesValue && lessThan(self + ACCOUNT_BALANCE, value))) {
    store<i64>(caller, gas + given, FRAME_GAS);
    return pushZero(caller);
  }
  store<i64>(caller, gas, FRAME_GAS);

  // The arguments stay where they are on the caller's stack, above its stack pointer, until the frame is set up.
  const opened = openCall(kind, given, code, target);
  store<u32>(opened, outputOffset, FRAME_OUT);
  store<u32>(opened, outputSize, FRAME_OUT_SIZE);
  store<u32>(opened, load<u32>(caller, FRAME_MEMORY_BASE) + inputOffset, FRAME_INPUT);
  store<u32>(opened, inputSize, FRAME_INPUT_LENGTH);
  const isDelegated = kind === DELEGATECALL;
  store<u32>(opened, kind === CALL || kind === STATICCALL ? u32(target) : u32(self), FRAME_SELF);
  store<u32>(opened, isDelegated ? load<u32>(caller, FRAME_CALLER) : u32(self), FRAME_CALLER);
  if (isDelegated) copyWord(opened + FRAME_VALUE, caller + FRAME_VALUE);
  else if (hasValue) copyWord(opened + FRAME_VALUE, value);
  if (kind === STATICCALL) store<u32>(opened, 1, FRAME_IS_STATIC);
  if (kind === CALL) transfer(self, target, opened + FRAME_VALUE);
  else if (kind === STATICCALL) touch(target);
  return beginCall(opened, target);
}

function openCall(kind: u32, gas: i64, code: usize, owner: usize): usize {
  const opened = openFrame(kind, gas);
  store<u32>(opened, u32(code) + CODE_BYTES, FRAME_CODE);
  store<u32>(opened, load<u32>(code, CODE_LENGTH), FRAME_CODE_LENGTH);
  store<u32>(opened, u32(jumpsOf(code)), FRAME_JUMPS);
  store<u32>(opened, u32(owner), FRAME_CODE_OWNER);
  return opened;
}

/** Precompiles run at once; anything else is the interpreter's. */
function beginCall(opened: usize, target: usize): u32 {
  if (isTracing) traceEnter(opened);
  const id = load<u32>(target, ACCOUNT_PRECOMPILE);
  if (id === 0) return RUNNING;
  const input = usize(load<u32>(opened, FRAME_INPUT));
  const length = load<u32>(opened, FRAME_INPUT_LENGTH);
  if (id === BLAKE2F) {
    runBlake2f(opened, input, length);
    return RUNNING;
  }
  store<i64>(IO_GAS, load<i64>(opened, FRAME_GAS));
  const isDone = precompile(id, input, length);
  store<i64>(opened, load<i64>(IO_GAS), FRAME_GAS);
  closeFrame(isDone !== 0 ? SUCCESS : PRECOMPILE_FAILED, RETURN_DATA, load<u32>(IO_RETURN_LENGTH));
  return RUNNING;
}

function runBlake2f(opened: usize, input: usize, length: u32): void {
  const isValid = isBlake2fInput(input, length);
  const gas = isValid ? load<i64>(opened, FRAME_GAS) - i64(blake2fRounds(input)) : -1;
  if (gas < 0) {
    closeFrame(PRECOMPILE_FAILED, RETURN_DATA, 0);
    return;
  }
  store<i64>(opened, gas, FRAME_GAS);
  blake2f(RETURN_DATA, input);
  closeFrame(SUCCESS, RETURN_DATA, BLAKE2F_OUTPUT_BYTES);
}

/** The outermost call of a transaction. */
export function openMessageCall(
  caller: usize,
  target: usize,
  value: usize,
  gas: i64,
  input: usize,
  length: u32,
): void {
  let code = codeOf(target);
  if (rules >= PRAGUE && load<u8>(code, CODE_DELEGATES) !== 0) {
    const delegate = accountAt(code + CODE_DELEGATE);
    warmAccount(delegate);
    code = codeOf(delegate);
  }
  const opened = openCall(CALL, gas, code, target);
  store<u32>(opened, u32(input), FRAME_INPUT);
  store<u32>(opened, length, FRAME_INPUT_LENGTH);
  store<u32>(opened, u32(target), FRAME_SELF);
  store<u32>(opened, u32(caller), FRAME_CALLER);
  copyWord(opened + FRAME_VALUE, value);
  transfer(caller, target, value);
  beginCall(opened, target);
}

export function create(kind: u32): u32 {
  const creator = frame;
  if (load<u32>(creator, FRAME_IS_STATIC) !== 0) return STATIC_VIOLATION;
  const sp = usize(load<u32>(creator, FRAME_SP));
  const value = sp - 32;
  const offset = sp - 64;
  const size = sp - 96;
  const isSalted = kind === CREATE2;
  const length = clampToU64(size);
  if (length > MAX_INIT_CODE_BYTES) return INIT_CODE_TOO_LARGE;
  let gas = load<i64>(creator, FRAME_GAS);
  const memoryGas = expansionGas(creator, offset, size);
  if (gas < memoryGas) return OUT_OF_GAS;
  const wordGas = isSalted ? INIT_CODE_WORD_GAS + HASH_WORD_GAS : INIT_CODE_WORD_GAS;
  gas -= memoryGas + wordGas * i64((length + 31) >> 5);
  if (gas < 0) return OUT_OF_GAS;
  const start = length === 0 ? 0 : load<u32>(offset);
  if (length !== 0) expand(creator, u64(start) + length);
  const self = usize(load<u32>(creator, FRAME_SELF));
  const nonce = load<u64>(self, ACCOUNT_NONCE);
  const rest = isSalted ? sp - 128 : size;
  store<u32>(creator, u32(rest), FRAME_SP);
  store<i64>(creator, gas, FRAME_GAS);
  if (isTooDeep() || nonce === MAX_NONCE || lessThan(self + ACCOUNT_BALANCE, value)) return pushZero(creator);
  const given = allButOne64th(gas);
  store<i64>(creator, gas - given, FRAME_GAS);
  setNonce(self, nonce + 1);
  const code = usize(load<u32>(creator, FRAME_MEMORY_BASE)) + start;
  if (isSalted) saltedAddress(self, sp - 128, code, u32(length));
  else countedAddress(self, nonce);
  const account = accountAt(HASH + 12);
  warmAccount(account);
  if (isTaken(account)) return pushZero(creator);
  openCreation(kind, self, account, value, given, code, u32(length));
  return RUNNING;
}

/** The outermost creation of a transaction; false where the address is taken. */
export function openMessageCreation(
  creator: usize,
  nonce: u64,
  value: usize,
  gas: i64,
  code: usize,
  length: u32,
): bool {
  countedAddress(creator, nonce);
  const account = accountAt(HASH + 12);
  warmAccount(account);
  if (isTaken(account)) return false;
  openCreation(0xf0, creator, account, value, gas, code, length);
  return true;
}

/** EIP-684 and EIP-7610. */
function isTaken(account: usize): bool {
  if (load<u64>(account, ACCOUNT_NONCE) !== 0 || hasCode(account)) return true;
  return (load<u32>(account, ACCOUNT_FLAGS) & HAS_STORAGE) !== 0;
}

/** The init code is copied below the new frame's memory, because what stands behind it must read as STOP. */
function openCreation(
  kind: u32,
  creator: usize,
  account: usize,
  value: usize,
  gas: i64,
  code: usize,
  length: u32,
): void {
  const opened = openFrame(kind, gas);
  const base = (usize(load<u32>(opened, FRAME_MEMORY_BASE)) + 31) & ~31;
  const jumps = (base + length + 64) & ~31;
  const memoryBase = (jumps + (length >> 3) + 32) & ~31;
  ensure(u64(memoryBase));
  memory.copy(base, code, length);
  memory.fill(base + length, 0, 33);
  markJumps(jumps, base, length);
  store<u32>(opened, u32(memoryBase), FRAME_MEMORY_BASE);
  store<u32>(opened, u32(base), FRAME_CODE);
  store<u32>(opened, length, FRAME_CODE_LENGTH);
  store<u32>(opened, u32(jumps), FRAME_JUMPS);
  store<u32>(opened, u32(account), FRAME_SELF);
  store<u32>(opened, u32(account), FRAME_CODE_OWNER);
  store<u32>(opened, u32(creator), FRAME_CALLER);
  copyWord(opened + FRAME_VALUE, value);
  setNonce(account, 1);
  markAccount(account, CREATED);
  transfer(creator, account, opened + FRAME_VALUE);
  if (isTracing) traceEnter(opened);
}

/** keccak(rlp([creator, nonce])) to HASH. */
function countedAddress(creator: usize, nonce: u64): void {
  const nonceBytes: u32 = nonce < 0x80 ? 1 : 1 + ((71 - u32(clz<u64>(nonce))) >> 3);
  store<u8>(PREIMAGE, u8(0xc0 + 21 + nonceBytes));
  store<u8>(PREIMAGE + 1, 0x94);
  memory.copy(PREIMAGE + 2, creator, 20);
  const at = PREIMAGE + 22;
  if (nonce < 0x80) store<u8>(at, nonce === 0 ? 0x80 : u8(nonce));
  else {
    store<u8>(at, u8(0x80 + nonceBytes - 1));
    for (let i: u32 = 1; i < nonceBytes; i++) store<u8>(at + i, u8(nonce >> (u64(nonceBytes - 1 - i) << 3)));
  }
  keccak256(HASH, PREIMAGE, 22 + nonceBytes);
}

/** keccak(0xff, creator, salt, keccak(code)) to HASH (EIP-1014). */
function saltedAddress(creator: usize, salt: usize, code: usize, length: u32): void {
  store<u8>(PREIMAGE, 0xff);
  memory.copy(PREIMAGE + 1, creator, 20);
  storeBigEndian(PREIMAGE + 21, salt);
  keccak256(PREIMAGE + 53, code, length);
  keccak256(HASH, PREIMAGE, 85);
}

/** EIP-6780: the account goes only where this transaction made it; its balance always does. */
export function selfdestruct(): u32 {
  const running = frame;
  if (load<u32>(running, FRAME_IS_STATIC) !== 0) return STATIC_VIOLATION;
  const self = usize(load<u32>(running, FRAME_SELF));
  const beneficiary = accountOfWord(usize(load<u32>(running, FRAME_SP)) - 32);
  let gas = load<i64>(running, FRAME_GAS);
  if (warmAccount(beneficiary)) gas -= WARM_ACCESS + COLD_ACCOUNT_EXTRA;
  const balance = self + ACCOUNT_BALANCE;
  const hasBalance = !isZeroWord(balance);
  if (hasBalance && isEmpty(beneficiary)) gas -= NEW_ACCOUNT_GAS;
  if (gas < 0) return OUT_OF_GAS;
  store<i64>(running, gas, FRAME_GAS);
  const isOfThisTransaction = (load<u32>(self, ACCOUNT_FLAGS) & CREATED) !== 0;
  copyWord(HASH, balance);
  if (self !== beneficiary) transfer(self, beneficiary, HASH);
  if (isOfThisTransaction) {
    changeAccount(self);
    setWord(balance, 0);
    markAccount(self, DESTROYED);
  }
  return SUCCESS;
}
