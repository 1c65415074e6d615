/** Blocks in rows, with how full each was. */
import { Group, Progress, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Block } from "../../../../src/api/schema/explorer.ts";
import { Address } from "../../components/Address.tsx";
import { formatAmount, formatBps } from "../../format/money.ts";
import { usePreferences } from "../../preferences.ts";
import { DataTable } from "../workspace/DataTable.tsx";
import { Age } from "./Age.tsx";
import { shareBps } from "./shareBps.ts";

export function BlockTable({ rows, label }: { rows: Block[]; label: string }) {
  const { t } = useTranslation("explorer");
  const { language } = usePreferences();
  return (
    <DataTable
      label={label}
      rows={rows}
      rowKey={(row) => row.hash}
      rowTo={(row) => `/explorer/blocks/${row.number}`}
      columns={[
        {
          key: "number",
          label: t("blocks.number"),
          render: (row) => <span className="tabular">{row.number.toLocaleString(language)}</span>,
        },
        { key: "age", label: t("blocks.age"), render: (row) => <Age atSec={row.atSec} /> },
        {
          key: "transactions",
          label: t("blocks.transactions"),
          align: "end",
          render: (row) => <span className="tabular">{row.transactions}</span>,
        },
        { key: "gas", label: t("blocks.gasUsed"), render: (row) => <GasBar block={row} /> },
        {
          key: "baseFee",
          label: t("blocks.baseFee"),
          align: "end",
          isDeskOnly: true,
          render: (row) => (
            <span className="tabular">
              {t("stats.gasUnit", { value: formatAmount(BigInt(row.baseFeeAtto), 9, language) })}
            </span>
          ),
        },
        {
          key: "miner",
          label: t("blocks.reward"),
          isDeskOnly: true,
          render: (row) => <Address address={row.miner.address} name={row.miner.label} />,
        },
      ]}
    />
  );
}

function GasBar({ block }: { block: Block }) {
  const { t } = useTranslation("explorer");
  const { language } = usePreferences();
  const usedBps = shareBps(block.gasUsed, block.gasLimit);
  return (
    <Group gap="xs" wrap="nowrap" miw={120}>
      <Progress value={usedBps / 100} flex={1} size="sm" aria-label={t("blocks.gasUsed")} />
      <Text fz="xs" c="dimmed" className="tabular" w={44} ta="end">
        {formatBps(usedBps, language)}
      </Text>
    </Group>
  );
}
