/** geth's callTracer: the tree of calls with inputs, outputs, gas, and logs where asked for. */
import { bytesToHex, quantity } from "../../encoding/hex.ts";
import type { MessageResult, TraceFrame, TraceFrameEnd, Tracer } from "../../execution/execution.ts";
import { revertReason } from "../revertReason.ts";

export type CallTracerOptions = { onlyTopCall?: boolean; withLog?: boolean };
type Frame = Record<string, unknown> & { calls?: Frame[] };

export function callTracer(
  options: CallTracerOptions,
  gasLimit: bigint,
): { tracer: Tracer; result: (run: MessageResult) => unknown } {
  const open: Frame[] = [];
  let root: Frame = {};
  const enter = ({ kind, from, to, value, gasLimit: gas, input }: TraceFrame): void => {
    const hasValue = kind !== "STATICCALL" && kind !== "DELEGATECALL";
    const frame: Frame = {
      type: kind,
      from,
      ...(to !== undefined && { to }),
      ...(hasValue && { value: quantity(value) }),
      gas: quantity(gas),
      gasUsed: "0x0",
      input: bytesToHex(input),
    };
    const parent = open.at(-1);
    if (parent === undefined) root = frame;
    else if (!options.onlyTopCall) {
      parent.calls ??= [];
      parent.calls.push(frame);
    }
    open.push(frame);
  };
  const exit = (end: TraceFrameEnd): void => {
    const frame = open.pop();
    if (frame === undefined) return;
    frame.gasUsed = quantity(end.gasUsed);
    if (end.created !== undefined && end.error === undefined) frame.to = end.created;
    if (end.output.length > 0) frame.output = bytesToHex(end.output);
    if (end.error !== undefined) {
      frame.error = end.error === "revert" ? "execution reverted" : end.error;
      const reason = end.error === "revert" ? revertReason(end.output) : undefined;
      if (reason !== undefined) frame.revertReason = reason;
    } else if (options.withLog && end.logs.length > 0) {
      frame.logs = end.logs.map(({ address, topics, data }) => ({ address, topics, data: bytesToHex(data) }));
    }
  };
  return {
    tracer: { enter, exit },
    result: (run) => ({ ...root, gas: quantity(gasLimit), gasUsed: quantity(run.gasUsed) }),
  };
}
