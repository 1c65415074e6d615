/** What buyers see before they pay: counted from the chain, plus the stars of released orders. */
import { Anchor, Card, Group, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Seller } from "../../../../../src/api/schema/sellers.ts";
import { Stars } from "../../../components/Stars.tsx";
import { formatBps } from "../../../format/money.ts";
import { formatDuration } from "../../../format/time.ts";
import { usePreferences } from "../../../preferences.ts";

export function ReputationCard({ seller }: { seller: Seller }) {
  const { t } = useTranslation("seller");
  const { language } = usePreferences();
  const { reputation } = seller;
  const number = (value: number) => value.toLocaleString(language);
  const facts = [
    [t("reputation.done"), number(reputation.ordersDone)],
    [t("reputation.refunded"), number(reputation.ordersRefunded)],
    [t("reputation.disputes"), number(reputation.disputes)],
    [
      t("reputation.disputeRate"),
      reputation.disputeRateBps === null ? "–" : formatBps(reputation.disputeRateBps, language),
    ],
    [
      t("reputation.shipTime"),
      reputation.medianShipSec === null ? "–" : formatDuration(reputation.medianShipSec, language),
    ],
  ] as const;
  return (
    <Card>
      <Group justify="space-between" mb="md">
        <div>
          <Title order={2} fz="md">
            {t("reputation.title")}
          </Title>
          <Text fz="sm" c="dimmed">
            {t("reputation.text")}
          </Text>
        </div>
        <Stack gap={4} align="flex-end">
          <Stars rating={reputation.rating} />
          <Anchor component={Link} to={`/sellers/${seller.address}`} fz="sm">
            {t("reputation.view")}
          </Anchor>
        </Stack>
      </Group>
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }} component="dl" m={0}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <Text component="dt" fz="sm" c="dimmed">
              {label}
            </Text>
            <Text component="dd" m={0} fz="lg" fw={650} className="tabular">
              {value}
            </Text>
          </div>
        ))}
      </SimpleGrid>
    </Card>
  );
}
