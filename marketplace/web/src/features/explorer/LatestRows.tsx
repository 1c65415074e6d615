/** Two-line rows for the explorer's front page. */
import { Anchor, Badge, Group, Text, ThemeIcon } from "@mantine/core";
import { IconBox, IconTransfer } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Block, TransactionRow } from "../../../../src/api/schema/explorer.ts";
import { shortAddress } from "../../components/Address.tsx";
import { Money } from "../../components/Money.tsx";
import { usePreferences } from "../../preferences.ts";
import { Age } from "./Age.tsx";
import classes from "./LatestRows.module.css";
import { useMethodName } from "./useMethodName.ts";

export function LatestBlock({ block }: { block: Block }) {
  const { t } = useTranslation("explorer");
  const { language } = usePreferences();
  return (
    <Row icon={<IconBox size={18} aria-hidden />}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Anchor component={Link} to={`/explorer/blocks/${block.number}`} fz="sm" fw={550} className="tabular">
          {block.number.toLocaleString(language)}
        </Anchor>
        <Text fz="xs" c="dimmed">
          <Age atSec={block.atSec} />
        </Text>
      </Group>
      <Text fz="xs" c="dimmed">
        {t("blocks.transactionsCount", { count: block.transactions })}
      </Text>
    </Row>
  );
}

export function LatestTransaction({ row }: { row: TransactionRow }) {
  const { t } = useTranslation("explorer");
  const methodName = useMethodName();
  return (
    <Row icon={<IconTransfer size={18} aria-hidden />}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Group gap="xs" wrap="nowrap" miw={0}>
          <Anchor component={Link} to={`/explorer/transactions/${row.hash}`} fz="sm" ff="monospace">
            {shortAddress(row.hash)}
          </Anchor>
          <Badge color={row.isSuccess ? "jade" : "red"} size="sm">
            {row.to === null ? t("method.creation") : methodName(row.method)}
          </Badge>
        </Group>
        <Text fz="xs" c="dimmed" className={classes.age}>
          <Age atSec={row.atSec} />
        </Text>
      </Group>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text fz="xs" c="dimmed" truncate>
          {row.from.label ?? shortAddress(row.from.address)}
          {" → "}
          {row.to ? (row.to.label ?? shortAddress(row.to.address)) : t("method.creation")}
        </Text>
        <Text component="span" fz="xs" className={classes.age}>
          <Money amountAtto={row.valueAtto} layout="token" size="sm" />
        </Text>
      </Group>
    </Row>
  );
}

function Row({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className={classes.row}>
      <ThemeIcon variant="light" size={36} radius="md" visibleFrom="xs">
        {icon}
      </ThemeIcon>
      <div className={classes.body}>{children}</div>
    </li>
  );
}
