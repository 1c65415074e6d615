/** An order's state in the colour of its mood. */
import { Badge } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OrderState } from "../../../../src/api/schema/orderActions.ts";

const COLORS: Record<OrderState, string> = {
  Funded: "blue",
  Shipped: "blue",
  Disputed: "orange",
  Ruling: "orange",
  Fallback: "orange",
  Released: "jade",
  Refunded: "gray",
  Split: "gray",
};

export function StateBadge({ state }: { state: OrderState }) {
  const { t } = useTranslation("orders");
  return <Badge color={COLORS[state]}>{t(`state.${state}`)}</Badge>;
}
