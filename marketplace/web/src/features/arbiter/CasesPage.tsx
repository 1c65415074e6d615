/** Cases by deadline, or the closed ones; the choice is in the URL. */
import { Badge, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { IconGavel } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ArbiterCase } from "../../../../src/api/schema/arbiterDesk.ts";
import { Address } from "../../components/Address.tsx";
import { Money } from "../../components/Money.tsx";
import { Page } from "../../components/Page.tsx";
import { PagedList, usePages } from "../../components/QueryStates.tsx";
import { RelativeTime } from "../../components/Time.tsx";
import { formatBps } from "../../format/money.ts";
import { usePreferences } from "../../preferences.ts";
import { StateBadge } from "../orders/StateBadge.tsx";
import { type Column, DataTable, TableSkeleton } from "../workspace/DataTable.tsx";
import { useFilters } from "../workspace/useFilters.ts";

export function CasesPage() {
  const { t } = useTranslation("arbiter");
  const { values, set } = useFilters(["state"]);
  const state = values.state === "closed" ? "closed" : "open";
  const query = usePages<ArbiterCase>(
    ["arbiter", "cases"],
    "/api/arbiter/cases",
    { state },
    { refetchInterval: 15_000 },
  );
  return (
    <Page
      title={t("nav.cases")}
      actions={
        <SegmentedControl
          size="sm"
          aria-label={t("cases.show")}
          value={state}
          onChange={(next) => set({ state: next === "closed" ? next : null })}
          data={[
            { value: "open", label: t("cases.open") },
            { value: "closed", label: t("cases.closed") },
          ]}
        />
      }
    >
      <PagedList
        query={query}
        skeleton={<TableSkeleton rows={4} />}
        empty={
          state === "open"
            ? { title: t("cases.none"), text: t("cases.noneHint"), icon: <IconGavel aria-hidden /> }
            : {
                title: t("cases.noneClosed"),
                text: t("cases.noneClosedHint"),
                icon: <IconGavel aria-hidden />,
              }
        }
      >
        {(cases) => <CaseTable cases={cases} isOpen={state === "open"} />}
      </PagedList>
    </Page>
  );
}

function CaseTable({ cases, isOpen }: { cases: ArbiterCase[]; isOpen: boolean }) {
  const { t } = useTranslation("arbiter");
  const { language } = usePreferences();
  const last: Column<ArbiterCase> = isOpen
    ? {
        key: "deadline",
        label: t("cases.deadline"),
        render: ({ deadlineSec }) =>
          deadlineSec === null ? (
            <Text component="span" fz="sm" c="dimmed">
              {t("cases.waiting")}
            </Text>
          ) : (
            <RelativeTime atSec={deadlineSec} />
          ),
      }
    : {
        key: "outcome",
        label: t("cases.outcome"),
        render: ({ buyerBps, isRuledByMe }) => (
          <Group gap={6}>
            <span>
              {buyerBps === null ? "–" : t("cases.toBuyer", { share: formatBps(buyerBps, language) })}
            </span>
            {isRuledByMe && <Badge size="sm">{t("cases.byMe")}</Badge>}
          </Group>
        ),
      };
  return (
    <DataTable
      label={t("nav.cases")}
      rows={cases}
      rowKey={({ order }) => order.id}
      rowTo={({ order }) => `/arbiter/cases/${order.id}`}
      columns={[
        {
          key: "order",
          isText: true,
          label: t("cases.case"),
          render: ({ order }) => (
            <Stack gap={2}>
              <Text fz="sm" fw={550} lineClamp={1}>
                {order.lines[0]?.title ?? t("cases.invoice")}
              </Text>
              <Text fz="xs" c="dimmed">
                {t("cases.order", { id: order.id })}
              </Text>
            </Stack>
          ),
        },
        {
          key: "state",
          label: t("cases.state"),
          render: ({ order, seat }) => (
            <Group gap={6}>
              <StateBadge state={order.state} />
              {seat === "fallback" && <Badge color="gray">{t("cases.fallback")}</Badge>}
            </Group>
          ),
        },
        {
          key: "parties",
          label: t("cases.parties"),
          render: ({ order }) => (
            <Stack gap={2}>
              <Address address={order.buyer.address} name={order.buyer.name} />
              <Address address={order.seller.address} name={order.seller.name} />
            </Stack>
          ),
        },
        {
          key: "amount",
          label: t("cases.amount"),
          align: "end",
          render: ({ order }) => (
            <Money amountAtto={order.amountAtto} currency={order.currency} size="sm" align="end" />
          ),
        },
        {
          key: "fee",
          label: t("cases.fee"),
          align: "end",
          render: ({ feeAtto, order }) => (
            <Money amountAtto={feeAtto} currency={order.currency} size="sm" align="end" />
          ),
        },
        last,
      ]}
    />
  );
}
