/** Turns the events of `@ethereumjs/evm` into our tracer calls. */
import type { EVMResult, Message as EvmMessage, InterpreterStep } from "@ethereumjs/evm";
import { bytesToHex } from "../../encoding/hex.ts";
import type { TraceFrame, Tracer } from "../execution.ts";
import type { Machine } from "./machine.ts";

export function attachTracer({ evm }: Machine, tracer: Tracer): void {
  let lastOp = "CALL";
  const reported = new Set<unknown>(); // a frame's logs contain those of the frames below it
  const ownLogs = <T>(logs: readonly T[]): T[] => {
    const own = logs.filter((log) => !reported.has(log));
    for (const log of own) reported.add(log);
    return own;
  };
  evm.events.on("beforeMessage", (message: EvmMessage) => {
    const kind = frameKind(message, lastOp);
    const runsForeignCode = kind === "DELEGATECALL" || kind === "CALLCODE";
    const from = kind === "DELEGATECALL" && message.to ? message.to : message.caller;
    tracer.enter?.({
      kind,
      from: bytesToHex(from.bytes),
      to: message.to && bytesToHex((runsForeignCode ? message.codeAddress : message.to).bytes),
      value: message.value,
      gasLimit: message.gasLimit,
      input: message.data,
    });
  });
  evm.events.on("afterMessage", ({ execResult, createdAddress }: EVMResult) => {
    tracer.exit?.({
      gasUsed: execResult.executionGasUsed,
      output: execResult.returnValue,
      error: execResult.exceptionError?.error,
      created: createdAddress && bytesToHex(createdAddress.bytes),
      logs: ownLogs(execResult.logs ?? []).map(([address, topics, data]) => ({
        address: bytesToHex(address),
        topics: topics.map(bytesToHex),
        data,
      })),
    });
  });
  evm.events.on("step", (step: InterpreterStep) => {
    lastOp = step.opcode.name;
    tracer.step?.({
      pc: step.pc,
      op: step.opcode.name,
      opcode: step.opcode.code,
      gasLeft: step.gasLeft,
      gasCost: step.opcode.dynamicFee ?? BigInt(step.opcode.fee),
      depth: step.depth + 1,
      stack: step.stack,
      memory: step.memory,
      address: bytesToHex(step.address.bytes),
      refund: step.gasRefund,
    });
  });
}

function frameKind(message: EvmMessage, lastOp: string): TraceFrame["kind"] {
  if (message.to === undefined) return message.salt === undefined ? "CREATE" : "CREATE2";
  if (message.depth === 0) return "CALL";
  if (message.delegatecall) return "DELEGATECALL";
  return lastOp === "STATICCALL" || lastOp === "CALLCODE" ? lastOp : "CALL";
}
