/** Caps of a reward programme in 1e-18 token; the largest uint128 stands for no cap and is shown as an empty field. */
import { parseAmount, toDecimal } from "../../../format/money.ts";

export const NO_CAP = 2n ** 128n - 1n;
const TOKEN_DECIMALS = 18;

export function capText(cap: bigint): string {
  return cap === NO_CAP ? "" : toDecimal(cap, TOKEN_DECIMALS);
}

/** @returns null where the text is neither empty nor an amount that fits. */
export function parseCap(text: string): bigint | null {
  if (text.trim() === "") return NO_CAP;
  const cap = parseAmount(text, TOKEN_DECIMALS);
  return cap !== null && cap < NO_CAP ? cap : null;
}
