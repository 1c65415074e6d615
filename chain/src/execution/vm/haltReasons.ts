/** The words for how a frame ended, as callers and tracers read them. */
import * as at from "../../../vm/assembly/layout.ts";

export const HALT_REASONS: Readonly<Record<number, string>> = {
  [at.OUT_OF_GAS]: "out of gas",
  [at.INVALID_OPCODE]: "invalid opcode",
  [at.STACK_UNDERFLOW]: "stack underflow",
  [at.STACK_OVERFLOW]: "stack overflow",
  [at.INVALID_JUMP]: "invalid JUMP",
  [at.STATIC_VIOLATION]: "static state change",
  [at.RETURN_DATA_BOUNDS]: "out of range return data",
  [at.CODE_TOO_LARGE]: "code size to deposit exceeds maximum code size",
  [at.CODE_FORMAT]: "invalid bytecode deployed",
  [at.COLLISION]: "create collision",
  [at.INIT_CODE_TOO_LARGE]: "initcode exceeds max initcode size",
  [at.PRECOMPILE_FAILED]: "precompile failed",
};
