/**
 * Amounts as people read them: at most six significant digits, in the visitor's language; the exact value stays a
 * decimal string. Integers in, text out; nothing passes through a float on its way to be shown.
 */

const MAX_SIGNIFICANT_DIGITS = 6;

type Numeric = Intl.StringNumericLiteral;

/** Exact decimal text, without grouping: 1500000000000000000n, 18 -> "1.5". */
export function toDecimal(amount: bigint, decimals: number): string {
  const sign = amount < 0n ? "-" : "";
  const digits = (amount < 0n ? -amount : amount).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, "");
  return `${sign}${whole}${fraction ? `.${fraction}` : ""}`;
}

/** "12.3457" of an amount with `decimals` decimals; compact ("1.23M") from a billion up. */
export function formatAmount(amount: bigint, decimals: number, language: string): string {
  const exact = toDecimal(amount, decimals);
  const isHuge = exact.replace("-", "").split(".", 1).join("").length > 9;
  return new Intl.NumberFormat(language, {
    maximumSignificantDigits: isHuge ? 4 : MAX_SIGNIFICANT_DIGITS,
    ...(isHuge ? { notation: "compact" } : {}),
  }).format(exact as Numeric);
}

/** A local amount in millionths, e.g. 12_340_000n USD -> "$12.34". Less than a cent reads "<$0.01". */
export function formatLocal(micros: bigint, currency: string, language: string): string {
  const style = { style: "currency", currency, currencyDisplay: "narrowSymbol" } as const;
  const whole = micros / 1_000_000n;
  const minorDigits = new Intl.NumberFormat(language, style).resolvedOptions().maximumFractionDigits ?? 2;
  const smallest = 10n ** BigInt(6 - Math.min(minorDigits, 6));
  if (micros > 0n && micros < smallest) {
    return `<${new Intl.NumberFormat(language, style).format(toDecimal(smallest, 6) as Numeric)}`;
  }
  const exact = toDecimal(micros, 6) as Numeric;
  if (whole >= 1_000_000n) {
    return new Intl.NumberFormat(language, {
      ...style,
      notation: "compact",
      maximumSignificantDigits: 4,
    }).format(exact);
  }
  const fraction = whole >= 10_000n ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {};
  return new Intl.NumberFormat(language, { ...style, ...fraction }).format(exact);
}

/** What a person typed ("12.5", "12,5") as the smallest unit; null where it is no such number or has too many decimals. */
export function parseAmount(text: string, decimals: number): bigint | null {
  const match = /^(\d{1,60})(?:[.,](\d*))?$/.exec(text.trim());
  if (!match) return null;
  const fraction = match[2] ?? "";
  if (fraction.length > decimals) return null;
  return BigInt((match[1] ?? "") + fraction.padEnd(decimals, "0"));
}

/** 250 -> "2.5%" */
export function formatBps(bps: number, language: string): string {
  return new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 2 }).format(bps / 10_000);
}
