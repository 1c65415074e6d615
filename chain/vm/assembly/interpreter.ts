/**
 * The instruction loop: runs the innermost frame until the outermost has ended. Position, stack pointer and gas of the running
 * frame are locals; they are stored in its record before anything that looks at it, and read again after a change of frame.
 * A case that succeeds ends with `continue`; one that ends the frame sets `end` and breaks.
 * Over 500 lines, because V8 and Binaryen make the fastest code of one function.
 */
import { accountOfWord, isEmpty, warmAccount } from "./accounts";
import {
  add,
  addmod,
  byteLength,
  div,
  exp,
  mod,
  mul,
  mulmod,
  sdiv,
  signextend,
  smod,
  sub,
} from "./arithmetic";
import { byteAt, leadingZeros, sar, shl, shr } from "./bits";
import { call, create, RUNNING, selfdestruct } from "./calls";
import { codeOf } from "./codes";
import { copyPadded } from "./copying";
import { expand, expansionGas, expansionGasTo } from "./frameMemory";
import { closeFrame, frame, returnLength } from "./frames";
import { loadBlockHash, traceStep } from "./host";
import { keccak256 } from "./keccak";
import {
  ACCOUNT_BALANCE,
  ACCOUNT_CODE_HASH,
  CODE_BYTES,
  CODE_LENGTH,
  ENV_BASE_FEE,
  ENV_BLOB_BASE_FEE,
  ENV_CHAIN_ID,
  ENV_COINBASE,
  ENV_GAS_LIMIT,
  ENV_GAS_PRICE,
  ENV_NUMBER,
  ENV_ORIGIN,
  ENV_PREVRANDAO,
  ENV_TIMESTAMP,
  FRAME_CALLER,
  FRAME_CODE,
  FRAME_CODE_LENGTH,
  FRAME_GAS,
  FRAME_INPUT,
  FRAME_INPUT_LENGTH,
  FRAME_IS_STATIC,
  FRAME_JUMPS,
  FRAME_MEMORY_BASE,
  FRAME_MEMORY_SIZE,
  FRAME_PC,
  FRAME_SELF,
  FRAME_SP,
  FRAME_STACK,
  FRAME_VALUE,
  FRAMES,
  INVALID_JUMP,
  INVALID_OPCODE,
  OPCODES,
  OUT_OF_GAS,
  RETURN_DATA,
  RETURN_DATA_BOUNDS,
  REVERT,
  SCRATCH,
  STACK_OVERFLOW,
  STACK_UNDERFLOW,
  STATIC_VIOLATION,
  SUCCESS,
  TRACED_OPCODES,
} from "./layout";
import { appendLog } from "./logs";
import { COLD_ACCOUNT_EXTRA, isDefined } from "./opcodes";
import { isTracing } from "./rules";
import { sload, sstore, tload, tstore } from "./storageOps";
import {
  addressToWord,
  clampToU64,
  copyWord,
  equalWords,
  isZeroWord,
  lessThan,
  loadBigEndian,
  setWord,
  signedLessThan,
  storeBigEndian,
} from "./words";

const HASH: usize = SCRATCH + 0x3c0;
const BLOCK_HASHES: u64 = 256;
const WORD_COPY_GAS: i64 = 3;
const KECCAK_WORD_GAS: i64 = 6;
const LOG_BYTE_GAS: i64 = 8;
const EXP_BYTE_GAS: i64 = 50;
const MEMORY_LIMIT: u64 = 1 << 42;

/** What stands in the way of an instruction that failed the fast check, or SUCCESS. */
function refusal(opcode: u32, height: u32, gas: i64): u32 {
  if (!isDefined(opcode)) return INVALID_OPCODE;
  const entry = load<u64>(usize(OPCODES) + (usize(opcode) << 3));
  const least = u32(entry >> 32) & 0xffff;
  if (height < least) return STACK_UNDERFLOW;
  if (height - least > u32(entry >> 48)) return STACK_OVERFLOW;
  return gas < i64(entry & 0xffffffff) ? OUT_OF_GAS : SUCCESS;
}

