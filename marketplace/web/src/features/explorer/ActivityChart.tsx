/** Transactions per UTC day. The chart library is loaded with it. */
import { Card, Skeleton, Text } from "@mantine/core";
import { lazy, Suspense, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Stats } from "../../../../src/api/schema/explorer.ts";
import { usePreferences } from "../../preferences.ts";

const DayChart = lazy(() =>
  import("../workspace/DayChart.tsx").then((chart) => ({ default: chart.DayChart })),
);

const DAY_SEC = 86_400;
const DAYS = 30;

export function ActivityChart({ daily, nowSec }: { daily: Stats["daily"]; nowSec: number }) {
  const { t } = useTranslation("explorer");
  const { language } = usePreferences();
  const { daysSec, heights } = useMemo(() => {
    const today = Math.floor(nowSec / DAY_SEC) * DAY_SEC;
    const counts = new Map(daily.map((day) => [day.daySec, day.transactions]));
    const daysSec = Array.from({ length: DAYS }, (_, index) => today - (DAYS - 1 - index) * DAY_SEC);
    return { daysSec, heights: daysSec.map((day) => counts.get(day) ?? 0) };
  }, [daily, nowSec]);
  return (
    <Card padding="md">
      <Text fz="sm" c="dimmed" mb="xs">
        {t("stats.daily")}
      </Text>
      <Suspense fallback={<Skeleton height={160} />}>
        <DayChart
          label={t("stats.daily")}
          daysSec={daysSec}
          heights={heights}
          height={160}
          valueText={(index) => t("blocks.transactionsCount", { count: heights[index] ?? 0 })}
          dayText={(day) =>
            new Intl.DateTimeFormat(language, { month: "short", day: "numeric", timeZone: "UTC" }).format(
              day * 1000,
            )
          }
          axisText={(value) => (Number.isInteger(value) ? value.toLocaleString(language) : "")}
        />
      </Suspense>
    </Card>
  );
}
