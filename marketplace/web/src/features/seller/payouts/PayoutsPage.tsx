/** Money: what can be taken out now, what still waits in escrow, what went where. */

import { escrowAbi } from "@cybermiles/contracts/abi/escrow";
import { merchantRegistryAbi } from "@cybermiles/contracts/abi/merchantRegistry";
import {
  Badge,
  Button,
  Card,
  Group,
  SimpleGrid,
  Skeleton,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { IconWallet } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PayoutEntry, Payouts } from "../../../../../src/api/schema/seller.ts";
import { useConfig } from "../../../api/config.ts";
import { request } from "../../../api/http.ts";
import { Address, TransactionLink } from "../../../components/Address.tsx";
import { Money } from "../../../components/Money.tsx";
import { Page } from "../../../components/Page.tsx";
import { Empty, PagedList, QueryView, usePages } from "../../../components/QueryStates.tsx";
import { RelativeTime } from "../../../components/Time.tsx";
import { runTransaction } from "../../../tx/transactions.ts";
import { DataTable, TableSkeleton } from "../../workspace/DataTable.tsx";
import { useSellerSummary } from "../useSellerSummary.ts";

export function PayoutsPage() {
  const { t } = useTranslation("seller");
  const query = useQuery({
    queryKey: ["seller", "payouts", "balances"],
    queryFn: ({ signal }) => request<Payouts>("/api/seller/payouts", { query: { limit: 1 }, signal }),
    refetchInterval: 15_000,
  });
  return (
    <Page title={t("payouts.title")} text={t("payouts.text")}>
      <Stack gap="xl">
        <QueryView query={query} skeleton={<Skeleton height={160} radius="lg" />}>
          {(payouts) => <Balances payouts={payouts} />}
        </QueryView>
        <PayoutAddress />
        <History />
      </Stack>
    </Page>
  );
}

type Withdrawable = Payouts["withdrawable"][number];

function Balances({ payouts }: { payouts: Payouts }) {
  const { t } = useTranslation("seller");
  const due = payouts.withdrawable.filter((money) => BigInt(money.amountAtto) > 0n);
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      <Card>
        <Title order={2} fz="md" mb="md">
          {t("payouts.ready")}
        </Title>
        {due.length === 0 ? (
          <Empty
            title={t("payouts.nothing")}
            text={t("payouts.nothingHint")}
            icon={<IconWallet aria-hidden />}
          />
        ) : (
          <Stack gap="md">
            {due.map((money) => (
              <WithdrawRow key={`${money.account}-${money.currency}`} money={money} />
            ))}
          </Stack>
        )}
      </Card>
      <Card>
        <Title order={2} fz="md" mb="md">
          {t("overview.inEscrow")}
        </Title>
        {payouts.inEscrow.length === 0 ? (
          <Text c="dimmed" fz="sm">
            {t("payouts.noEscrow")}
          </Text>
        ) : (
          <Stack gap="md">
            {payouts.inEscrow.map((money) => (
              <Money key={money.currency} amountAtto={money.amountAtto} currency={money.currency} size="lg" />
            ))}
            <Text fz="sm" c="dimmed">
              {t("payouts.escrowHint")}
            </Text>
          </Stack>
        )}
      </Card>
    </SimpleGrid>
  );
}

function WithdrawRow({ money }: { money: Withdrawable }) {
  const { t } = useTranslation("seller");
  const { contracts } = useConfig();
  const withdraw = () =>
    runTransaction({
      title: t("payouts.withdrawTitle"),
      details: [
        {
          label: t("orders.amount"),
          value: <Money amountAtto={money.amountAtto} currency={money.currency} layout="inline" size="sm" />,
        },
        { label: t("payouts.to"), value: <Address address={money.account} /> },
      ],
      confirmLabel: t("payouts.withdraw"),
      steps: [
        {
          label: t("payouts.withdrawTitle"),
          call: {
            address: contracts.escrow,
            abi: escrowAbi,
            functionName: "withdraw",
            args: [money.account, money.currency],
          },
        },
      ],
      doneText: t("payouts.withdrawn"),
      invalidate: [["seller"]],
    });
  return (
    <Group justify="space-between">
      <Stack gap={4}>
        <Money amountAtto={money.amountAtto} currency={money.currency} size="xl" />
        <Address address={money.account} />
      </Stack>
      <Button onClick={withdraw}>{t("payouts.withdraw")}</Button>
    </Group>
  );
}

