/** The receipt of an order, fit for printing, and as PDF. */
import { Anchor, Button, Card, Divider, Group, Skeleton, Stack, Table, Text, Title } from "@mantine/core";
import { IconFileDownload, IconPrinter } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { Receipt } from "../../../../src/api/schema/orders.ts";
import { request } from "../../api/http.ts";
import { Address, TransactionLink } from "../../components/Address.tsx";
import { Money } from "../../components/Money.tsx";
import { Page } from "../../components/Page.tsx";
import { QueryView } from "../../components/QueryStates.tsx";
import { formatAbsolute } from "../../format/time.ts";
import { usePreferences } from "../../preferences.ts";
import classes from "./Orders.module.css";

export default function ReceiptPage() {
  const { t } = useTranslation("orders");
  const { orderId = "" } = useParams();
  const query = useQuery({
    queryKey: ["orders", "receipt", orderId],
    queryFn: ({ signal }) =>
      request<Receipt>(`/api/orders/${encodeURIComponent(orderId)}/receipt`, { signal }),
  });
  return (
    <Page
      title={t("receipt.title")}
      width="narrow"
      actions={
        <Group gap="sm" className={classes.noPrint ?? ""}>
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
            onClick={() => window.print()}
            visibleFrom="sm"
          >
            {t("receipt.print")}
          </Button>
          <Button
            component="a"
            href={`/api/orders/${orderId}/receipt.pdf`}
            leftSection={<IconFileDownload size={18} aria-hidden />}
          >
            {t("receipt.pdf")}
          </Button>
        </Group>
      }
    >
      <QueryView query={query} skeleton={<Skeleton height={480} radius="lg" />}>
        {(receipt) => <ReceiptView receipt={receipt} />}
      </QueryView>
    </Page>
  );
}

function ReceiptView({ receipt }: { receipt: Receipt }) {
  const { t } = useTranslation("orders");
  const { language } = usePreferences();
  const money = (amountAtto: string) => (
    <Money amountAtto={amountAtto} currency={receipt.currency} layout="token" size="sm" align="end" />
  );
  return (
    <Card padding="xl">
      <Group justify="space-between" align="flex-start" mb="lg">
        <Stack gap={2}>
          <Text size="sm" c="dimmed">
            {t("receipt.number")}
          </Text>
          <Title order={2}>{receipt.number}</Title>
          <Text size="sm">{t("receipt.paidAt", { date: formatAbsolute(receipt.paidAtSec, language) })}</Text>
        </Stack>
        <Anchor component={Link} to={`/orders/${receipt.orderId}`} className={classes.noPrint ?? ""}>
          {t("order.title", { id: receipt.orderId })}
        </Anchor>
      </Group>
      <Group justify="space-between" mb="lg" align="flex-start">
        <Stack gap={2}>
          <Text size="sm" c="dimmed">
            {t("fact.seller")}
          </Text>
          <Address address={receipt.seller.address} name={receipt.seller.name} />
        </Stack>
        <Stack gap={2}>
          <Text size="sm" c="dimmed">
            {t("fact.buyer")}
          </Text>
          <Address address={receipt.buyer.address} name={receipt.buyer.name} />
        </Stack>
      </Group>
      <Table.ScrollContainer minWidth={320}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("receipt.item")}</Table.Th>
              <Table.Th ta="end">{t("receipt.quantity")}</Table.Th>
              <Table.Th ta="end">{t("receipt.amount")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {receipt.lines.map((line) => (
              <Table.Tr key={line.title}>
                <Table.Td>{line.title}</Table.Td>
                <Table.Td ta="end">{line.quantity}</Table.Td>
                <Table.Td ta="end">{money(line.totalAtto)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Stack gap="xs" mt="md">
        <Row label={t("receipt.subtotal")}>{money(receipt.subtotalAtto)}</Row>
        {receipt.discountAtto !== "0" && <Row label={t("fact.discount")}>{money(receipt.discountAtto)}</Row>}
        <Divider />
        <Row label={t("receipt.paid")}>
          <Money amountAtto={receipt.paidAtto} currency={receipt.currency} align="end" />
        </Row>
        {receipt.refundedAtto !== null && receipt.refundedAtto !== "0" && (
          <Row label={t("receipt.refunded")}>{money(receipt.refundedAtto)}</Row>
        )}
      </Stack>
      <Group justify="space-between" mt="xl">
        <Text size="sm" c="dimmed">
          {t("receipt.chain", { chainId: receipt.chainId, block: receipt.blockNumber })}
        </Text>
        <TransactionLink hash={receipt.transactionHash} />
      </Group>
    </Card>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Group justify="space-between" align="flex-start">
      <Text size="sm">{label}</Text>
      {children}
    </Group>
  );
}
