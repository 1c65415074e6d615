/**
 * Amounts are bigint counts of a currency's smallest unit (atto CMT: 18 decimals); people read and type decimals.
 * Parsing never rounds: a digit too many is an error. Every division says its direction in its name.
 * Works in a browser; knows no currency, locale or symbol.
 */

export const CMT_DECIMALS = 18;
/** Smallest units of one CMT. */
export const ATTO = 10n ** 18n;
/** Basis points of the whole. */
export const BPS = 10_000n;
export const UINT256_MAX = 2n ** 256n - 1n;

const decimalPattern = /^(\d+)(?:\.(\d+))?$/;

/**
 * "1.5" with 18 decimals is 1_500_000_000_000_000_000n. Digits and one point only: no sign, exponent, space or comma.
 * Zeros at the end that name no smallest unit are accepted ("1.500" with 2 decimals).
 * @throws {UnitsError} not_a_decimal, excess_decimals or too_large (above 2^256-1).
 */
export function parseDecimal(text: string, decimals: number): bigint {
  const match = decimalPattern.exec(text);
  const whole = match?.[1];
  if (whole === undefined) throw new UnitsError("not_a_decimal", text, decimals);
  const fraction = (match?.[2] ?? "").replace(/0+$/, "");
  if (fraction.length > decimals) throw new UnitsError("excess_decimals", text, decimals);
  const amount = BigInt(whole + fraction.padEnd(decimals, "0"));
  if (amount > UINT256_MAX) throw new UnitsError("too_large", text, decimals);
  return amount;
}

/** Exact: 1_500_000_000_000_000_000n with 18 decimals is "1.5"; 10n ** 18n is "1". */
export function formatDecimal(amount: bigint, decimals: number): string {
  const sign = amount < 0n ? "-" : "";
  const digits = (amount < 0n ? -amount : amount).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, "");
  return fraction === "" ? sign + whole : `${sign}${whole}.${fraction}`;
}

/** floor(a * b / divisor) of amounts that are not negative. */
export function mulDivDown(a: bigint, b: bigint, divisor: bigint): bigint {
  requireOperands(a, b, divisor);
  return (a * b) / divisor;
}

/** ceil(a * b / divisor) of amounts that are not negative. */
export function mulDivUp(a: bigint, b: bigint, divisor: bigint): bigint {
  requireOperands(a, b, divisor);
  return (a * b + divisor - 1n) / divisor;
}

function requireOperands(a: bigint, b: bigint, divisor: bigint): void {
  if (a < 0n || b < 0n) throw new RangeError(`mulDiv: expected amounts >= 0, got ${a} and ${b}`);
  if (divisor <= 0n) throw new RangeError(`mulDiv: expected a divisor > 0, got ${divisor}`);
}

export type UnitsErrorCode = "not_a_decimal" | "excess_decimals" | "too_large";

export class UnitsError extends Error {
  readonly code: UnitsErrorCode;
  readonly text: string;
  readonly decimals: number;

  constructor(code: UnitsErrorCode, text: string, decimals: number) {
    const shown = JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);
    const why = {
      not_a_decimal: `expected digits with at most one point, got ${shown}`,
      excess_decimals: `expected at most ${decimals} decimals, got ${shown}`,
      too_large: `expected at most 2^256-1 smallest units, got ${shown}`,
    }[code];
    super(`Amount: ${why}`);
    this.name = "UnitsError";
    this.code = code;
    this.text = text;
    this.decimals = decimals;
  }
}