function PayoutAddress() {
  const { t } = useTranslation("seller");
  const { contracts } = useConfig();
  const { data } = useSellerSummary(30);
  const [isEditing, setEditing] = useState(false);
  const [text, setText] = useState("");
  const [isBad, setBad] = useState(false);
  const current = data?.seller.payout;
  if (!current) return <Skeleton height={96} radius="lg" />;
  const change = (event: FormEvent) => {
    event.preventDefault();
    if (!/^0x[0-9a-fA-F]{40}$/.test(text.trim())) return setBad(true);
    return runTransaction({
      title: t("payouts.changeTitle"),
      details: [
        { label: t("payouts.from"), value: <Address address={current} /> },
        { label: t("payouts.to"), value: <Address address={text.trim()} /> },
      ],
      note: t("payouts.changeNote"),
      confirmLabel: t("payouts.change"),
      steps: [
        {
          label: t("payouts.changeTitle"),
          call: {
            address: contracts.merchantRegistry,
            abi: merchantRegistryAbi,
            functionName: "setPayout",
            args: [text.trim()],
          },
        },
      ],
      doneText: t("payouts.changed"),
      invalidate: [["seller"]],
      isDangerous: true,
    }).then((outcome) => {
      if (outcome) setEditing(false);
    });
  };
  return (
    <Card>
      <Group justify="space-between">
        <div>
          <Title order={2} fz="md">
            {t("payouts.address")}
          </Title>
          <Text fz="sm" c="dimmed" mb="xs">
            {t("payouts.addressHint")}
          </Text>
          <Address address={current} size="md" />
        </div>
        {!isEditing && (
          <Button variant="default" onClick={() => setEditing(true)}>
            {t("payouts.change")}
          </Button>
        )}
      </Group>
      {isEditing && (
        <form onSubmit={change} noValidate>
          <Group align="flex-start" mt="md" gap="sm">
            <TextInput
              flex="1 1 280px"
              label={t("payouts.newAddress")}
              placeholder="0x…"
              value={text}
              error={isBad ? t("payouts.badAddress") : null}
              onChange={(event) => {
                setText(event.currentTarget.value);
                setBad(false);
              }}
              data-autofocus
            />
            <Group gap="sm" mt={25}>
              <Button variant="default" onClick={() => setEditing(false)}>
                {t("cancel", { ns: "common" })}
              </Button>
              <Button type="submit">{t("payouts.change")}</Button>
            </Group>
          </Group>
        </form>
      )}
    </Card>
  );
}

function History() {
  const { t } = useTranslation("seller");
  const query = usePages<PayoutEntry>(["seller", "payouts"], "/api/seller/payouts");
  return (
    <section>
      <Title order={2} mb="md">
        {t("payouts.history")}
      </Title>
      <PagedList
        query={query}
        skeleton={<TableSkeleton />}
        empty={{ title: t("payouts.noHistory"), text: t("payouts.noHistoryHint") }}
      >
        {(entries) => (
          <DataTable
            label={t("payouts.history")}
            rows={entries}
            rowKey={(entry) =>
              `${entry.transactionHash}-${entry.kind}-${entry.orderId ?? ""}-${entry.currency}-${entry.account}`
            }
            columns={[
              {
                key: "kind",
                label: t("payouts.kind"),
                render: (entry) => (
                  <Group gap="xs">
                    <Badge color={entry.kind === "credit" ? "jade" : "gray"}>
                      {t(`payouts.${entry.kind}`)}
                    </Badge>
                    {entry.orderId && <Text fz="sm">{t("orders.number", { id: entry.orderId })}</Text>}
                  </Group>
                ),
              },
              {
                key: "amount",
                label: t("orders.amount"),
                align: "end",
                render: (entry) => (
                  <Money amountAtto={entry.amountAtto} currency={entry.currency} size="sm" align="end" />
                ),
              },
              {
                key: "to",
                label: t("payouts.to"),
                render: (entry) => <Address address={entry.to ?? entry.account} />,
              },
              {
                key: "hash",
                label: t("payouts.transaction"),
                render: (entry) => <TransactionLink hash={entry.transactionHash} />,
              },
              { key: "at", label: t("payouts.at"), render: (entry) => <RelativeTime atSec={entry.atSec} /> },
            ]}
          />
        )}
      </PagedList>
    </section>
  );
}
