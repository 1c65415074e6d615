/** geth's default tracer: one entry an instruction. Stops recording at a limit, so that a trace cannot fill the memory. */
import { bytesToHex, quantity, word } from "../../encoding/hex.ts";
import type { MessageResult, Tracer, TraceStep } from "../../execution/execution.ts";
import { LIMIT_EXCEEDED, RpcError } from "../rpcError.ts";

const MAX_STEPS = 250_000;

export type StructLoggerOptions = {
  disableStack?: boolean;
  enableMemory?: boolean;
  disableStorage?: boolean;
  limit?: number;
};

export function structLogger(options: StructLoggerOptions): {
  tracer: Tracer;
  result: (run: MessageResult) => unknown;
} {
  const structLogs: Record<string, unknown>[] = [];
  const storageByAddress = new Map<string, Record<string, string>>();
  const limit = options.limit || MAX_STEPS;
  const step = (now: TraceStep): void => {
    if (structLogs.length >= limit) {
      if (limit === MAX_STEPS)
        throw new RpcError(LIMIT_EXCEEDED, `trace has more than ${MAX_STEPS} steps; use limit or callTracer`);
      return;
    }
    structLogs.push({
      pc: now.pc,
      op: now.op,
      gas: Number(now.gasLeft),
      gasCost: Number(now.gasCost),
      depth: now.depth,
      ...(now.refund > 0n && { refund: Number(now.refund) }),
      ...(!options.disableStack && { stack: now.stack.map(quantity) }),
      ...(options.enableMemory && { memory: words(now.memory) }),
      ...(!options.disableStorage && now.op === "SSTORE" && { storage: written(now) }),
    });
  };
  const written = (now: TraceStep): Record<string, string> => {
    const known = storageByAddress.get(now.address) ?? {};
    const [slot, value] = [now.stack.at(-1) ?? 0n, now.stack.at(-2) ?? 0n];
    known[word(slot).slice(2)] = word(value).slice(2);
    storageByAddress.set(now.address, known);
    return { ...known };
  };
  return {
    tracer: { step },
    result: (run) => ({
      gas: Number(run.gasUsed),
      failed: run.outcome !== "success",
      returnValue: bytesToHex(run.returnData),
      structLogs,
    }),
  };
}

function words(memory: Uint8Array): string[] {
  const hex = bytesToHex(memory).slice(2);
  return hex.match(/.{1,64}/g)?.map((part) => part.padEnd(64, "0")) ?? [];
}
