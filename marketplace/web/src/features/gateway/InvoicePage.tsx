/** One invoice: what is due, how it is being paid, its story, and what the merchant may do with it. */
import {
  Anchor,
  Button,
  Card,
  CopyButton,
  DataList,
  Grid,
  Group,
  Menu,
  Stack,
  Text,
  Timeline,
  Title,
} from "@mantine/core";
import {
  IconAlertTriangle,
  IconArrowUpRight,
  IconCheck,
  IconClock,
  IconCopy,
  IconDots,
  IconPoint,
  IconX,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { ApiError } from "../../api/http.ts";
import { queryClient } from "../../api/queryClient.ts";
import { Address, CopyIcon, TransactionLink } from "../../components/Address.tsx";
import { Money } from "../../components/Money.tsx";
import { Page } from "../../components/Page.tsx";
import { Empty, QueryView } from "../../components/QueryStates.tsx";
import { RelativeTime } from "../../components/Time.tsx";
import { countryName } from "../../format/country.ts";
import { formatBps } from "../../format/money.ts";
import { formatDuration } from "../../format/time.ts";
import { usePreferences } from "../../preferences.ts";
import { ConfirmModal } from "../workspace/ConfirmModal.tsx";
import { PageSkeleton } from "../workspace/PageSkeleton.tsx";
import type { Invoice } from "./gatewayTypes.ts";
import { type InvoiceMoment, invoiceTimeline } from "./invoiceTimeline.ts";
import { useMerchant } from "./merchantContext.ts";
import { priceText } from "./priceText.ts";
import { InvoiceStatusBadge } from "./StatusBadge.tsx";

const REFRESH_MS = 4000;

export function InvoicePage() {
  const { t } = useTranslation("gateway");
  const { language } = usePreferences();
  const { merchant, gateway } = useMerchant();
  const { id = "" } = useParams();
  const query = useQuery({
    queryKey: ["gateway", merchant.id, "invoice", id],
    queryFn: ({ signal }) => gateway.getInvoice(id, signal),
    refetchInterval: ({ state }) =>
      state.data?.status === "New" || state.data?.status === "Processing" ? REFRESH_MS : false,
  });
  const isMissing = query.error instanceof ApiError && query.error.status === 404;
  const invoice = query.data;
  return (
    <Page
      title={invoice ? priceText(invoice.amount, invoice.currency, language) : t("invoice.title")}
      text={invoice && <InvoiceStatusBadge invoice={invoice} />}
      actions={invoice && <InvoiceActions invoice={invoice} />}
    >
      {isMissing ? (
        <Empty
          title={t("invoice.missing")}
          action={
            <Button component={Link} to="/dashboard/invoices" variant="default">
              {t("invoice.back")}
            </Button>
          }
        />
      ) : (
        <QueryView query={query} skeleton={<PageSkeleton />}>
          {(data) => <InvoiceView invoice={data} />}
        </QueryView>
      )}
    </Page>
  );
}

function InvoiceActions({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation("gateway");
  const { merchant, gateway } = useMerchant();
  const [marking, setMarking] = useState<"settled" | "invalid" | null>(null);
  return (
    <>
      <CopyButton value={invoice.checkoutUrl}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            onClick={copy}
            leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
          >
            {copied ? t("invoice.linkCopied") : t("invoice.copyLink")}
          </Button>
        )}
      </CopyButton>
      <Button
        component="a"
        href={invoice.checkoutUrl}
        target="_blank"
        rel="noreferrer"
        rightSection={<IconArrowUpRight size={16} aria-hidden />}
      >
        {t("invoice.openCheckout")}
      </Button>
      {invoice.status !== "Settled" && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" px="sm" aria-label={t("invoice.more")}>
              <IconDots size={18} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconCheck size={16} aria-hidden />}
              onClick={() => setMarking("settled")}
            >
              {t("invoice.markSettled")}
            </Menu.Item>
            {invoice.status !== "Invalid" && (
              <Menu.Item
                color="red"
                leftSection={<IconX size={16} aria-hidden />}
                onClick={() => setMarking("invalid")}
              >
                {t("invoice.markInvalid")}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      <ConfirmModal
        isOpen={marking !== null}
        onClose={() => setMarking(null)}
        title={marking === "invalid" ? t("invoice.markInvalid") : t("invoice.markSettled")}
        text={marking === "invalid" ? t("invoice.markInvalidText") : t("invoice.markSettledText")}
        confirmLabel={t("invoice.markConfirm")}
        isDangerous={marking === "invalid"}
        onConfirm={async () => {
          await gateway.markInvoice(invoice.id, marking ?? "settled");
          await queryClient.invalidateQueries({ queryKey: ["gateway", merchant.id] });
        }}
      />
    </>
  );
}

function InvoiceView({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation("gateway");
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Stack gap="lg">
          {invoice.payment && <PaymentCard invoice={invoice} payment={invoice.payment} />}
          <DepositCards invoice={invoice} />
          <Facts title={t("invoice.details")} rows={useDetails(invoice)} />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Card>
          <Title order={2} fz="md" mb="md">
            {t("invoice.timeline")}
          </Title>
          <Story moments={invoiceTimeline(invoice)} />
        </Card>
      </Grid.Col>
    </Grid>
  );
}

function Story({ moments }: { moments: InvoiceMoment[] }) {
  const { t } = useTranslation("gateway");
  const icons: Record<InvoiceMoment["tone"], ReactNode> = {
    good: <IconCheck size={14} aria-hidden />,
    bad: <IconX size={14} aria-hidden />,
    warning: <IconAlertTriangle size={14} aria-hidden />,
    neutral: <IconPoint size={14} aria-hidden />,
  };
  const colors = { good: "jade", bad: "red", warning: "orange", neutral: "gray" } as const;
  const lastDone = moments.filter((moment) => moment.isDone).length - 1;
  return (
    <Timeline active={lastDone} bulletSize={26} lineWidth={2}>
      {moments.map((moment) => (
        <Timeline.Item
          key={moment.key}
          bullet={moment.isDone ? icons[moment.tone] : <IconClock size={14} aria-hidden />}
          color={colors[moment.tone]}
          title={
            <Text fz="sm" fw={550}>
              {t(`timeline.${moment.key}`)}
            </Text>
          }
        >
          {moment.atSec !== null && (
            <Text fz="xs" c="dimmed">
              {moment.isDone ? "" : `${t("timeline.until")} `}
              <RelativeTime atSec={moment.atSec} />
            </Text>
          )}
        </Timeline.Item>
      ))}
    </Timeline>
  );
}

function PaymentCard({ invoice, payment }: { invoice: Invoice; payment: NonNullable<Invoice["payment"]> }) {
  const { t } = useTranslation("gateway");
  const unit = {
    currency: invoice.paymentCurrency.address,
    symbol: invoice.paymentCurrency.symbol,
    decimals: invoice.paymentCurrency.decimals,
  };
  return (
    <Facts
      title={t("invoice.payment")}
      rows={[
        [t("invoice.paid"), <Money key="paid" amountAtto={payment.amountAtto} {...unit} layout="token" />],
        [t("invoice.rail"), t(`rail.${payment.rail}`)],
        [t("invoice.payer"), <Address key="payer" address={payment.payer} />],
        [
          t("invoice.order"),
          <Anchor key="order" component={Link} to={`/orders/${payment.orderId}`} fz="sm">
            {t("invoice.orderNumber", { id: payment.orderId })}
          </Anchor>,
        ],
        [t("invoice.transaction"), <TransactionLink key="hash" hash={payment.transactionHash} />],
        [t("invoice.confirmations"), String(payment.confirmations)],
        [t("invoice.paidAt"), <RelativeTime key="at" atSec={payment.atSec} />],
      ]}
    />
  );
}

function DepositCards({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation("gateway");
  const unit = {
    currency: invoice.paymentCurrency.address,
    symbol: invoice.paymentCurrency.symbol,
    decimals: invoice.paymentCurrency.decimals,
  };
  // Paid by the other rail, an address that never saw money tells nothing.
  const telling = invoice.deposits.filter(({ receivedAtto }) => !invoice.payment || receivedAtto !== "0");
  return telling.map((deposit) => (
    <Facts
      key={deposit.address}
      title={t("invoice.deposit")}
      rows={[
        [t("invoice.depositAddress"), <Address key="address" address={deposit.address} />],
        [
          t("invoice.received"),
          <Money key="in" amountAtto={deposit.receivedAtto} {...unit} layout="token" />,
        ],
        [
          t("invoice.refunded"),
          <Money key="out" amountAtto={deposit.refundedAtto} {...unit} layout="token" />,
        ],
        [t("invoice.refundTo"), <Address key="refund" address={deposit.refundAddress} />],
      ]}
    />
  ));
}

function useDetails(invoice: Invoice): [string, ReactNode][] {
  const { t } = useTranslation("gateway");
  const { language } = usePreferences();
  const rows: [string, ReactNode][] = [
    [
      t("invoice.id"),
      <Group key="id" gap={4} wrap="nowrap">
        <Text fz="sm" ff="monospace" style={{ overflowWrap: "anywhere" }}>
          {invoice.id}
        </Text>
        <CopyIcon value={invoice.id} label={t("invoice.copyId")} />
      </Group>,
    ],
    [
      t("invoices.due"),
      <Money
        key="due"
        amountAtto={invoice.amountAtto}
        currency={invoice.paymentCurrency.address}
        symbol={invoice.paymentCurrency.symbol}
        decimals={invoice.paymentCurrency.decimals}
        layout="token"
      />,
    ],
  ];
  if (invoice.rate) {
    rows.push([
      t("invoice.rate"),
      <Text key="rate" fz="sm">
        {t("invoice.rateFrom", { source: invoice.rate.source })} · <RelativeTime atSec={invoice.rate.atSec} />
      </Text>,
    ]);
  }
  for (const line of invoice.taxLines) {
    rows.push([
      `${line.name} (${formatBps(line.rateBps, language)})`,
      t("invoice.taxIncluded", { amount: priceText(line.amount, invoice.currency, language) }),
    ]);
  }
  if (invoice.description) rows.push([t("invoice.description"), invoice.description]);
  if (invoice.orderReference) rows.push([t("invoice.reference"), invoice.orderReference]);
  if (invoice.customer?.name) rows.push([t("invoice.customer"), invoice.customer.name]);
  if (invoice.customer?.email) rows.push([t("invoice.email"), invoice.customer.email]);
  if (invoice.shipToCountry) rows.push([t("invoice.shipTo"), countryName(invoice.shipToCountry, language)]);
  rows.push(
    [t("invoice.shipBy"), formatDuration(invoice.shipBySec, language)],
    [t("invoice.release"), formatDuration(invoice.releaseSec, language)],
    [t("invoice.arbiter"), <Address key="arbiter" address={invoice.arbiter} />],
    [t("invoices.created"), <RelativeTime key="created" atSec={invoice.createdAtSec} />],
    [t("invoice.expires"), <RelativeTime key="expires" atSec={invoice.expiresAtSec} />],
  );
  if (invoice.markedBy) rows.push([t("invoice.markedBy"), <Address key="by" address={invoice.markedBy} />]);
  for (const [name, value] of Object.entries(invoice.metadata)) rows.push([name, value]);
  return rows;
}

function Facts({ title, rows }: { title: string; rows: [string, ReactNode][] }) {
  return (
    <Card>
      <Title order={2} fz="md" mb="sm">
        {title}
      </Title>
      <DataList withDivider labelWidth="140px">
        {rows.map(([label, value]) => (
          <DataList.Item key={label}>
            <DataList.ItemLabel>{label}</DataList.ItemLabel>
            <DataList.ItemValue miw={0}>{value}</DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList>
    </Card>
  );
}
