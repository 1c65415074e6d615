/** A price as it was written ("49.90 USD") in the visitor's language, exact: no digit is added or lost. */
export function priceText(amount: string, currency: string, language: string): string {
  const digits = amount.split(".")[1]?.length ?? 0;
  const isIso = /^[A-Z]{3}$/.test(currency) && currency !== "CMT";
  const style = isIso ? ({ style: "currency", currency, currencyDisplay: "narrowSymbol" } as const) : {};
  const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const text = new Intl.NumberFormat(language, { ...style, ...fraction }).format(
    amount as Intl.StringNumericLiteral,
  );
  return isIso ? text : `${text} ${currency}`;
}
