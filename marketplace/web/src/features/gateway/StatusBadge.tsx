/** BTCPay's two fields in one look: the status, and beside it what is unusual. */
import { Badge, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Invoice, InvoiceStatus } from "./gatewayTypes.ts";

const COLORS: Record<InvoiceStatus, string> = {
  New: "blue",
  Processing: "yellow",
  Settled: "jade",
  Expired: "gray",
  Invalid: "red",
};

export function InvoiceStatusBadge({ invoice }: { invoice: Pick<Invoice, "status" | "additionalStatus"> }) {
  const { t } = useTranslation("gateway");
  return (
    <Group gap={6} component="span" display="inline-flex">
      <Badge color={COLORS[invoice.status]}>{t(`status.${invoice.status}`)}</Badge>
      {invoice.additionalStatus !== "none" && (
        <Badge color="orange">{t(`additional.${invoice.additionalStatus}`)}</Badge>
      )}
    </Group>
  );
}
