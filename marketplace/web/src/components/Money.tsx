/**
 * An amount of money: the visitor's local currency first, the currency it is really paid in beneath.
 * Hover or focus shows the exact value, a click copies it. Where no rate is known, the real currency stands alone.
 *   <Money amountAtto="1500000000000000000" />                 CMT
 *   <Money amountAtto={order.amountAtto} currency={order.currency} layout="inline" size="lg" />
 * `isStatic` inside a link or a button, where nothing else may be clickable.
 * `decimals`/`symbol` override the lookup, for tokens that the marketplace does not list.
 */
import { Stack, Text, Tooltip, UnstyledButton } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { attoToLocalMicros } from "../../../src/api/schema/localMoney.ts";
import { NATIVE_CURRENCY, useCurrency, useRate } from "../api/config.ts";
import { formatAmount, formatLocal, toDecimal } from "../format/money.ts";
import { usePreferences } from "../preferences.ts";

interface MoneyProps {
  amountAtto: bigint | string;
  currency?: string;
  layout?: "stack" | "inline" | "token"; // token: the real currency only
  size?: "sm" | "md" | "lg" | "xl";
  align?: "start" | "end";
  isStatic?: boolean;
  symbol?: string;
  decimals?: number;
}

const SIZES = {
  sm: { main: "sm", sub: "xs" },
  md: { main: "md", sub: "xs" },
  lg: { main: "lg", sub: "sm" },
  xl: { main: "1.75rem", sub: "md" },
} as const;

export function Money(props: MoneyProps) {
  const { layout = "stack", size = "md", align = "start", isStatic = false } = props;
  const { t } = useTranslation();
  const clipboard = useClipboard({ timeout: 1500 });
  const text = useMoneyText(props);
  const hasLocal = layout !== "token" && text.local !== null;
  const main = hasLocal ? text.local : text.token;
  const { main: mainSize, sub: subSize } = SIZES[size];
  const body =
    layout === "stack" ? (
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
    ) : (
      <Text component="span" fz={mainSize} fw={550} className="tabular">
        {main}
        {hasLocal && (
          <Text component="span" fz={subSize} c="dimmed" fw={400} ms={6}>
            {text.token}
          </Text>
        )}
      </Text>
    );
  if (isStatic) return body;
  return (
    <Tooltip label={clipboard.copied ? t("copied") : text.exact}>
      <UnstyledButton
        component="span"
        role="button"
        tabIndex={0}
        aria-label={`${hasLocal ? `${text.local}, ` : ""}${text.exact}. ${t("copyAmount")}`}
        style={{ cursor: "copy", display: layout === "stack" ? "inline-flex" : "inline" }}
        onClick={() => clipboard.copy(text.exact)}
        onKeyDown={(event) => {
          if (event.key === "Enter" || event.key === " ") {
            event.preventDefault();
            clipboard.copy(text.exact);
          }
        }}
      >
        {body}
      </UnstyledButton>
    </Tooltip>
  );
}

/** The same three texts for where an element does not fit: `local` is null without a rate. */
export function useMoneyText({
  amountAtto,
  currency = NATIVE_CURRENCY,
  ...props
}: Pick<MoneyProps, "amountAtto" | "currency" | "symbol" | "decimals">) {
  const { language, currency: localCurrency } = usePreferences();
  const rate = useRate();
  const listed = useCurrency(currency);
  const symbol = props.symbol ?? listed?.symbol ?? "?";
  const decimals = props.decimals ?? listed?.decimals ?? 18;
  const amount = BigInt(amountAtto);
  const canConvert =
    rate !== undefined && currency.toLowerCase() === NATIVE_CURRENCY && props.symbol === undefined;
  return {
    local: canConvert ? formatLocal(attoToLocalMicros(amount, rate), localCurrency, language) : null,
    token: `${formatAmount(amount, decimals, language)} ${symbol}`,
    exact: `${toDecimal(amount, decimals)} ${symbol}`,
  };
}
