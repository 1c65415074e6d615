/** Moves of money in rows; `me` marks whether they came in or went out. */
import { Badge, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Transfer } from "../../../../src/api/schema/explorer.ts";
import { shortAddress } from "../../components/Address.tsx";
import { Money } from "../../components/Money.tsx";
import { type Column, DataTable } from "../workspace/DataTable.tsx";
import { Age } from "./Age.tsx";
import { TransferParty } from "./TransferParty.tsx";

export function TransferTable({ rows, label, me }: { rows: Transfer[]; label: string; me?: string }) {
  const { t } = useTranslation("explorer");
  const direction: Column<Transfer> = {
    key: "direction",
    label: t("transfers.direction"),
    render: (row) => {
      const way = row.from.address === row.to.address ? "self" : row.to.address === me ? "in" : "out";
      return <Badge color={way === "in" ? "jade" : "gray"}>{t(`address.${way}`)}</Badge>;
    },
  };
  return (
    <DataTable
      label={label}
      rows={rows}
      rowKey={(row) =>
        `${row.transactionHash}-${row.token}-${row.from.address}-${row.to.address}-${row.amountAtto}`
      }
      rowTo={(row) => `/explorer/transactions/${row.transactionHash}`}
      columns={[
        {
          key: "hash",
          label: t("transactions.hash"),
          render: (row) => (
            <Text component="span" fz="sm" ff="monospace">
              {shortAddress(row.transactionHash)}
            </Text>
          ),
        },
        ...(me ? [direction] : []),
        { key: "age", label: t("transactions.age"), render: (row) => <Age atSec={row.atSec} /> },
        {
          key: "from",
          label: t("transactions.from"),
          render: (row) => <TransferParty transfer={row} end="from" />,
        },
        {
          key: "to",
          label: t("transactions.to"),
          render: (row) => <TransferParty transfer={row} end="to" />,
        },
        {
          key: "amount",
          label: t("transactions.value"),
          align: "end",
          render: (row) => (
            <Money
              amountAtto={row.amountAtto}
              currency={row.token}
              symbol={row.symbol}
              decimals={row.decimals}
              layout="token"
              size="sm"
            />
          ),
        },
      ]}
    />
  );
}
