/**
 * Where everything stands in the kernel's linear memory, shared by the kernel (AssemblyScript) and its host (TypeScript).
 * All regions have fixed places and sizes; pages that are never touched cost nothing. Bytes throughout.
 * Words of the EVM are four little-endian u64, the least significant first; addresses and hashes are plain bytes.
 */

/** Parameters and results of the exported functions. */
export const IO: u32 = 0x10000;
export const IO_GAS: u32 = IO;
export const IO_REFUND: u32 = IO + 8;
export const IO_RETURN_LENGTH: u32 = IO + 16;
export const IO_FAULT: u32 = IO + 20;
export const IO_VALUE: u32 = IO + 32;
export const IO_ADDRESS: u32 = IO + 64;
export const IO_KEY: u32 = IO + 96;

/** What the block and the transaction are, as words. */
export const ENV: u32 = 0x11000;
export const ENV_ORIGIN: u32 = ENV;
export const ENV_GAS_PRICE: u32 = ENV + 32;
export const ENV_COINBASE: u32 = ENV + 64;
export const ENV_TIMESTAMP: u32 = ENV + 96;
export const ENV_NUMBER: u32 = ENV + 128;
export const ENV_PREVRANDAO: u32 = ENV + 160;
export const ENV_GAS_LIMIT: u32 = ENV + 192;
export const ENV_CHAIN_ID: u32 = ENV + 224;
export const ENV_BASE_FEE: u32 = ENV + 256;
export const ENV_BLOB_BASE_FEE: u32 = ENV + 288;

/** One u64 an opcode: gas (32 bits), least stack height in bytes (16), how much higher it may be (16). */
export const OPCODES: u32 = 0x12000;
/** A second table that sends every opcode down the slow path, where the tracer is. */
export const TRACED_OPCODES: u32 = 0x13000;
export const SCRATCH: u32 = 0x14000;

export const FRAMES: u32 = 0x100000;
export const FRAME_BYTES: u32 = 256;
export const MAX_DEPTH: u32 = 1024;
export const STACKS: u32 = 0x200000;

export const CODE_CELLS: u32 = 0x2700000;
export const CODE_CELL_COUNT: u32 = 0x20000;
export const ACCOUNT_CELLS: u32 = 0x2800000;
export const ACCOUNT_CELL_COUNT: u32 = 0x100000;
export const SLOT_CELLS: u32 = 0x2c00000;
export const SLOT_CELL_COUNT: u32 = 0x200000;
export const ACCOUNTS: u32 = 0x4000000;
export const ACCOUNTS_END: u32 = 0x9000000;
export const SLOTS: u32 = 0x9000000;
export const SLOTS_END: u32 = 0x11000000;
export const JOURNAL: u32 = 0x11000000;
export const JOURNAL_END: u32 = 0x19000000;
export const CODES: u32 = 0x19000000;
export const CODES_END: u32 = 0x39000000;
/** Above this the code cache is emptied before the next block. */
export const CODES_HIGH_WATER: u32 = 0x21000000;
export const LOGS: u32 = 0x39000000;
export const LOGS_END: u32 = 0x41000000;
export const RETURN_DATA: u32 = 0x41000000;
export const RETURN_DATA_END: u32 = 0x45000000;
export const INPUT: u32 = 0x45000000;
export const INPUT_END: u32 = 0x47000000;
/** Memory of the call frames, one after the other; the only region that grows. */
export const FRAME_MEMORY: u32 = 0x48000000;

/** Account record. */
export const ACCOUNT_BYTES: u32 = 128;
export const ACCOUNT_FLAGS: u32 = 20;
export const ACCOUNT_NONCE: u32 = 24;
export const ACCOUNT_BALANCE: u32 = 32;
export const ACCOUNT_CODE_HASH: u32 = 64;
export const ACCOUNT_CODE: u32 = 96;
export const ACCOUNT_EPOCH: u32 = 100;
export const ACCOUNT_CELL: u32 = 104;
export const ACCOUNT_PRECOMPILE: u32 = 108;

