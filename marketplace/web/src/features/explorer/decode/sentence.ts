/**
 * A sentence about a call or an event: an i18n key with parameters that are still exact values.
 * The screen formats them (amounts by currency, addresses shortened), so this stays free of language and of style.
 */
import type { AbiParameter, Address } from "viem";

export type SentenceValue =
  | { kind: "amount"; amountAtto: bigint; currency: Address }
  | { kind: "address"; address: Address }
  | { kind: "share"; bps: number }
  | { kind: "duration"; seconds: number }
  | { kind: "text"; text: string };

export interface Sentence {
  key: string;
  values: Record<string, SentenceValue>;
}

/** Arguments that are money: in the currency that a `currency` argument names, or in the token's own unit. */
const AMOUNTS = new Set(["amount", "price", "bond", "value"]);

/**
 * Takes every scalar of the arguments, structs one level deep, as a value of the sentence.
 * @param token The token whose call or event this is, null for other contracts.
 */
export function sentenceValues(
  parameters: readonly AbiParameter[],
  values: readonly unknown[],
  token: Address | null,
): Record<string, SentenceValue> {
  const scalars = new Map<string, { type: string; value: unknown }>();
  parameters.forEach((parameter, index) => {
    const value = values[index];
    if (parameter.type === "tuple") {
      for (const component of (parameter as { components?: readonly AbiParameter[] }).components ?? []) {
        if (!component.name || scalars.has(component.name)) continue;
        const inner = (value as Record<string, unknown>)[component.name];
        scalars.set(component.name, { type: component.type, value: inner });
      }
    } else if (parameter.name) {
      scalars.set(parameter.name, { type: parameter.type, value });
    }
  });
  const result: Record<string, SentenceValue> = {};
  for (const [name, scalar] of scalars) {
    const described = describeScalar(name, scalar, { scalars, token });
    if (described) result[name] = described;
  }
  return result;
}

function describeScalar(
  name: string,
  scalar: { type: string; value: unknown },
  around: { scalars: Map<string, { value: unknown }>; token: Address | null },
): SentenceValue | undefined {
  if (scalar.type.endsWith("]")) {
    return { kind: "text", text: String(Array.isArray(scalar.value) ? scalar.value.length : 0) };
  }
  if (scalar.type === "address") return { kind: "address", address: scalar.value as Address };
  if (name.endsWith("Bps")) return { kind: "share", bps: Number(scalar.value) };
  if (name.endsWith("Sec") && Number(scalar.value) < 978_307_200) {
    return { kind: "duration", seconds: Number(scalar.value) };
  }
  if (scalar.type.startsWith("uint") && AMOUNTS.has(name)) {
    const currency = around.token ?? around.scalars.get("currency")?.value;
    if (currency)
      return { kind: "amount", amountAtto: BigInt(String(scalar.value)), currency: currency as Address };
  }
  if (scalar.type === "tuple") return undefined;
  return { kind: "text", text: String(scalar.value) };
}
