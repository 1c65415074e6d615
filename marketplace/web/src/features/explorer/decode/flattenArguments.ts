/**
 * Turns decoded ABI arguments (nested structs and arrays) into flat rows that a table can show.
 * Each row says how its value should be read (`kind`), guessed from the ABI type and from our naming rule that a unit
 * stands in the name: `...Sec` is a time or a duration, `...Bps` a share. It does not format anything.
 */
import type { AbiParameter } from "viem";

export type ValueKind = "address" | "share" | "time" | "duration" | "number" | "bytes" | "text" | "flag";

export interface ArgumentRow {
  /** Dotted path, for example `orders[0].lines[1].listingId`. */
  path: string;
  type: string;
  kind: ValueKind;
  /** Exact value as text: decimal, hex, or the string itself. */
  value: string;
}

/** Unix seconds above this are points in time, below it durations (1 January 2001). */
const FIRST_PLAUSIBLE_TIME_SEC = 978_307_200n;

export function flattenArguments(
  parameters: readonly AbiParameter[],
  values: readonly unknown[],
): ArgumentRow[] {
  return parameters.flatMap((parameter, index) =>
    flattenOne(parameter, values[index], parameter.name || `#${index}`),
  );
}

function flattenOne(parameter: AbiParameter, value: unknown, path: string): ArgumentRow[] {
  const array = /^(.*)\[\d*\]$/.exec(parameter.type);
  if (array) {
    const element = { ...parameter, type: array[1] ?? "" } as AbiParameter;
    const items = Array.isArray(value) ? value : [];
    if (items.length === 0) return [{ path, type: parameter.type, kind: "text", value: "[]" }];
    return items.flatMap((item, index) => flattenOne(element, item, `${path}[${index}]`));
  }
  if (parameter.type === "tuple") {
    const components = (parameter as { components?: readonly AbiParameter[] }).components ?? [];
    return components.flatMap((component, index) => {
      const name = component.name || `#${index}`;
      const inner = Array.isArray(value) ? value[index] : (value as Record<string, unknown>)[name];
      return flattenOne(component, inner, `${path}.${name}`);
    });
  }
  return [{ path, type: parameter.type, kind: kindOf(parameter, value), value: String(value) }];
}

function kindOf(parameter: AbiParameter, value: unknown): ValueKind {
  const name = parameter.name ?? "";
  if (parameter.type === "address") return "address";
  if (parameter.type === "bool") return "flag";
  if (parameter.type === "string") return "text";
  if (parameter.type.startsWith("bytes")) return "bytes";
  if (name.endsWith("Bps")) return "share";
  if (name.endsWith("Sec")) return BigInt(String(value)) >= FIRST_PLAUSIBLE_TIME_SEC ? "time" : "duration";
  return "number";
}
