/**
 * The base fee of the next block (EIP-1559: target half of the limit, at most 1/8 up or down) with a floor from the preset.
 */
import type { Header } from "./header.ts";

const ELASTICITY = 2n;
const MAX_CHANGE_DENOMINATOR = 8n;

export function nextBaseFee(
  parent: Pick<Header, "gasUsed" | "gasLimit" | "baseFeePerGas">,
  floorPerGas: bigint,
): bigint {
  const target = parent.gasLimit / ELASTICITY;
  const base = parent.baseFeePerGas;
  if (parent.gasUsed === target) return max(base, floorPerGas);
  const distance = parent.gasUsed > target ? parent.gasUsed - target : target - parent.gasUsed;
  const change = (base * distance) / target / MAX_CHANGE_DENOMINATOR;
  return parent.gasUsed > target ? max(base + max(change, 1n), floorPerGas) : max(base - change, floorPerGas);
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
