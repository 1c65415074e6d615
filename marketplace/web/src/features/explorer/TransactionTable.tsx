/** Transactions in rows: what was called, who paid whom, how much, whether it worked. Used on four pages. */
import { Anchor, Badge, Group, Text } from "@mantine/core";
import { IconAlertCircleFilled, IconArrowNarrowRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { TransactionRow } from "../../../../src/api/schema/explorer.ts";
import { Address, shortAddress } from "../../components/Address.tsx";
import { Money } from "../../components/Money.tsx";
import { DataTable } from "../workspace/DataTable.tsx";
import { Age } from "./Age.tsx";
import { useMethodName } from "./useMethodName.ts";

export function TransactionTable({ rows, label }: { rows: TransactionRow[]; label: string }) {
  const { t } = useTranslation("explorer");
  return (
    <DataTable
      label={label}
      rows={rows}
      rowKey={(row) => row.hash}
      rowTo={(row) => `/explorer/transactions/${row.hash}`}
      columns={[
        { key: "hash", label: t("transactions.hash"), render: (row) => <HashCell row={row} /> },
        { key: "method", label: t("transactions.action"), render: (row) => <MethodBadge row={row} /> },
        {
          key: "block",
          label: t("transactions.block"),
          isDeskOnly: true,
          render: (row) => (
            <Anchor component={Link} to={`/explorer/blocks/${row.blockNumber}`} fz="sm" className="tabular">
              {row.blockNumber}
            </Anchor>
          ),
        },
        { key: "age", label: t("transactions.age"), render: (row) => <Age atSec={row.atSec} /> },
        {
          key: "from",
          label: t("transactions.from"),
          render: (row) => <Address address={row.from.address} name={row.from.label} />,
        },
        { key: "to", label: t("transactions.to"), render: (row) => <ToCell row={row} /> },
        {
          key: "value",
          label: t("transactions.value"),
          align: "end",
          render: (row) => <Value amountAtto={row.valueAtto} />,
        },
      ]}
    />
  );
}

function HashCell({ row }: { row: TransactionRow }) {
  const { t } = useTranslation("explorer");
  return (
    <Group gap={6} wrap="nowrap" component="span" display="inline-flex">
      {!row.isSuccess && (
        <IconAlertCircleFilled
          size={16}
          color="var(--mantine-color-error)"
          role="img"
          aria-label={t("transactions.failed")}
        />
      )}
      <Text component="span" fz="sm" ff="monospace">
        {shortAddress(row.hash)}
      </Text>
    </Group>
  );
}

function MethodBadge({ row }: { row: TransactionRow }) {
  const { t } = useTranslation("explorer");
  const methodName = useMethodName();
  const isCreation = row.to === null;
  const text = isCreation ? t("method.creation") : methodName(row.method);
  return (
    <Badge color={row.isSuccess ? "jade" : "red"} maw={180}>
      {text}
    </Badge>
  );
}

/** Most calls send nothing; that should not shout. */
function Value({ amountAtto }: { amountAtto: string }) {
  if (amountAtto !== "0") return <Money amountAtto={amountAtto} layout="token" size="sm" />;
  return (
    <Text component="span" fz="sm" c="dimmed">
      0
    </Text>
  );
}

function ToCell({ row }: { row: TransactionRow }) {
  const to = row.to ?? (row.contractAddress ? { address: row.contractAddress, label: null } : null);
  if (!to) return <IconArrowNarrowRight size={16} aria-hidden />;
  return <Address address={to.address} name={to.label} />;
}
