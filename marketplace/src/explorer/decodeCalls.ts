// Calls and logs in human words, by the ABIs we know. Values are text: integers in decimal, structures as JSON.
import { type Abi, type AbiParameter, decodeEventLog, decodeFunctionData, type Hex } from "viem";
import { formatAbiItem } from "viem/utils";
import type { Argument } from "../api/schema/explorer.ts";

export type DecodedCall = { signature: string; args: Argument[] };

/** @returns null where no ABI fits. */
export function decodeCall(abis: readonly Abi[], input: Hex): DecodedCall | null {
  for (const abi of abis) {
    try {
      const { functionName, args } = decodeFunctionData({ abi, data: input });
      const item = abi.find(
        (entry) =>
          entry.type === "function" &&
          entry.name === functionName &&
          entry.inputs.length === (args?.length ?? 0),
      );
      if (item?.type !== "function") continue;
      return { signature: formatAbiItem(item, { includeName: true }), args: toArguments(item.inputs, args) };
    } catch {
      // not a function of this ABI
    }
  }
  return null;
}

/** @returns null where no ABI fits. */
export function decodeLog(
  abis: readonly Abi[],
  log: { topics: readonly Hex[]; data: Hex },
): { event: string; args: Argument[] } | null {
  const [signature, ...indexed] = log.topics;
  if (signature === undefined) return null;
  for (const abi of abis) {
    try {
      const { eventName, args } = decodeEventLog({ abi, data: log.data, topics: [signature, ...indexed] });
      const item = abi.find((entry) => entry.type === "event" && entry.name === eventName);
      if (item?.type !== "event" || eventName === undefined) continue;
      const named = (args ?? {}) as Record<string, unknown>;
      const values = item.inputs.map((input) => named[input.name ?? ""]);
      return { event: eventName, args: toArguments(item.inputs, values) };
    } catch {
      // not an event of this ABI
    }
  }
  return null;
}

function toArguments(inputs: readonly AbiParameter[], values: unknown): Argument[] {
  const list = Array.isArray(values) ? values : [];
  return inputs.map((input, index) => ({
    name: input.name ?? `arg${index}`,
    type: input.type,
    value: toText(list[index]),
  }));
}

function toText(value: unknown): string {
  if (typeof value === "object" && value !== null) {
    return JSON.stringify(value, (_, inner) => (typeof inner === "bigint" ? inner.toString() : inner));
  }
  return typeof value === "string" && value.startsWith("0x") ? value.toLowerCase() : String(value);
}
