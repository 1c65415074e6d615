/**
 * Gas and stack of every opcode by fork: what each costs at least, how many words it takes and how many it leaves.
 * Costs that depend on operands are added where the opcode is carried out. An opcode without an entry is invalid.
 */
import { OPCODES, OSAKA, TRACED_OPCODES } from "./layout";

const WORD: u64 = 32;
const STACK_BYTES: u64 = 32_768;
const INVALID: u64 = 0xffff00000000;

/** EIP-2929: an account or slot that is warm. What is cold pays the difference on top. */
export const WARM_ACCESS: i64 = 100;
export const COLD_ACCOUNT_EXTRA: i64 = 2_500;
export const COLD_SLOT_EXTRA: i64 = 2_000;

function define(opcode: u32, gas: u64, takes: u64, leaves: u64): void {
  const least = takes * WORD;
  const most = leaves > takes ? STACK_BYTES - (leaves - takes) * WORD : STACK_BYTES;
  store<u64>(OPCODES + (opcode << 3), gas | (least << 32) | ((most - least) << 48));
}

function defineRange(first: u32, last: u32, gas: u64, takes: u64, leaves: u64): void {
  for (let opcode = first; opcode <= last; opcode++) define(opcode, gas, takes, leaves);
}

export function prepareOpcodes(fork: u32): void {
  for (let opcode: u32 = 0; opcode < 256; opcode++) {
    store<u64>(OPCODES + (opcode << 3), INVALID);
    store<u64>(TRACED_OPCODES + (opcode << 3), INVALID);
  }
  define(0x00, 0, 0, 0); // STOP
  define(0x01, 3, 2, 1); // ADD
  define(0x02, 5, 2, 1); // MUL
  define(0x03, 3, 2, 1); // SUB
  defineRange(0x04, 0x07, 5, 2, 1); // DIV SDIV MOD SMOD
  defineRange(0x08, 0x09, 8, 3, 1); // ADDMOD MULMOD
  define(0x0a, 10, 2, 1); // EXP
  define(0x0b, 5, 2, 1); // SIGNEXTEND
  defineRange(0x10, 0x14, 3, 2, 1); // LT GT SLT SGT EQ
  define(0x15, 3, 1, 1); // ISZERO
  defineRange(0x16, 0x18, 3, 2, 1); // AND OR XOR
  define(0x19, 3, 1, 1); // NOT
  defineRange(0x1a, 0x1d, 3, 2, 1); // BYTE SHL SHR SAR
  if (fork >= OSAKA) define(0x1e, 5, 1, 1); // CLZ
  define(0x20, 30, 2, 1); // KECCAK256
  define(0x30, 2, 0, 1); // ADDRESS
  define(0x31, WARM_ACCESS, 1, 1); // BALANCE
  defineRange(0x32, 0x34, 2, 0, 1); // ORIGIN CALLER CALLVALUE
  define(0x35, 3, 1, 1); // CALLDATALOAD
  define(0x36, 2, 0, 1); // CALLDATASIZE
  define(0x37, 3, 3, 0); // CALLDATACOPY
  define(0x38, 2, 0, 1); // CODESIZE
  define(0x39, 3, 3, 0); // CODECOPY
  define(0x3a, 2, 0, 1); // GASPRICE
  define(0x3b, WARM_ACCESS, 1, 1); // EXTCODESIZE
  define(0x3c, WARM_ACCESS, 4, 0); // EXTCODECOPY
  define(0x3d, 2, 0, 1); // RETURNDATASIZE
  define(0x3e, 3, 3, 0); // RETURNDATACOPY
  define(0x3f, WARM_ACCESS, 1, 1); // EXTCODEHASH
  define(0x40, 20, 1, 1); // BLOCKHASH
  defineRange(0x41, 0x46, 2, 0, 1); // COINBASE TIMESTAMP NUMBER PREVRANDAO GASLIMIT CHAINID
  define(0x47, 5, 0, 1); // SELFBALANCE
  define(0x48, 2, 0, 1); // BASEFEE
  define(0x49, 3, 1, 1); // BLOBHASH
  define(0x4a, 2, 0, 1); // BLOBBASEFEE
  define(0x50, 2, 1, 0); // POP
  define(0x51, 3, 1, 1); // MLOAD
  defineRange(0x52, 0x53, 3, 2, 0); // MSTORE MSTORE8
  define(0x54, WARM_ACCESS, 1, 1); // SLOAD
  define(0x55, 0, 2, 0); // SSTORE
  define(0x56, 8, 1, 0); // JUMP
  define(0x57, 10, 2, 0); // JUMPI
  defineRange(0x58, 0x5a, 2, 0, 1); // PC MSIZE GAS
  define(0x5b, 1, 0, 0); // JUMPDEST
  define(0x5c, WARM_ACCESS, 1, 1); // TLOAD
  define(0x5d, WARM_ACCESS, 2, 0); // TSTORE
  define(0x5e, 3, 3, 0); // MCOPY
  define(0x5f, 2, 0, 1); // PUSH0
  defineRange(0x60, 0x7f, 3, 0, 1); // PUSH1 - PUSH32
  for (let i: u32 = 0; i < 16; i++) {
    define(0x80 + i, 3, i + 1, i + 2); // DUP1 - DUP16
    define(0x90 + i, 3, i + 2, i + 2); // SWAP1 - SWAP16
  }
  for (let i: u32 = 0; i < 5; i++) define(0xa0 + i, 375 + 375 * i, 2 + i, 0); // LOG0 - LOG4
  define(0xf0, 32_000, 3, 1); // CREATE
  define(0xf1, WARM_ACCESS, 7, 1); // CALL
  define(0xf2, WARM_ACCESS, 7, 1); // CALLCODE
  define(0xf3, 0, 2, 0); // RETURN
  define(0xf4, WARM_ACCESS, 6, 1); // DELEGATECALL
  define(0xf5, 32_000, 4, 1); // CREATE2
  define(0xfa, WARM_ACCESS, 6, 1); // STATICCALL
  define(0xfd, 0, 2, 0); // REVERT
  define(0xff, 5_000, 1, 0); // SELFDESTRUCT
}

export function isDefined(opcode: u32): bool {
  return load<u64>(OPCODES + (opcode << 3)) !== INVALID;
}
