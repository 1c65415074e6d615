/**
 * Rows of data: a table from the tablet up, on a phone one card a row with the same labels.
 * The first column is the row's title; `rowTo` makes it the link that opens the row.
 * Paging, skeleton, empty and error states come from components/QueryStates.tsx around it.
 */
import { Anchor, Card, DataList, Group, Skeleton, Stack, Table } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import { Link } from "react-router";
import classes from "./DataTable.module.css";

export interface Column<T> {
  key: string;
  label: string;
  render: (row: T) => ReactNode;
  align?: "start" | "end";
  /** Long text may take several lines; everything else stays on one. */
  isText?: boolean;
  /** Left out on a phone, where space is dear. */
  isDeskOnly?: boolean;
}

interface DataTableProps<T> {
  label: string;
  columns: Column<T>[];
  rows: T[];
  rowKey: (row: T) => string;
  rowTo?: (row: T) => string;
  /** Buttons at the row's end. */
  actions?: (row: T) => ReactNode;
}

const WIDE = "(min-width: 48em)";

export function DataTable<T>(props: DataTableProps<T>) {
  const isWide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false });
  return isWide ? <WideTable {...props} /> : <CardList {...props} />;
}

function WideTable<T>({ label, columns, rows, rowKey, rowTo, actions }: DataTableProps<T>) {
  return (
    <Card padding={0} className={classes.frame}>
      <Table.ScrollContainer minWidth={560} type="native" tabIndex={0} aria-label={label} role="region">
        <Table
          verticalSpacing="sm"
          horizontalSpacing="sm"
          highlightOnHover
          aria-label={label}
          className={classes.table}
        >
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Th key={column.key} ta={column.align ?? "start"} className={classes.head}>
                  {column.label}
                </Table.Th>
              ))}
              {actions && <Table.Td className={classes.head} />}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={rowKey(row)}>
                {columns.map((column, index) => (
                  <Table.Td
                    key={column.key}
                    ta={column.align ?? "start"}
                    className={column.isText ? classes.textCell : classes.cell}
                  >
                    {index === 0 ? <TitleCell row={row} column={column} rowTo={rowTo} /> : column.render(row)}
                  </Table.Td>
                ))}
                {actions && <Table.Td ta="end">{actions(row)}</Table.Td>}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Card>
  );
}

function CardList<T>({ label, columns, rows, rowKey, rowTo, actions }: DataTableProps<T>) {
  const [title, ...rest] = columns;
  return (
    <Stack gap="sm" component="ul" aria-label={label} className={classes.cards}>
      {rows.map((row) => (
        <Card key={rowKey(row)} component="li" padding="md">
          <Stack gap="sm">
            <Group justify="space-between" align="flex-start" wrap="nowrap">
              <div className={classes.title}>
                {title && <TitleCell row={row} column={title} rowTo={rowTo} />}
              </div>
              {actions?.(row)}
            </Group>
            <DataList size="sm" gap="xs" labelWidth="112px">
              {rest
                .filter((column) => !column.isDeskOnly)
                .map((column) => (
                  <DataList.Item key={column.key}>
                    <DataList.ItemLabel>{column.label}</DataList.ItemLabel>
                    <DataList.ItemValue>{column.render(row)}</DataList.ItemValue>
                  </DataList.Item>
                ))}
            </DataList>
          </Stack>
        </Card>
      ))}
    </Stack>
  );
}

function TitleCell<T>({
  row,
  column,
  rowTo,
}: {
  row: T;
  column: Column<T>;
  rowTo: DataTableProps<T>["rowTo"];
}) {
  if (!rowTo) return column.render(row);
  return (
    <Anchor component={Link} to={rowTo(row)} c="inherit" fw={550} fz="sm" className={classes.rowLink}>
      {column.render(row)}
    </Anchor>
  );
}

export function TableSkeleton({ rows = 6 }: { rows?: number }) {
  return (
    <Card padding="md">
      <Stack gap="md">
        {Array.from({ length: rows }, (_, index) => (
          <Skeleton key={`row-${index.toString()}`} height={28} radius="sm" />
        ))}
      </Stack>
    </Card>
  );
}
