/**
 * An amount of money as text: the visitor's local currency first, what it is really paid in beneath. Fit for links and
 * buttons; elsewhere use <Money>, which shows the exact value on hover and copies it.
 */
import { Stack, Text } from "@mantine/core";
import { attoToLocalMicros } from "../../../src/api/schema/localMoney.ts";
import type { Rate } from "../../../src/api/schema/rates.ts";
import { NATIVE_CURRENCY, useCurrency, useRate } from "../api/config.ts";
import { formatAmount, formatLocal, toDecimal } from "../format/money.ts";
import { usePreferences } from "../preferences.ts";

export interface MoneyTextProps {
  amountAtto: bigint | string;
  currency?: string;
  layout?: "stack" | "inline" | "token"; // token: the real currency only
  size?: "sm" | "md" | "lg" | "xl";
  align?: "start" | "end";
  symbol?: string;
  decimals?: number;
}

const SIZES = {
  sm: { main: "sm", sub: "xs" },
  md: { main: "md", sub: "xs" },
  lg: { main: "lg", sub: "sm" },
  xl: { main: "1.75rem", sub: "md" },
} as const;

export function MoneyText(props: MoneyTextProps) {
  const { layout = "stack", size = "md", align = "start" } = props;
  const text = useMoneyText(props);
  const hasLocal = layout !== "token" && text.local !== null;
  const main = hasLocal ? text.local : text.token;
  const { main: mainSize, sub: subSize } = SIZES[size];
  if (layout === "stack") {
    return (
      <Stack gap={0} component="span" align={align === "end" ? "flex-end" : "flex-start"}>
        <Text component="span" fz={mainSize} fw={600} lh={1.35} className="tabular">
          {main}
        </Text>
        {hasLocal && (
          <Text component="span" fz={subSize} c="dimmed" lh={1.35} className="tabular">
            {text.token}
          </Text>
        )}
      </Stack>
    );
  }
  return (
    <Text
      component="span"
      fz={mainSize}
      fw={layout === "token" && size === "xl" ? 600 : 550}
      className="tabular"
    >
      {main}
      {hasLocal && (
        <Text component="span" fz={subSize} c="dimmed" fw={400} ms={6}>
          {text.token}
        </Text>
      )}
    </Text>
  );
}

/** The same three texts for where an element does not fit: `local` is null without a rate. */
export function useMoneyText({
  amountAtto,
  currency = NATIVE_CURRENCY,
  ...props
}: Pick<MoneyTextProps, "amountAtto" | "currency" | "symbol" | "decimals">) {
  const { language, currency: localCurrency } = usePreferences();
  const rate = useRate();
  const listed = useCurrency(currency);
  const symbol = props.symbol ?? listed?.symbol ?? "?";
  const decimals = props.decimals ?? listed?.decimals ?? 18;
  const amount = BigInt(amountAtto);
  const canConvert =
    rate !== undefined && currency.toLowerCase() === NATIVE_CURRENCY && props.symbol === undefined;
  return {
    local: canConvert ? formatLocal(toMicros(amount, rate), localCurrency, language) : null,
    token: `${formatAmount(amount, decimals, language)} ${symbol}`,
    exact: `${toDecimal(amount, decimals)} ${symbol}`,
  };
}

/** What rounds to nothing but is something reads "<$0.01". */
function toMicros(amount: bigint, rate: Rate): bigint {
  const micros = attoToLocalMicros(amount, rate);
  return micros === 0n && amount > 0n ? 1n : micros;
}
