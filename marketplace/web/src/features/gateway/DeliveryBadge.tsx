import { Badge } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Delivery } from "./gatewayTypes.ts";

const COLORS = { pending: "blue", succeeded: "jade", failed: "red" } as const;

export function DeliveryBadge({ delivery }: { delivery: Pick<Delivery, "status"> }) {
  const { t } = useTranslation("gateway");
  return <Badge color={COLORS[delivery.status]}>{t(`deliveryStatus.${delivery.status}`)}</Badge>;
}
