/** The seller's day at a glance: what waits, what came in, what there is to do, what buyers see. */
import {
  Button,
  Card,
  Grid,
  Group,
  NativeSelect,
  SegmentedControl,
  Skeleton,
  Stack,
  Text,
  Title,
} from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { lazy, Suspense, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { SellerSummary } from "../../../../src/api/schema/seller.ts";
import { NATIVE_CURRENCY, useConfig } from "../../api/config.ts";
import { Money } from "../../components/Money.tsx";
import { Page } from "../../components/Page.tsx";
import { QueryView } from "../../components/QueryStates.tsx";
import { formatAmount } from "../../format/money.ts";
import { usePreferences } from "../../preferences.ts";
import { StatGrid, StatSkeleton, StatTile } from "../workspace/StatTile.tsx";
import { useFilters } from "../workspace/useFilters.ts";
import { ReputationCard } from "./profile/ReputationCard.tsx";
import { salesSeries } from "./sales/salesSeries.ts";
import { TodoList } from "./TodoList.tsx";
import { useSellerSummary } from "./useSellerSummary.ts";

const DayChart = lazy(() =>
  import("../workspace/DayChart.tsx").then((chart) => ({ default: chart.DayChart })),
);
const PERIODS = [7, 30, 90];

export function OverviewPage() {
  const { t } = useTranslation("seller");
  const { values, set } = useFilters(["days", "currency"]);
  const days = PERIODS.find((period) => String(period) === values.days) ?? 30;
  const currency = values.currency ?? NATIVE_CURRENCY;
  const query = useSellerSummary(days);
  return (
    <Page
      title={t("overview.title")}
      actions={
        <Button component={Link} to="/seller/listings/new" leftSection={<IconPlus size={18} aria-hidden />}>
          {t("listings.add")}
        </Button>
      }
    >
      <QueryView query={query} skeleton={<StatSkeleton />}>
        {(summary) => (
          <Stack gap="lg">
            <Figures summary={summary} currency={currency} />
            <Grid gap="lg">
              <Grid.Col span={{ base: 12, lg: 7 }}>
                <SalesCard
                  summary={summary}
                  days={days}
                  currency={currency}
                  onDays={(next) => set({ days: next })}
                  onCurrency={(next) => set({ currency: next === NATIVE_CURRENCY ? null : next })}
                />
              </Grid.Col>
              <Grid.Col span={{ base: 12, lg: 5 }}>
                <TodoList todo={summary.todo} />
              </Grid.Col>
            </Grid>
            <ReputationCard seller={summary.seller} />
          </Stack>
        )}
      </QueryView>
    </Page>
  );
}

function Figures({ summary, currency }: { summary: SellerSummary; currency: string }) {
  const { t } = useTranslation("seller");
  const { language } = usePreferences();
  const totals = summary.totals.find((one) => one.currency === currency);
  return (
    <StatGrid>
      <StatTile label={t("overview.withdrawable")}>
        <Money amountAtto={totals?.withdrawableAtto ?? "0"} currency={currency} size="lg" />
      </StatTile>
      <StatTile label={t("overview.inEscrow")}>
        <Money amountAtto={totals?.inEscrowAtto ?? "0"} currency={currency} size="lg" />
      </StatTile>
      <StatTile label={t("overview.sold")}>
        <Money amountAtto={totals?.soldAtto ?? "0"} currency={currency} size="lg" />
      </StatTile>
      <StatTile
        label={t("overview.orders")}
        note={t("overview.open", { count: summary.seller.reputation.ordersOpen })}
      >
        {(totals?.orders ?? 0).toLocaleString(language)}
      </StatTile>
    </StatGrid>
  );
}

interface SalesCardProps {
  summary: SellerSummary;
  days: number;
  currency: string;
  onDays: (days: string) => void;
  onCurrency: (currency: string) => void;
}

function SalesCard({ summary, days, currency, onDays, onCurrency }: SalesCardProps) {
  const { t } = useTranslation("seller");
  const { language } = usePreferences();
  const { currencies } = useConfig();
  const unit = currencies.find((one) => one.address === currency);
  const decimals = unit?.decimals ?? 18;
  const today = Math.floor(Date.now() / 86_400_000) * 86_400;
  const series = useMemo(
    () => salesSeries(summary.sales, { currency, days, nowSec: today, decimals }),
    [summary.sales, currency, days, today, decimals],
  );
  const sold = summary.totals.map((total) => total.currency);
  return (
    <Card h="100%">
      <Group justify="space-between" align="flex-start" mb="md">
        <div>
          <Title order={2} fz="md">
            {t("sales.title")}
          </Title>
          <Money amountAtto={series.totalAtto} currency={currency} size="xl" />
          <Text fz="sm" c="dimmed">
            {t("sales.orders", { count: series.totalOrders })}
          </Text>
        </div>
        <Group gap="xs">
          {sold.length > 1 && (
            <NativeSelect
              size="xs"
              aria-label={t("sales.currency")}
              value={currency}
              onChange={(event) => onCurrency(event.currentTarget.value)}
              data={currencies
                .filter((one) => sold.includes(one.address))
                .map(({ address, symbol }) => ({ value: address, label: symbol }))}
            />
          )}
          <SegmentedControl
            size="xs"
            aria-label={t("sales.period")}
            value={String(days)}
            onChange={onDays}
            data={PERIODS.map((period) => ({
              value: String(period),
              label: t("sales.days", { count: period }),
            }))}
          />
        </Group>
      </Group>
      <Suspense fallback={<Skeleton height={240} />}>
        <DayChart
          label={t("sales.title")}
          daysSec={series.daysSec}
          heights={series.heights}
          valueText={(index) =>
            t("sales.day", {
              amount: `${formatAmount(series.amountsAtto[index] ?? 0n, decimals, language)} ${unit?.symbol ?? ""}`,
              count: series.orders[index] ?? 0,
            })
          }
          dayText={(day) =>
            new Intl.DateTimeFormat(language, { month: "short", day: "numeric", timeZone: "UTC" }).format(
              day * 1000,
            )
          }
          axisText={(height) =>
            new Intl.NumberFormat(language, { notation: "compact", maximumSignificantDigits: 3 }).format(
              height,
            )
          }
        />
      </Suspense>
    </Card>
  );
}
