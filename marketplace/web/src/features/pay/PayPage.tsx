/**
 * Pays a merchant's gateway invoice with the wallet of this app: the merchant's signed intent goes to Checkout.pay.
 * Live status comes from the gateway's event stream; no sign-in needed.
 */
import { Alert, Badge, Button, Card, DataList, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconShieldCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { request } from "../../api/http.ts";
import { queryClient } from "../../api/queryClient.ts";
import { Address } from "../../components/Address.tsx";
import { Money } from "../../components/Money.tsx";
import { usePageTitle } from "../../components/Page.tsx";
import { errorText, QueryView } from "../../components/QueryStates.tsx";
import { Countdown, useNowSec } from "../../components/Time.tsx";
import { formatDuration } from "../../format/time.ts";
import { usePreferences } from "../../preferences.ts";
import { runTransaction } from "../../tx/transactions.ts";
import { requireAccount } from "../../wallet/connection.ts";
import { PayerCard } from "../checkout/PayerCard.tsx";
import type { PublicInvoice } from "./invoice.ts";

export default function PayPage() {
  const { t } = useTranslation("pay");
  const { invoiceId = "" } = useParams();
  usePageTitle(t("title"));
  const query = useInvoice(invoiceId);
  return (
    <Stack maw={560} mx="auto" py="xl" gap="lg">
      <QueryView query={query} skeleton={<Skeleton height={420} radius="lg" />}>
        {(invoice) => <InvoiceView invoice={invoice} />}
      </QueryView>
    </Stack>
  );
}

function useInvoice(invoiceId: string) {
  const path = `/gateway/v1/invoices/${encodeURIComponent(invoiceId)}`;
  useEffect(() => {
    const stream = new EventSource(`${path}/events`);
    stream.addEventListener("invoice", (event) => {
      queryClient.setQueryData(["invoice", invoiceId], JSON.parse((event as MessageEvent<string>).data));
    });
    return () => stream.close();
  }, [path, invoiceId]);
  return useQuery({
    queryKey: ["invoice", invoiceId],
    queryFn: ({ signal }) => request<PublicInvoice>(`${path}/public`, { signal }),
    refetchInterval: 15_000,
  });
}

function InvoiceView({ invoice }: { invoice: PublicInvoice }) {
  const { t } = useTranslation(["pay", "common"]);
  const { language } = usePreferences();
  const nowSec = useNowSec();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { paymentCurrency } = invoice;
  const isOpen = invoice.status === "New" && invoice.payment === null && nowSec <= invoice.expiresAtSec;
  const amount = (
    <Money
      amountAtto={invoice.amountAtto}
      currency={paymentCurrency.address}
      {...(paymentCurrency.symbol === "CMT"
        ? {}
        : { symbol: paymentCurrency.symbol, decimals: paymentCurrency.decimals })}
      size="xl"
    />
  );

  const pay = async () => {
    setProblem(null);
    setBusy(true);
    try {
      const account = await requireAccount();
      if (!account) return;
      const { prepareInvoiceSteps } = await import("./payInvoice.ts");
      const steps = await prepareInvoiceSteps(account, invoice, { approve: t("approve"), pay: t("pay") });
      await runTransaction({
        title: t("payTitle", { merchant: invoice.merchant.name }),
        details: [
          { label: t("amount"), value: amount },
          {
            label: t("merchant"),
            value: <Address address={invoice.merchant.address} name={invoice.merchant.name} isStatic />,
          },
        ],
        note: t("note"),
        confirmLabel: t("pay"),
        steps,
        doneText: t("done"),
        invalidate: [["invoice", invoice.id], ["orders"]],
        closesWhenDone: true,
      });
    } catch (error) {
      setProblem(errorText(error, t));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Card padding="xl">
        <Stack>
          <Group justify="space-between">
            <Text c="dimmed">{invoice.merchant.name}</Text>
            <Badge color={invoice.status === "Settled" ? "jade" : isOpen ? "blue" : "gray"}>
              {t(`status.${invoice.status}`)}
            </Badge>
          </Group>
          <Title order={1}>{invoice.description ?? t("title")}</Title>
          {amount}
          <DataList withDivider labelWidth="45%">
            <DataList.Item>
              <DataList.ItemLabel>{t("price")}</DataList.ItemLabel>
              <DataList.ItemValue>
                {invoice.amount} {invoice.currency}
              </DataList.ItemValue>
            </DataList.Item>
            {invoice.taxLines.map((line) => (
              <DataList.Item key={line.name}>
                <DataList.ItemLabel>{t("including", { name: line.name })}</DataList.ItemLabel>
                <DataList.ItemValue>
                  {line.amount} {invoice.currency}
                </DataList.ItemValue>
              </DataList.Item>
            ))}
            <DataList.Item>
              <DataList.ItemLabel>{t("shipBy")}</DataList.ItemLabel>
              <DataList.ItemValue>{formatDuration(invoice.shipBySec, language)}</DataList.ItemValue>
            </DataList.Item>
            <DataList.Item>
              <DataList.ItemLabel>{t("arbiter")}</DataList.ItemLabel>
              <DataList.ItemValue>
                <Address address={invoice.arbiter} />
              </DataList.ItemValue>
            </DataList.Item>
            {isOpen && (
              <DataList.Item>
                <DataList.ItemLabel>{t("expires")}</DataList.ItemLabel>
                <DataList.ItemValue>
                  <Countdown untilSec={invoice.expiresAtSec} nowSec={nowSec} />
                </DataList.ItemValue>
              </DataList.Item>
            )}
          </DataList>
          {problem && (
            <Alert color="red" variant="light" role="alert">
              {problem}
            </Alert>
          )}
          <InvoiceOutcome invoice={invoice} isOpen={isOpen} />
          {isOpen && (
            <Button size="lg" onClick={pay} loading={isBusy}>
              {t("pay")}
            </Button>
          )}
          <Group gap={8} wrap="nowrap" c="dimmed">
            <IconShieldCheck size={18} aria-hidden style={{ flex: "none" }} />
            <Text size="sm">{t("note")}</Text>
          </Group>
        </Stack>
      </Card>
      {isOpen && <PayerCard />}
    </>
  );
}

function InvoiceOutcome({ invoice, isOpen }: { invoice: PublicInvoice; isOpen: boolean }) {
  const { t } = useTranslation("pay");
  if (invoice.payment) {
    return (
      <Alert variant="light" title={t("paidTitle")}>
        <Group>
          <Link to={`/orders/${invoice.payment.orderId}`}>{t("toOrder")}</Link>
          {invoice.redirectUrl && (
            <a href={invoice.redirectUrl}>{t("toShop", { merchant: invoice.merchant.name })}</a>
          )}
        </Group>
      </Alert>
    );
  }
  if (isOpen) return null;
  return (
    <Alert variant="light" color="orange">
      {t("closed")}
    </Alert>
  );
}