export const EXISTS: u32 = 1;
export const HAS_STORAGE: u32 = 2;
/** Something was written in this block, if only to be taken back. */
export const WRITTEN: u32 = 4;
/** Flags of the running transaction. */
export const WARM: u32 = 0x100;
export const CREATED: u32 = 0x200;
export const DESTROYED: u32 = 0x400;
export const TOUCHED: u32 = 0x800;

/** Storage record; the lowest bit of the owner marks transient storage. */
export const SLOT_BYTES: u32 = 128;
export const SLOT_CURRENT: u32 = 32;
export const SLOT_ORIGINAL: u32 = 64;
export const SLOT_OWNER: u32 = 96;
export const SLOT_FLAGS: u32 = 100;
export const SLOT_EPOCH: u32 = 104;
export const SLOT_CELL: u32 = 108;

/** Code record: the bytes follow it, then 33 zero bytes. */
export const CODE_LENGTH: u32 = 32;
export const CODE_JUMPS: u32 = 36;
export const CODE_DELEGATES: u32 = 40;
export const CODE_DELEGATE: u32 = 44;
export const CODE_BYTES: u32 = 64;

/** Call frame. */
export const FRAME_PC: u32 = 0;
export const FRAME_SP: u32 = 4;
export const FRAME_GAS: u32 = 8;
export const FRAME_STACK: u32 = 16;
export const FRAME_CODE: u32 = 20;
export const FRAME_CODE_LENGTH: u32 = 24;
export const FRAME_JUMPS: u32 = 28;
export const FRAME_MEMORY_BASE: u32 = 32;
export const FRAME_MEMORY_SIZE: u32 = 36;
export const FRAME_INPUT: u32 = 40;
export const FRAME_INPUT_LENGTH: u32 = 44;
export const FRAME_SELF: u32 = 48;
export const FRAME_CALLER: u32 = 52;
export const FRAME_IS_STATIC: u32 = 56;
export const FRAME_JOURNAL_MARK: u32 = 60;
export const FRAME_LOG_MARK: u32 = 64;
export const FRAME_LOG_COUNT: u32 = 68;
export const FRAME_REFUND: u32 = 72;
export const FRAME_OUT: u32 = 80;
export const FRAME_OUT_SIZE: u32 = 84;
/** The opcode that made it. */
export const FRAME_KIND: u32 = 88;
export const FRAME_VALUE: u32 = 96;
/** Whose code runs: differs from FRAME_SELF in delegate calls. */
export const FRAME_CODE_OWNER: u32 = 128;

/** How a frame ends. From OUT_OF_GAS on, all its gas is gone. */
export const SUCCESS: u32 = 0;
export const REVERT: u32 = 1;
export const OUT_OF_GAS: u32 = 2;
export const INVALID_OPCODE: u32 = 3;
export const STACK_UNDERFLOW: u32 = 4;
export const STACK_OVERFLOW: u32 = 5;
export const INVALID_JUMP: u32 = 6;
export const STATIC_VIOLATION: u32 = 7;
export const RETURN_DATA_BOUNDS: u32 = 8;
export const CODE_TOO_LARGE: u32 = 9;
export const CODE_FORMAT: u32 = 10;
export const COLLISION: u32 = 11;
export const INIT_CODE_TOO_LARGE: u32 = 12;
export const PRECOMPILE_FAILED: u32 = 13;

/** Why the kernel gave up (IO_FAULT). Never a result of the EVM: the host stops with a named error. */
export const FAULT_NONE: u32 = 0;
export const FAULT_MEMORY: u32 = 1;
export const FAULT_ACCOUNTS: u32 = 2;
export const FAULT_SLOTS: u32 = 3;
export const FAULT_JOURNAL: u32 = 4;
export const FAULT_CODES: u32 = 5;
export const FAULT_LOGS: u32 = 6;
export const FAULT_RETURN_DATA: u32 = 7;

/** Forks in order. */
export const CANCUN: u32 = 0;
export const PRAGUE: u32 = 1;
export const OSAKA: u32 = 2;
