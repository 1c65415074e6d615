/**
 * What the kernel asks of the host. All of it is synchronous; pointers are to records of `layout.ts`.
 */

/** Fills an account record whose address stands in it. */
export declare function loadAccount(account: usize): void;
/** Fills the current value of a storage record whose owner and key stand in it. */
export declare function loadStorage(slot: usize): void;
/** Length of the code with the hash at `hash`. */
export declare function codeSize(hash: usize): u32;
export declare function loadCode(hash: usize, to: usize): void;
/** Hash of the block `number`, as bytes, to `to`. */
export declare function loadBlockHash(number: u32, to: usize): void;
/** Runs a precompile: gas in and left in IO_GAS, output to RETURN_DATA, its length in IO_RETURN_LENGTH. 1 is success. */
export declare function precompile(id: u32, input: usize, length: u32): u32;
/** Before an instruction; the frame's record is up to date. */
export declare function traceStep(frame: usize, opcode: u32): void;
export declare function traceEnter(frame: usize): void;
/** After a frame's end, its output in RETURN_DATA. */
export declare function traceExit(frame: usize, end: u32): void;
