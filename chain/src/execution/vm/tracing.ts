/**
 * Turns the kernel's calls into those of a Tracer. An instruction's cost is what its frame has less when the next thing
 * happens in it, so a step is told one event late; gas handed to a call counts as the call's cost, as geth has it.
 */
import * as at from "../../../vm/assembly/layout.ts";
import type { Log } from "../../block/receipt.ts";
import type { TraceFrame, Tracer, TraceStep } from "../execution.ts";
import { HALT_REASONS } from "./haltReasons.ts";
import type { Kernel, KernelTracer, Pointer } from "./kernel.ts";
import { opcodeName } from "./opcodeNames.ts";
import { readLogs } from "./readLogs.ts";

type PendingStep = { frame: Pointer; step: Omit<TraceStep, "gasCost"> };
/** Where the logs of inner frames stand, which are not this frame's own. */
type OpenFrame = { gas: bigint; innerLogs: [Pointer, Pointer][] };

const KINDS: Readonly<Record<number, TraceFrame["kind"]>> = {
  240: "CREATE",
  241: "CALL",
  242: "CALLCODE",
  244: "DELEGATECALL",
  245: "CREATE2",
  250: "STATICCALL",
};

export function kernelTracer(kernel: Kernel, tracer: Tracer): KernelTracer {
  let pending: PendingStep | undefined;
  const open: OpenFrame[] = [];
  const gasOf = (frame: Pointer): bigint => kernel.view.getBigInt64(frame + at.FRAME_GAS, true);

  const settle = (gasLeft: bigint): void => {
    if (pending === undefined) return;
    const { step } = pending;
    pending = undefined;
    tracer.step?.({ ...step, gasCost: step.gasLeft - gasLeft });
  };

  return {
    step: (frame, opcode) => {
      kernel.check?.();
      settle(gasOf(frame));
      if (tracer.step !== undefined) pending = { frame, step: readStep(kernel, frame, opcode) };
    },
    enter: (frame) => {
      if (pending !== undefined) settle(gasOf(pending.frame));
      open.push({ gas: gasOf(frame), innerLogs: [] });
      tracer.enter?.(readFrame(kernel, frame));
    },
    exit: (frame, end) => {
      settle(gasOf(frame));
      const closed = open.pop();
      if (closed === undefined) return;
      const logs: [Pointer, Pointer] = [
        kernel.view.getUint32(frame + at.FRAME_LOG_MARK, true),
        kernel.exports.logsTop(),
      ];
      open.at(-1)?.innerLogs.push(logs);
      const kind = kernel.view.getUint32(frame + at.FRAME_KIND, true);
      const isCreation = kind === 0xf0 || kind === 0xf5;
      tracer.exit?.({
        gasUsed: closed.gas - gasOf(frame),
        output: kernel.outputData(),
        error: end === at.REVERT ? "revert" : HALT_REASONS[end],
        created: isCreation
          ? kernel.addressAt(kernel.view.getUint32(frame + at.FRAME_SELF, true))
          : undefined,
        logs: ownLogs(kernel, logs, closed.innerLogs),
      });
    },
  };
}

function ownLogs(
  kernel: Kernel,
  [from, to]: [Pointer, Pointer],
  inner: readonly [Pointer, Pointer][],
): readonly Log[] {
  const own: Log[] = [];
  let position = from;
  for (const [start, end] of inner) {
    own.push(...readLogs(kernel, position, start));
    position = Math.max(position, end);
  }
  return [...own, ...readLogs(kernel, position, to)];
}

function readStep(kernel: Kernel, frame: Pointer, opcode: number): Omit<TraceStep, "gasCost"> {
  const { view, bytes } = kernel;
  const field = (offset: number): number => view.getUint32(frame + offset, true);
  const stack: bigint[] = [];
  for (let at32 = field(at.FRAME_STACK); at32 < field(at.FRAME_SP); at32 += 32) stack.push(kernel.word(at32));
  const memoryBase = field(at.FRAME_MEMORY_BASE);
  return {
    pc: field(at.FRAME_PC),
    op: opcodeName(opcode),
    opcode,
    gasLeft: view.getBigInt64(frame + at.FRAME_GAS, true),
    depth: (frame - at.FRAMES) / at.FRAME_BYTES + 1,
    stack,
    memory: bytes.slice(memoryBase, memoryBase + field(at.FRAME_MEMORY_SIZE)),
    address: kernel.addressAt(field(at.FRAME_SELF)),
    refund: BigInt(kernel.exports.refundSoFar()),
  };
}

function readFrame(kernel: Kernel, frame: Pointer): TraceFrame {
  const { view, bytes } = kernel;
  const field = (offset: number): number => view.getUint32(frame + offset, true);
  const kind = KINDS[field(at.FRAME_KIND)] ?? "CALL";
  const isCreation = kind === "CREATE" || kind === "CREATE2";
  const runsForeignCode = kind === "DELEGATECALL" || kind === "CALLCODE";
  const [inputAt, inputLength] = isCreation
    ? [field(at.FRAME_CODE), field(at.FRAME_CODE_LENGTH)]
    : [field(at.FRAME_INPUT), field(at.FRAME_INPUT_LENGTH)];
  return {
    kind,
    from: kernel.addressAt(field(kind === "DELEGATECALL" ? at.FRAME_SELF : at.FRAME_CALLER)),
    to: isCreation
      ? undefined
      : kernel.addressAt(field(runsForeignCode ? at.FRAME_CODE_OWNER : at.FRAME_SELF)),
    value: kernel.word(frame + at.FRAME_VALUE),
    gasLimit: view.getBigInt64(frame + at.FRAME_GAS, true),
    input: bytes.slice(inputAt, inputAt + inputLength),
  };
}
