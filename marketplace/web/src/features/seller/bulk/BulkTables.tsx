/** What a bulk table would change, and what is wrong with it, row by row. */
import { Badge, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CsvAnswer, PreparedListing } from "../../../../../src/api/schema/seller.ts";
import { Money } from "../../../components/Money.tsx";
import { DataTable } from "../../workspace/DataTable.tsx";

const SHOWN = 100;

export function PreparedTable({ prepared }: { prepared: PreparedListing[] }) {
  const { t } = useTranslation("seller");
  return (
    <>
      <DataTable
        label={t("bulk.changes")}
        rows={prepared.slice(0, SHOWN)}
        rowKey={(change) => `${change.row}-${change.action}`}
        columns={[
          { key: "title", isText: true, label: t("listing.title"), render: (change) => change.title },
          {
            key: "action",
            label: t("bulk.change"),
            render: (change) => <Badge>{t(`bulk.action.${change.action}`)}</Badge>,
          },
          {
            key: "price",
            label: t("listing.price"),
            align: "end",
            render: (change) => (
              <Money amountAtto={change.terms.price} currency={change.terms.currency} size="sm" align="end" />
            ),
          },
          {
            key: "stock",
            label: t("bulk.pieces"),
            align: "end",
            render: (change) => <span className="tabular">{change.stock || "–"}</span>,
          },
        ]}
      />
      {prepared.length > SHOWN && (
        <Text fz="sm" c="dimmed">
          {t("bulk.more", { count: prepared.length - SHOWN })}
        </Text>
      )}
    </>
  );
}

export function FaultTable({ faults }: { faults: CsvAnswer["faults"] }) {
  const { t } = useTranslation("seller");
  return (
    <DataTable
      label={t("bulk.faultList")}
      rows={faults.slice(0, SHOWN)}
      rowKey={(fault) => `${fault.row}-${fault.column}-${fault.message}`}
      columns={[
        { key: "row", label: t("bulk.row"), render: (fault) => t("bulk.rowNumber", { row: fault.row }) },
        {
          key: "column",
          label: t("bulk.column"),
          render: (fault) => (
            <Text component="span" fz="sm" ff="monospace">
              {fault.column || "–"}
            </Text>
          ),
        },
        { key: "message", isText: true, label: t("bulk.problem"), render: (fault) => fault.message },
      ]}
    />
  );
}