/** Gas for copying `size` bytes (a word) at `wordGas` a word. The memory they need has been priced, so a size that fits no u32 is refused. */
function sizeGas(size: usize, wordGas: i64): i64 {
  const bytes = clampToU64(size);
  return bytes > MEMORY_LIMIT ? i64.MAX_VALUE : wordGas * i64((bytes + 31) >> 5);
}

export function run(): void {
  const opcodes: usize = isTracing ? TRACED_OPCODES : OPCODES;
  while (frame >= FRAMES) {
    const f = frame;
    const code = usize(load<u32>(f, FRAME_CODE));
    const codeLength = load<u32>(f, FRAME_CODE_LENGTH);
    const jumps = usize(load<u32>(f, FRAME_JUMPS));
    const stack = load<u32>(f, FRAME_STACK);
    const memoryBase = usize(load<u32>(f, FRAME_MEMORY_BASE));
    const self = usize(load<u32>(f, FRAME_SELF));
    let ip = code + usize(load<u32>(f, FRAME_PC));
    let sp = usize(load<u32>(f, FRAME_SP));
    let gas = load<i64>(f, FRAME_GAS);
    let memorySize = u64(load<u32>(f, FRAME_MEMORY_SIZE));
    let end = RUNNING;
    let output: usize = memoryBase;
    let outputSize: u32 = 0;

    while (true) {
      const opcode = u32(load<u8>(ip));
      const entry = load<u64>(opcodes + (usize(opcode) << 3));
      const height = u32(sp) - stack;
      const left = gas - i64(entry & 0xffffffff);
      if (height - (u32(entry >> 32) & 0xffff) > u32(entry >> 48) || left < 0) {
        if (isTracing) {
          store<u32>(f, u32(ip - code), FRAME_PC);
          store<u32>(f, u32(sp), FRAME_SP);
          store<i64>(f, gas, FRAME_GAS);
          traceStep(f, opcode);
        }
        end = refusal(opcode, height, gas);
        if (end !== SUCCESS) break;
        end = RUNNING;
        gas -= i64(load<u64>(usize(OPCODES) + (usize(opcode) << 3)) & 0xffffffff);
      } else gas = left;
      ip++;
      switch (opcode) {
        case 0x00: {
          // STOP
          end = SUCCESS;
          break;
        }
        case 0x01: {
          // ADD
          sp -= 32;
          add(sp - 32, sp, sp - 32);
          continue;
        }
        case 0x02: {
          // MUL
          sp -= 32;
          mul(sp - 32, sp, sp - 32);
          continue;
        }
        case 0x03: {
          // SUB
          sp -= 32;
          sub(sp - 32, sp, sp - 32);
          continue;
        }
        case 0x04: {
          // DIV
          sp -= 32;
          div(sp - 32, sp, sp - 32);
          continue;
        }
        case 0x05: {
          // SDIV
          sp -= 32;
          sdiv(sp - 32, sp, sp - 32);
          continue;
        }
        case 0x06: {
          // MOD
          sp -= 32;
          mod(sp - 32, sp, sp - 32);
          continue;
        }
        case 0x07: {
          // SMOD
          sp -= 32;
          smod(sp - 32, sp, sp - 32);
          continue;
        }
        case 0x08: {
          // ADDMOD
          sp -= 64;
          addmod(sp - 32, sp + 32, sp, sp - 32);
          continue;
        }
        case 0x09: {
          // MULMOD
          sp -= 64;
          mulmod(sp - 32, sp + 32, sp, sp - 32);
          continue;
        }
        case 0x0a: {
          // EXP
          sp -= 32;
          gas -= EXP_BYTE_GAS * i64(byteLength(sp - 32));
          if (gas < 0) {
            end = OUT_OF_GAS;
            break;
          }
          exp(sp - 32, sp, sp - 32);
          continue;
        }
        case 0x0b: {
          // SIGNEXTEND
          sp -= 32;
          signextend(sp - 32, sp, sp - 32);
          continue;
        }
        case 0x10: {
          // LT
          sp -= 32;
          setWord(sp - 32, u64(lessThan(sp, sp - 32)));
          continue;
        }
        case 0x11: {
          // GT
          sp -= 32;
          setWord(sp - 32, u64(lessThan(sp - 32, sp)));
          continue;
        }
        case 0x12: {
          // SLT
          sp -= 32;
          setWord(sp - 32, u64(signedLessThan(sp, sp - 32)));
          continue;
        }
        case 0x13: {
          // SGT
          sp -= 32;
          setWord(sp - 32, u64(signedLessThan(sp - 32, sp)));
          continue;
        }
        case 0x14: {
          // EQ
          sp -= 32;
          setWord(sp - 32, u64(equalWords(sp, sp - 32)));
          continue;
        }
        case 0x15: {
          // ISZERO
          setWord(sp - 32, u64(isZeroWord(sp - 32)));
          continue;
        }
        case 0x16: {
          // AND
          sp -= 32;
          store<u64>(sp - 32, load<u64>(sp - 32, 0) & load<u64>(sp, 0), 0);
          store<u64>(sp - 32, load<u64>(sp - 32, 8) & load<u64>(sp, 8), 8);
          store<u64>(sp - 32, load<u64>(sp - 32, 16) & load<u64>(sp, 16), 16);
          store<u64>(sp - 32, load<u64>(sp - 32, 24) & load<u64>(sp, 24), 24);
          continue;
        }
        case 0x17: {
          // OR
          sp -= 32;
          store<u64>(sp - 32, load<u64>(sp - 32, 0) | load<u64>(sp, 0), 0);
          store<u64>(sp - 32, load<u64>(sp - 32, 8) | load<u64>(sp, 8), 8);
          store<u64>(sp - 32, load<u64>(sp - 32, 16) | load<u64>(sp, 16), 16);
          store<u64>(sp - 32, load<u64>(sp - 32, 24) | load<u64>(sp, 24), 24);
          continue;
        }
        case 0x18: {
          // XOR
          sp -= 32;
          store<u64>(sp - 32, load<u64>(sp - 32, 0) ^ load<u64>(sp, 0), 0);
          store<u64>(sp - 32, load<u64>(sp - 32, 8) ^ load<u64>(sp, 8), 8);
          store<u64>(sp - 32, load<u64>(sp - 32, 16) ^ load<u64>(sp, 16), 16);
          store<u64>(sp - 32, load<u64>(sp - 32, 24) ^ load<u64>(sp, 24), 24);
          continue;
        }
        case 0x19: {
          // NOT
          store<u64>(sp - 32, ~load<u64>(sp - 32, 0), 0);
          store<u64>(sp - 32, ~load<u64>(sp - 32, 8), 8);
          store<u64>(sp - 32, ~load<u64>(sp - 32, 16), 16);
          store<u64>(sp - 32, ~load<u64>(sp - 32, 24), 24);
          continue;
        }
        case 0x1a: {
          // BYTE
          sp -= 32;
          byteAt(sp - 32, sp, sp - 32);
          continue;
        }
        case 0x1b: {
          // SHL
          sp -= 32;
          shl(sp - 32, sp, sp - 32);
          continue;
        }
        case 0x1c: {
          // SHR
          sp -= 32;
          shr(sp - 32, sp, sp - 32);
          continue;
        }
        case 0x1d: {
          // SAR
          sp -= 32;
          sar(sp - 32, sp, sp - 32);
          continue;
        }
        case 0x1e: {
          // CLZ
          setWord(sp - 32, leadingZeros(sp - 32));
          continue;
        }
        case 0x20: {
          // KECCAK256
          sp -= 32;
          const memoryGas = expansionGas(f, sp, sp - 32);
          if (gas < memoryGas) {
            end = OUT_OF_GAS;
            break;
          }
          gas -= memoryGas;
          gas -= sizeGas(sp - 32, KECCAK_WORD_GAS);
          if (gas < 0) {
            end = OUT_OF_GAS;
            break;
          }
          const length = load<u32>(sp - 32);
          const start = length === 0 ? 0 : load<u32>(sp);
          if (length !== 0) {
            expand(f, u64(start) + u64(length));
            memorySize = u64(load<u32>(f, FRAME_MEMORY_SIZE));
          }
          keccak256(HASH, memoryBase + start, length);
          loadBigEndian(sp - 32, HASH);
          continue;
        }
        case 0x30: {
          // ADDRESS
          addressToWord(sp, self);
          sp += 32;
          continue;
        }
        case 0x31: {
          // BALANCE
          const account = accountOfWord(sp - 32);
          if (warmAccount(account)) {
            gas -= COLD_ACCOUNT_EXTRA;
            if (gas < 0) {
              end = OUT_OF_GAS;
              break;
            }
          }
          copyWord(sp - 32, account + ACCOUNT_BALANCE);
          continue;
        }
        case 0x32: {
          // ORIGIN
          copyWord(sp, ENV_ORIGIN);
          sp += 32;
          continue;
        }
        case 0x33: {
          // CALLER
          addressToWord(sp, usize(load<u32>(f, FRAME_CALLER)));
          sp += 32;
          continue;
        }
        case 0x34: {
          // CALLVALUE
          copyWord(sp, f + FRAME_VALUE);
          sp += 32;
          continue;
        }
        case 0x35: {
          // CALLDATALOAD
          const inputLength = load<u32>(f, FRAME_INPUT_LENGTH);
          const input = usize(load<u32>(f, FRAME_INPUT));
          const offset = clampToU64(sp - 32);
          if (offset < MEMORY_LIMIT && offset + 32 <= u64(inputLength))
            loadBigEndian(sp - 32, input + usize(offset));
          else {
            copyPadded(HASH, input, inputLength, sp - 32, 32);
            loadBigEndian(sp - 32, HASH);
          }
          continue;
        }
        case 0x36: {
          // CALLDATASIZE
          setWord(sp, u64(load<u32>(f, FRAME_INPUT_LENGTH)));
          sp += 32;
          continue;
        }
        case 0x37: {
          // CALLDATACOPY
          sp -= 96;
          const memoryGas = expansionGas(f, sp + 64, sp);
          if (gas < memoryGas) {
            end = OUT_OF_GAS;
            break;
          }
          gas -= memoryGas;
          gas -= sizeGas(sp, WORD_COPY_GAS);
          if (gas < 0) {
            end = OUT_OF_GAS;
            break;
          }
          const length = load<u32>(sp);
          if (length === 0) continue;
          const start = load<u32>(sp + 64);
          expand(f, u64(start) + u64(length));
          memorySize = u64(load<u32>(f, FRAME_MEMORY_SIZE));
          copyPadded(
            memoryBase + start,
            usize(load<u32>(f, FRAME_INPUT)),
            load<u32>(f, FRAME_INPUT_LENGTH),
            sp + 32,
            length,
          );
          continue;
        }
        case 0x38: {
          // CODESIZE
          setWord(sp, u64(codeLength));
          sp += 32;
          continue;
        }
        case 0x39: {
          // CODECOPY
          sp -= 96;
          const memoryGas = expansionGas(f, sp + 64, sp);
          if (gas < memoryGas) {
            end = OUT_OF_GAS;
            break;
          }
          gas -= memoryGas;
          gas -= sizeGas(sp, WORD_COPY_GAS);
          if (gas < 0) {
            end = OUT_OF_GAS;
            break;
          }
          const length = load<u32>(sp);
          if (length === 0) continue;
          const start = load<u32>(sp + 64);
          expand(f, u64(start) + u64(length));
          memorySize = u64(load<u32>(f, FRAME_MEMORY_SIZE));
          copyPadded(memoryBase + start, code, codeLength, sp + 32, length);
          continue;
        }
        case 0x3a: {
          // GASPRICE
          copyWord(sp, ENV_GAS_PRICE);
          sp += 32;
          continue;
        }
        case 0x3b: {
          // EXTCODESIZE
          const account = accountOfWord(sp - 32);
          if (warmAccount(account)) {
            gas -= COLD_ACCOUNT_EXTRA;
            if (gas < 0) {
              end = OUT_OF_GAS;
              break;
            }
          }
          setWord(sp - 32, u64(load<u32>(codeOf(account), CODE_LENGTH)));
          continue;
        }
        case 0x3c: {
          // EXTCODECOPY
          sp -= 128;
          const account = accountOfWord(sp + 96);
          if (warmAccount(account)) {
            gas -= COLD_ACCOUNT_EXTRA;
            if (gas < 0) {
              end = OUT_OF_GAS;
              break;
            }
          }
          const memoryGas = expansionGas(f, sp + 64, sp);
          if (gas < memoryGas) {
            end = OUT_OF_GAS;
            break;
          }
          gas -= memoryGas;
          gas -= sizeGas(sp, WORD_COPY_GAS);
          if (gas < 0) {
            end = OUT_OF_GAS;
            break;
          }
          const length = load<u32>(sp);
          if (length === 0) continue;
          const start = load<u32>(sp + 64);
          expand(f, u64(start) + u64(length));
          memorySize = u64(load<u32>(f, FRAME_MEMORY_SIZE));
          const foreign = codeOf(account);
          copyPadded(
            memoryBase + start,
            foreign + CODE_BYTES,
            load<u32>(foreign, CODE_LENGTH),
            sp + 32,
            length,
          );
          continue;
        }
        case 0x3d: {
          // RETURNDATASIZE
          setWord(sp, u64(returnLength));
          sp += 32;
          continue;
        }
        case 0x3e: {
          // RETURNDATACOPY
          sp -= 96;
          const from = clampToU64(sp + 32);
          const wanted = clampToU64(sp);
          if (from > u64(returnLength) || wanted > u64(returnLength) - from) {
            end = RETURN_DATA_BOUNDS;
            break;
          }
          const memoryGas = expansionGas(f, sp + 64, sp);
          if (gas < memoryGas) {
            end = OUT_OF_GAS;
            break;
          }
          gas -= memoryGas;
          gas -= sizeGas(sp, WORD_COPY_GAS);
          if (gas < 0) {
            end = OUT_OF_GAS;
            break;
          }
          const length = u32(wanted);
          if (length === 0) continue;
          const start = load<u32>(sp + 64);
          expand(f, u64(start) + u64(length));
          memorySize = u64(load<u32>(f, FRAME_MEMORY_SIZE));
          memory.copy(memoryBase + start, usize(RETURN_DATA) + usize(from), length);
          continue;
        }
        case 0x3f: {
          // EXTCODEHASH
          const account = accountOfWord(sp - 32);
          if (warmAccount(account)) {
            gas -= COLD_ACCOUNT_EXTRA;
            if (gas < 0) {
              end = OUT_OF_GAS;
              break;
            }
          }
          if (isEmpty(account)) setWord(sp - 32, 0);
          else loadBigEndian(sp - 32, account + ACCOUNT_CODE_HASH);
          continue;
        }
        case 0x40: {
          // BLOCKHASH
          const number = clampToU64(sp - 32);
          const current = load<u64>(ENV_NUMBER);
          if (number >= current || current - number > BLOCK_HASHES) setWord(sp - 32, 0);
          else {
            loadBlockHash(u32(current - number), HASH);
            loadBigEndian(sp - 32, HASH);
          }
          continue;
        }
        case 0x41: {
          // COINBASE
          copyWord(sp, ENV_COINBASE);
          sp += 32;
          continue;
        }
        case 0x42: {
          // TIMESTAMP
          copyWord(sp, ENV_TIMESTAMP);
          sp += 32;
          continue;
        }
        case 0x43: {
          // NUMBER
          copyWord(sp, ENV_NUMBER);
          sp += 32;
          continue;
        }
        case 0x44: {
          // PREVRANDAO
          copyWord(sp, ENV_PREVRANDAO);
          sp += 32;
          continue;
        }
        case 0x45: {
          // GAS_LIMIT
          copyWord(sp, ENV_GAS_LIMIT);
          sp += 32;
          continue;
        }
        case 0x46: {
          // CHAIN_ID
          copyWord(sp, ENV_CHAIN_ID);
          sp += 32;
          continue;
        }
        case 0x47: {
          // SELFBALANCE
          copyWord(sp, self + ACCOUNT_BALANCE);
          sp += 32;
          continue;
        }
        case 0x48: {
          // BASEFEE
          copyWord(sp, ENV_BASE_FEE);
          sp += 32;
          continue;
        }
        case 0x49: {
          // BLOBHASH: there are no blobs
          setWord(sp - 32, 0);
          continue;
        }
        case 0x4a: {
          // BLOBBASEFEE
          copyWord(sp, ENV_BLOB_BASE_FEE);
          sp += 32;
          continue;
        }
        case 0x50: {
          // POP
          sp -= 32;
          continue;
        }
        case 0x51: {
          // MLOAD
          const offset = clampToU64(sp - 32);
          if (offset > MEMORY_LIMIT || offset + 32 > memorySize) {
            const memoryGas = expansionGasTo(f, offset, 32);
            if (gas < memoryGas) {
              end = OUT_OF_GAS;
              break;
            }
            gas -= memoryGas;
            expand(f, offset + 32);
            memorySize = u64(load<u32>(f, FRAME_MEMORY_SIZE));
          }
          loadBigEndian(sp - 32, memoryBase + usize(offset));
          continue;
        }
        case 0x52: {
          // MSTORE
          sp -= 64;
          const offset = clampToU64(sp + 32);
          if (offset > MEMORY_LIMIT || offset + 32 > memorySize) {
            const memoryGas = expansionGasTo(f, offset, 32);
            if (gas < memoryGas) {
              end = OUT_OF_GAS;
              break;
            }
            gas -= memoryGas;
            expand(f, offset + 32);
            memorySize = u64(load<u32>(f, FRAME_MEMORY_SIZE));
          }
          storeBigEndian(memoryBase + usize(offset), sp);
          continue;
        }
        case 0x53: {
          // MSTORE8
          sp -= 64;
          const offset = clampToU64(sp + 32);
          if (offset > MEMORY_LIMIT || offset + 1 > memorySize) {
            const memoryGas = expansionGasTo(f, offset, 1);
            if (gas < memoryGas) {
              end = OUT_OF_GAS;
              break;
            }
            gas -= memoryGas;
            expand(f, offset + 1);
            memorySize = u64(load<u32>(f, FRAME_MEMORY_SIZE));
          }
          store<u8>(memoryBase + usize(offset), load<u8>(sp));
          continue;
        }
        case 0x54: {
          // SLOAD
          gas -= sload(self, sp - 32);
          if (gas < 0) {
            end = OUT_OF_GAS;
            break;
          }
          continue;
        }
        case 0x55: {
          // SSTORE
          if (load<u32>(f, FRAME_IS_STATIC) !== 0) {
            end = STATIC_VIOLATION;
            break;
          }
          sp -= 64;
          gas = sstore(self, sp + 32, sp, gas);
          if (gas < 0) {
            end = OUT_OF_GAS;
            break;
          }
          continue;
        }
        case 0x56: {
          // JUMP
          sp -= 32;
          const target = clampToU64(sp);
          if (
            target >= u64(codeLength) ||
            ((load<u8>(jumps + (usize(target) >> 3)) >> u8(target & 7)) & 1) === 0
          ) {
            end = INVALID_JUMP;
            break;
          }
          ip = code + usize(target);
          continue;
        }
        case 0x57: {
          // JUMPI
          sp -= 64;
          if (isZeroWord(sp)) continue;
          const target = clampToU64(sp + 32);
          if (
            target >= u64(codeLength) ||
            ((load<u8>(jumps + (usize(target) >> 3)) >> u8(target & 7)) & 1) === 0
          ) {
            end = INVALID_JUMP;
            break;
          }
          ip = code + usize(target);
          continue;
        }
        case 0x58: {
          // PC
          setWord(sp, u64(ip - code - 1));
          sp += 32;
          continue;
        }
        case 0x59: {
          // MSIZE
          setWord(sp, memorySize);
          sp += 32;
          continue;
        }
        case 0x5a: {
          // GAS
          setWord(sp, u64(gas));
          sp += 32;
          continue;
        }
        case 0x5b: {
          // JUMPDEST
          continue;
        }
        case 0x5c: {
          // TLOAD
          tload(self, sp - 32);
          continue;
        }
        case 0x5d: {
          // TSTORE
          if (load<u32>(f, FRAME_IS_STATIC) !== 0) {
            end = STATIC_VIOLATION;
            break;
          }
          sp -= 64;
          tstore(self, sp + 32, sp);
          continue;
        }
        case 0x5e: {
          // MCOPY
          sp -= 96;
          const toGas = expansionGas(f, sp + 64, sp);
          const fromGas = expansionGas(f, sp + 32, sp);
          const memoryGas = toGas > fromGas ? toGas : fromGas;
          if (gas < memoryGas) {
            end = OUT_OF_GAS;
            break;
          }
          gas -= memoryGas;
          gas -= sizeGas(sp, WORD_COPY_GAS);
          if (gas < 0) {
            end = OUT_OF_GAS;
            break;
          }
          const length = load<u32>(sp);
          if (length === 0) continue;
          const to = load<u32>(sp + 64);
          const from = load<u32>(sp + 32);
          expand(f, u64(to > from ? to : from) + u64(length));
          memorySize = u64(load<u32>(f, FRAME_MEMORY_SIZE));
          memory.copy(memoryBase + to, memoryBase + from, length);
          continue;
        }
        case 0x5f: {
          // PUSH0
          setWord(sp, 0);
          sp += 32;
          continue;
        }
        case 0x60: {
          // PUSH1
          setWord(sp, u64(load<u8>(ip)));
          ip++;
          sp += 32;
          continue;
        }
        case 0x61: {
          // PUSH2
          setWord(sp, u64(bswap<u16>(load<u16>(ip))));
          ip += 2;
          sp += 32;
          continue;
        }
        case 0x63: {
          // PUSH4
          setWord(sp, u64(bswap<u32>(load<u32>(ip))));
          ip += 4;
          sp += 32;
          continue;
        }
        case 0x73: {
          // PUSH20
          addressToWord(sp, ip);
          ip += 20;
          sp += 32;
          continue;
        }
        case 0x7f: {
          // PUSH32
          loadBigEndian(sp, ip);
          ip += 32;
          sp += 32;
          continue;
        }
        case 0x62:
        case 0x64:
        case 0x65:
        case 0x66:
        case 0x67:
        case 0x68:
        case 0x69:
        case 0x6a:
        case 0x6b:
        case 0x6c:
        case 0x6d:
        case 0x6e:
        case 0x6f:
        case 0x70:
        case 0x71:
        case 0x72:
        case 0x74:
        case 0x75:
        case 0x76:
        case 0x77:
        case 0x78:
        case 0x79:
        case 0x7a:
        case 0x7b:
        case 0x7c:
        case 0x7d:
        case 0x7e: {
          // PUSH3, PUSH5 - PUSH19, PUSH21 - PUSH31
          const length = usize(opcode - 0x5f);
          setWord(sp, 0);
          for (let i: usize = 0; i < length; i++) store<u8>(sp + length - 1 - i, load<u8>(ip + i));
          ip += length;
          sp += 32;
          continue;
        }
        case 0x80:
        case 0x81:
        case 0x82:
        case 0x83:
        case 0x84:
        case 0x85:
        case 0x86:
        case 0x87:
        case 0x88:
        case 0x89:
        case 0x8a:
        case 0x8b:
        case 0x8c:
        case 0x8d:
        case 0x8e:
        case 0x8f: {
          // DUP1 - DUP16
          copyWord(sp, sp - (usize(opcode - 0x7f) << 5));
          sp += 32;
          continue;
        }
        case 0x90:
        case 0x91:
        case 0x92:
        case 0x93:
        case 0x94:
        case 0x95:
        case 0x96:
        case 0x97:
        case 0x98:
        case 0x99:
        case 0x9a:
        case 0x9b:
        case 0x9c:
        case 0x9d:
        case 0x9e:
        case 0x9f: {
          // SWAP1 - SWAP16
          const other = sp - (usize(opcode - 0x8e) << 5);
          const w0 = load<u64>(other);
          const w1 = load<u64>(other, 8);
          const w2 = load<u64>(other, 16);
          const w3 = load<u64>(other, 24);
          copyWord(other, sp - 32);
          store<u64>(sp - 32, w0);
          store<u64>(sp - 32, w1, 8);
          store<u64>(sp - 32, w2, 16);
          store<u64>(sp - 32, w3, 24);
          continue;
        }
        case 0xa0:
        case 0xa1:
        case 0xa2:
        case 0xa3:
        case 0xa4: {
          // LOG0 - LOG4
          if (load<u32>(f, FRAME_IS_STATIC) !== 0) {
            end = STATIC_VIOLATION;
            break;
          }
          sp -= 64;
          const memoryGas = expansionGas(f, sp + 32, sp);
          if (gas < memoryGas) {
            end = OUT_OF_GAS;
            break;
          }
          gas -= memoryGas;
          gas -= LOG_BYTE_GAS * i64(load<u32>(sp));
          if (gas < 0) {
            end = OUT_OF_GAS;
            break;
          }
          const topicCount = opcode - 0xa0;
          const length = load<u32>(sp);
          const start = length === 0 ? 0 : load<u32>(sp + 32);
          if (length !== 0) {
            expand(f, u64(start) + u64(length));
            memorySize = u64(load<u32>(f, FRAME_MEMORY_SIZE));
          }
          appendLog(self, sp - 32, topicCount, memoryBase + start, length);
          sp -= usize(topicCount) << 5;
          continue;
        }
        case 0xf0:
        case 0xf5: {
          // CREATE CREATE2
          store<u32>(f, u32(ip - code), FRAME_PC);
          store<u32>(f, u32(sp), FRAME_SP);
          store<i64>(f, gas, FRAME_GAS);
          end = create(opcode);
          break;
        }
        case 0xf1:
        case 0xf2:
        case 0xf4:
        case 0xfa: {
          // CALL CALLCODE DELEGATECALL STATICCALL
          store<u32>(f, u32(ip - code), FRAME_PC);
          store<u32>(f, u32(sp), FRAME_SP);
          store<i64>(f, gas, FRAME_GAS);
          end = call(opcode);
          break;
        }
        case 0xf3: {
          // RETURN
          sp -= 64;
          const memoryGas = expansionGas(f, sp + 32, sp);
          if (gas < memoryGas) {
            end = OUT_OF_GAS;
            break;
          }
          gas -= memoryGas;
          const length = load<u32>(sp);
          const start = length === 0 ? 0 : load<u32>(sp + 32);
          if (length !== 0) {
            expand(f, u64(start) + u64(length));
            memorySize = u64(load<u32>(f, FRAME_MEMORY_SIZE));
          }
          output = memoryBase + start;
          outputSize = length;
          end = SUCCESS;
          break;
        }
        case 0xfd: {
          // REVERT
          sp -= 64;
          const memoryGas = expansionGas(f, sp + 32, sp);
          if (gas < memoryGas) {
            end = OUT_OF_GAS;
            break;
          }
          gas -= memoryGas;
          const length = load<u32>(sp);
          const start = length === 0 ? 0 : load<u32>(sp + 32);
          if (length !== 0) {
            expand(f, u64(start) + u64(length));
            memorySize = u64(load<u32>(f, FRAME_MEMORY_SIZE));
          }
          output = memoryBase + start;
          outputSize = length;
          end = REVERT;
          break;
        }
        case 0xff: {
          // SELFDESTRUCT
          store<u32>(f, u32(sp), FRAME_SP);
          store<i64>(f, gas, FRAME_GAS);
          end = selfdestruct();
          gas = load<i64>(f, FRAME_GAS);
          break;
        }
        default: {
          end = INVALID_OPCODE;
          break;
        }
      }
      break;
    }
    if (end === RUNNING) continue; // another frame runs now, or this one was changed by a call
    store<u32>(f, u32(ip - code), FRAME_PC);
    store<u32>(f, u32(sp), FRAME_SP);
    store<i64>(f, gas, FRAME_GAS);
    closeFrame(end, output, outputSize);
  }
}
