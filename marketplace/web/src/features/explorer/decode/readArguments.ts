/**
 * Turns what a person typed into the arguments of a contract read. Scalars as text; arrays and structs as JSON.
 * A value that does not fit its type is refused with the argument's name, before the node is asked.
 */
import type { AbiFunction, AbiParameter } from "viem";
import { isAddress } from "viem";

export type ParsedArguments = { values: unknown[]; fault: null } | { values: null; fault: AbiParameter };

export function readArguments(fn: AbiFunction, texts: readonly string[]): ParsedArguments {
  const values: unknown[] = [];
  for (const [index, input] of fn.inputs.entries()) {
    const value = parseValue(input, (texts[index] ?? "").trim());
    if (value === undefined) return { values: null, fault: input };
    values.push(value);
  }
  return { values, fault: null };
}

/** @returns undefined where the text is no value of the type. */
function parseValue(parameter: AbiParameter, text: string): unknown {
  const { type } = parameter;
  if (type.endsWith("]") || type === "tuple") return parseJson(text);
  if (type === "address") return isAddress(text, { strict: false }) ? text : undefined;
  if (type === "bool") return text === "true" ? true : text === "false" ? false : undefined;
  if (type === "string") return text;
  if (/^u?int/.test(type)) return /^-?\d+$/.test(text) ? BigInt(text) : undefined;
  if (/^bytes\d+$/.test(type)) {
    const bytes = Number(type.slice(5));
    return new RegExp(`^0x[0-9a-fA-F]{${bytes * 2}}$`).test(text) ? text : undefined;
  }
  if (type === "bytes") return /^0x([0-9a-fA-F]{2})*$/.test(text) ? text : undefined;
  return undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
