/**
 * An amount of money: the visitor's local currency first, the currency it is really paid in beneath.
 * Hover or focus shows the exact value, a click copies it. Where no rate is known, the real currency stands alone.
 *   <Money amountAtto="1500000000000000000" />                 CMT
 *   <Money amountAtto={order.amountAtto} currency={order.currency} layout="inline" size="lg" />
 * `isStatic` inside a link or a button, where nothing else may be clickable.
 * `decimals`/`symbol` override the lookup, for tokens that the marketplace does not list.
 */
import { Tooltip, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { MoneyText, type MoneyTextProps, useMoneyText } from "./MoneyText.tsx";

export { useMoneyText };

export function Money({ isStatic = false, ...props }: MoneyTextProps & { isStatic?: boolean }) {
  const { t } = useTranslation();
  const clipboard = useClipboard({ timeout: 1500 });
  const { exact } = useMoneyText(props);
  if (isStatic) return <MoneyText {...props} />;
  return (
    <Tooltip label={clipboard.copied ? t("copied") : exact}>
      <UnstyledButton
        component="span"
        role="button"
        tabIndex={0}
        style={{ cursor: "copy", display: (props.layout ?? "stack") === "stack" ? "inline-flex" : "inline" }}
        onClick={() => clipboard.copy(exact)}
        onKeyDown={(event) => {
          if (event.key === "Enter" || event.key === " ") {
            event.preventDefault();
            clipboard.copy(exact);
          }
        }}
      >
        <MoneyText {...props} />
        <VisuallyHidden>{` ${exact}. ${t("copyAmount")}`}</VisuallyHidden>
      </UnstyledButton>
    </Tooltip>
  );
}
