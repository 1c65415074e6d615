/** The visitor's reward tokens at every shop: what they are worth there, what is on its way, what can be claimed. */
import { rewardsProgramAbi } from "@cybermiles/contracts/abi/rewardsProgram";
import { Alert, Button, Card, Group, SimpleGrid, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconGift } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { RewardBalance, RewardBalances } from "../../../../src/api/schema/rewards.ts";
import { useConfig } from "../../api/config.ts";
import { request } from "../../api/http.ts";
import { shortAddress } from "../../components/Address.tsx";
import { Money } from "../../components/Money.tsx";
import { Page } from "../../components/Page.tsx";
import { Empty, QueryView } from "../../components/QueryStates.tsx";
import { RelativeTime } from "../../components/Time.tsx";
import { formatBps } from "../../format/money.ts";
import { usePreferences } from "../../preferences.ts";
import { runTransaction } from "../../tx/transactions.ts";
import { type Address, openWalletDialog, useWallet } from "../../wallet/connection.ts";

export default function RewardsPage() {
  const { t } = useTranslation(["rewards", "common"]);
  const { address } = useWallet();
  return (
    <Page title={t("title")} text={t("text")}>
      {address ? (
        <Balances address={address} />
      ) : (
        <Empty
          title={t("common:session.connectTitle")}
          text={t("common:session.connectText")}
          icon={<IconGift aria-hidden />}
          action={<Button onClick={() => openWalletDialog()}>{t("common:wallet.connect")}</Button>}
        />
      )}
    </Page>
  );
}

function Balances({ address }: { address: Address }) {
  const { t } = useTranslation("rewards");
  const query = useQuery({
    queryKey: ["rewards", address],
    queryFn: ({ signal }) => request<RewardBalances>(`/api/rewards/${address}`, { signal }),
  });
  return (
    <QueryView query={query} skeleton={<Skeleton height={220} radius="lg" />}>
      {({ data }) =>
        data.length === 0 ? (
          <Empty
            title={t("emptyTitle")}
            text={t("emptyText")}
            icon={<IconGift aria-hidden />}
            action={
              <Button component={Link} to="/search?reward=1">
                {t("browse")}
              </Button>
            }
          />
        ) : (
          <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="lg">
            {data.map((balance) => (
              <RewardCard key={balance.program.merchant} balance={balance} />
            ))}
          </SimpleGrid>
        )
      }
    </QueryView>
  );
}

function RewardCard({ balance }: { balance: RewardBalance }) {
  const { t } = useTranslation("rewards");
  const { language } = usePreferences();
  const { contracts } = useConfig();
  const { program, merchant } = balance;
  const claim = () =>
    runTransaction({
      title: t("claim.title"),
      confirmLabel: t("claim.action"),
      steps: balance.claimableOrderIds.map((orderId) => ({
        label: t("claim.step", { id: orderId }),
        call: {
          address: contracts.rewardsProgram,
          abi: rewardsProgramAbi,
          functionName: "settle",
          args: [BigInt(orderId)],
        },
      })),
      details: [{ label: t("claim.orders"), value: balance.claimableOrderIds.join(", ") }],
      doneText: t("claim.done"),
      invalidate: [["rewards"], ["orders"]],
    });
  return (
    <Card component="article">
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Title order={2} size="h3">
            <Link to={`/sellers/${program.merchant}`} style={{ color: "inherit", textDecoration: "none" }}>
              {merchant.name ?? shortAddress(program.merchant)}
            </Link>
          </Title>
          <Text size="sm" c="dimmed">
            {t("earn", { rate: formatBps(program.earnBps, language) })}
          </Text>
        </Group>
        <Money
          amountAtto={balance.balanceAtto}
          currency={program.token}
          symbol={program.symbol}
          decimals={18}
          layout="token"
          size="xl"
        />
        <Group justify="space-between" align="flex-start">
          <Text size="sm" c="dimmed">
            {t("worth")}
          </Text>
          <Money amountAtto={balance.valueAtto} currency={program.currency} size="sm" align="end" />
        </Group>
        {balance.pendingAtto !== "0" && (
          <Group justify="space-between">
            <Text size="sm" c="dimmed">
              {t("pending")}
            </Text>
            <Money
              amountAtto={balance.pendingAtto}
              currency={program.token}
              symbol={program.symbol}
              decimals={18}
              layout="token"
              size="sm"
            />
          </Group>
        )}
        {program.nextRateAtSec !== null && (
          <Alert variant="light" color="orange">
            {t("rateCut")} <RelativeTime atSec={program.nextRateAtSec} />
          </Alert>
        )}
        {balance.claimableOrderIds.length > 0 ? (
          <Button onClick={claim}>{t("claim.action")}</Button>
        ) : (
          <Button component={Link} to={`/sellers/${program.merchant}`} variant="light">
            {t("spend")}
          </Button>
        )}
      </Stack>
    </Card>
  );
}
