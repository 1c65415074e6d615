/** Decoded arguments, one a line, each read by what it is: an address, a share, a time, plain text. */
import { Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Address } from "../../components/Address.tsx";
import { formatBps } from "../../format/money.ts";
import { formatAbsolute, formatDuration } from "../../format/time.ts";
import { usePreferences } from "../../preferences.ts";
import type { ArgumentRow } from "./decode/flattenArguments.ts";

export function ArgumentTable({ rows, label }: { rows: ArgumentRow[]; label: string }) {
  const { t } = useTranslation("explorer");
  if (rows.length === 0) return null;
  return (
    <Table.ScrollContainer minWidth={320} type="native" tabIndex={0} role="region" aria-label={label}>
      <Table fz="sm" verticalSpacing={6} aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("transaction.argument")}</Table.Th>
            <Table.Th visibleFrom="sm">{t("transaction.argumentType")}</Table.Th>
            <Table.Th>{t("transaction.argumentValue")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.path}>
              <Table.Td ff="monospace">{row.path}</Table.Td>
              <Table.Td c="dimmed" ff="monospace" visibleFrom="sm">
                {row.type}
              </Table.Td>
              <Table.Td>
                <ArgumentValue row={row} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function ArgumentValue({ row }: { row: ArgumentRow }) {
  const { language } = usePreferences();
  if (row.kind === "address") return <Address address={row.value} />;
  return (
    <Text component="span" fz="sm" ff="monospace" style={{ overflowWrap: "anywhere" }}>
      {row.value}
      {readable(row, language) && (
        <Text component="span" c="dimmed" ff="text" ms={8}>
          {readable(row, language)}
        </Text>
      )}
    </Text>
  );
}

function readable(row: ArgumentRow, language: string): string | null {
  if (row.kind === "share") return formatBps(Number(row.value), language);
  if (row.kind === "time") return formatAbsolute(Number(row.value), language);
  if (row.kind === "duration") return formatDuration(Number(row.value), language);
  return null;
}
