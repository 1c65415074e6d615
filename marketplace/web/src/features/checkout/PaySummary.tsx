/** The total in each currency, and who bears the fee. */
import { Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useConfig } from "../../api/config.ts";
import { Money } from "../../components/Money.tsx";
import { formatBps } from "../../format/money.ts";
import { usePreferences } from "../../preferences.ts";
import { totalsOf } from "./orderGroups.ts";
import type { PayableGroup } from "./payOrders.ts";

export function PaySummary({ groups, isCompact = false }: { groups: PayableGroup[]; isCompact?: boolean }) {
  const { t } = useTranslation("checkout");
  const { language } = usePreferences();
  const { platformFeeBps } = useConfig();
  const totals = [...totalsOf(groups)];
  if (isCompact) {
    return (
      <Stack gap={4}>
        {totals.map(([currency, amountAtto]) => (
          <Money key={currency} amountAtto={amountAtto} currency={currency} layout="inline" />
        ))}
      </Stack>
    );
  }
  return (
    <Stack gap="sm">
      {totals.map(([currency, amountAtto]) => (
        <Group key={currency} justify="space-between" align="flex-start">
          <Text fw={600}>{t("summary.total")}</Text>
          <Money amountAtto={amountAtto} currency={currency} size="lg" align="end" />
        </Group>
      ))}
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t("summary.fee")}
        </Text>
        <Text size="sm" c="dimmed">
          {t("summary.feeBySeller", { rate: formatBps(platformFeeBps, language) })}
        </Text>
      </Group>
    </Stack>
  );
}
