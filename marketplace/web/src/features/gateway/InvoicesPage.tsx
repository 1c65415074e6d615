/** Invoices, newest first. Filters live in the URL and apply to the export as well. */
import { Button, Group, NativeSelect, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDownload, IconPlus, IconReceipt2 } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Query } from "../../api/http.ts";
import { Money } from "../../components/Money.tsx";
import { Page } from "../../components/Page.tsx";
import { errorText, PagedList } from "../../components/QueryStates.tsx";
import { RelativeTime } from "../../components/Time.tsx";
import { usePreferences } from "../../preferences.ts";
import { DataTable, TableSkeleton } from "../workspace/DataTable.tsx";
import { downloadText } from "../workspace/downloadText.ts";
import { SearchFilter } from "../workspace/SearchFilter.tsx";
import { useFilters } from "../workspace/useFilters.ts";
import { dayEndSec, dayStartSec } from "./dayRange.ts";
import { useGatewayPages } from "./gatewayApi.ts";
import { ADDITIONAL_STATUSES, INVOICE_STATUSES, type Invoice } from "./gatewayTypes.ts";
import { useMerchant } from "./merchantContext.ts";
import { priceText } from "./priceText.ts";
import { InvoiceStatusBadge } from "./StatusBadge.tsx";

const FILTERS = ["q", "status", "additionalStatus", "from", "to"] as const;

export function InvoicesPage() {
  const { t } = useTranslation("gateway");
  const { merchant, isLive } = useMerchant();
  const filters = useFilters(FILTERS);
  const query: Query = {
    livemode: isLive,
    q: filters.values.q,
    status: filters.values.status,
    additionalStatus: filters.values.additionalStatus,
    createdFromSec: dayStartSec(filters.values.from),
    createdToSec: dayEndSec(filters.values.to),
  };
  const invoices = useGatewayPages<Invoice>(merchant.id, "/invoices", query);
  const create = (
    <Button component={Link} to="/dashboard/invoices/new" leftSection={<IconPlus size={18} aria-hidden />}>
      {t("invoices.create")}
    </Button>
  );
  return (
    <Page
      title={t("invoices.title")}
      actions={
        <>
          <ExportButton query={query} />
          {create}
        </>
      }
    >
      <InvoiceFilters filters={filters} />
      <PagedList
        query={invoices}
        skeleton={<TableSkeleton rows={8} />}
        empty={
          filters.isActive
            ? {
                title: t("invoices.noMatch"),
                text: t("invoices.noMatchHint"),
                action: (
                  <Button variant="default" onClick={filters.clear}>
                    {t("invoices.clearFilters")}
                  </Button>
                ),
              }
            : {
                title: t("invoices.empty"),
                text: t("invoices.emptyHint"),
                action: create,
                icon: <IconReceipt2 aria-hidden />,
              }
        }
      >
        {(rows) => <InvoiceTable rows={rows} />}
      </PagedList>
    </Page>
  );
}

export function InvoiceTable({ rows }: { rows: Invoice[] }) {
  const { t } = useTranslation("gateway");
  const { language } = usePreferences();
  return (
    <DataTable
      label={t("invoices.title")}
      rows={rows}
      rowKey={(row) => row.id}
      rowTo={(row) => `/dashboard/invoices/${row.id}`}
      columns={[
        {
          key: "amount",
          label: t("invoices.amount"),
          render: (row) => <span className="tabular">{priceText(row.amount, row.currency, language)}</span>,
        },
        { key: "status", label: t("invoices.status"), render: (row) => <InvoiceStatusBadge invoice={row} /> },
        {
          key: "what",
          isText: true,
          label: t("invoices.what"),
          render: (row) => (
            <Text component="span" fz="sm" lineClamp={1}>
              {row.description ?? row.orderReference ?? "–"}
            </Text>
          ),
        },
        {
          key: "due",
          label: t("invoices.due"),
          align: "end",
          isDeskOnly: true,
          render: (row) => (
            <Money
              amountAtto={row.amountAtto}
              currency={row.paymentCurrency.address}
              symbol={row.paymentCurrency.symbol}
              decimals={row.paymentCurrency.decimals}
              layout="token"
              size="sm"
            />
          ),
        },
        {
          key: "created",
          label: t("invoices.created"),
          render: (row) => <RelativeTime atSec={row.createdAtSec} />,
        },
      ]}
    />
  );
}

function InvoiceFilters({ filters }: { filters: ReturnType<typeof useFilters<(typeof FILTERS)[number]>> }) {
  const { t } = useTranslation("gateway");
  const { values, set } = filters;
  return (
    <Group gap="sm" mb="md" align="flex-end">
      <SearchFilter
        label={t("invoices.search")}
        placeholder={t("invoices.search")}
        value={values.q}
        onChange={(q) => set({ q })}
      />
      <NativeSelect
        size="sm"
        label={t("invoices.status")}
        value={values.status ?? ""}
        onChange={(event) => set({ status: event.currentTarget.value })}
        data={[
          { value: "", label: t("invoices.any") },
          ...INVOICE_STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
        ]}
      />
      <NativeSelect
        size="sm"
        label={t("invoices.special")}
        value={values.additionalStatus ?? ""}
        onChange={(event) => set({ additionalStatus: event.currentTarget.value })}
        data={[
          { value: "", label: t("invoices.any") },
          ...ADDITIONAL_STATUSES.map((value) => ({ value, label: t(`additional.${value}`) })),
        ]}
      />
      <TextInput
        type="date"
        size="sm"
        label={t("invoices.from")}
        value={values.from ?? ""}
        onChange={(event) => set({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        size="sm"
        label={t("invoices.to")}
        value={values.to ?? ""}
        onChange={(event) => set({ to: event.currentTarget.value })}
      />
      {filters.isActive && (
        <Button variant="subtle" color="gray" onClick={filters.clear}>
          {t("invoices.clearFilters")}
        </Button>
      )}
    </Group>
  );
}

function ExportButton({ query }: { query: Query }) {
  const { t } = useTranslation("gateway");
  const { gateway } = useMerchant();
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      downloadText("invoices.csv", await gateway.exportInvoices(query), "text/csv;charset=utf-8");
    } catch (error) {
      notifications.show({ color: "red", message: errorText(error, t) });
    }
    setBusy(false);
  };
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={18} aria-hidden />}
      loading={isBusy}
      onClick={save}
    >
      {t("invoices.export")}
    </Button>
  );
}
