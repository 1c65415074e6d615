/** The wallet: what is there, moving it, what moved, and keeping the keys safe. */
import { Button, Card, Group, Skeleton, Stack, Tabs, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconArrowDownLeft, IconArrowUpRight, IconWallet } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { AddressDetail } from "../../../../src/api/schema/explorer.ts";
import { useConfig } from "../../api/config.ts";
import { request } from "../../api/http.ts";
import { Address } from "../../components/Address.tsx";
import { Money } from "../../components/Money.tsx";
import { Page } from "../../components/Page.tsx";
import { Empty } from "../../components/QueryStates.tsx";
import { type Address as AccountAddress, openWalletDialog, useWallet } from "../../wallet/connection.ts";
import { FaucetButton } from "../../wallet/FaucetButton.tsx";
import { useBalance } from "../../wallet/useBalance.ts";
import { Activity } from "./Activity.tsx";
import { Assets } from "./Assets.tsx";
import { Credits } from "./Credits.tsx";

const SendDialog = lazy(() => import("./SendDialog.tsx"));
const ReceiveDialog = lazy(() => import("./ReceiveDialog.tsx"));
const Security = lazy(() => import("./Security.tsx"));

const TABS = ["assets", "activity", "security"] as const;

export default function WalletPage() {
  const { t } = useTranslation("walletPage");
  const { address } = useWallet();
  return (
    <Page title={t("title")}>
      {address ? (
        <WalletView address={address} />
      ) : (
        <Empty
          title={t("none.title")}
          text={t("none.text")}
          icon={<IconWallet aria-hidden />}
          action={
            <Group justify="center">
              <Button onClick={() => openWalletDialog("create")}>{t("none.create")}</Button>
              <Button variant="default" onClick={() => openWalletDialog("choose")}>
                {t("none.connect")}
              </Button>
            </Group>
          }
        />
      )}
    </Page>
  );
}

function WalletView({ address }: { address: AccountAddress }) {
  const { t } = useTranslation("walletPage");
  const [params, setParams] = useSearchParams();
  const tab = TABS.find((name) => name === params.get("tab")) ?? "assets";
  const detail = useQuery({
    queryKey: ["balance", "assets", address],
    queryFn: ({ signal }) => request<AddressDetail>(`/api/explorer/addresses/${address}`, { signal }),
  });
  return (
    <Stack gap="lg">
      <Overview address={address} tokens={detail.data?.tokens ?? []} />
      <Credits address={address} />
      <Tabs
        value={tab}
        onChange={(value) => setParams({ tab: value ?? "assets" }, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {TABS.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="assets">
          <Assets address={address} query={detail} />
        </Tabs.Panel>
        <Tabs.Panel value="activity">
          <Activity address={address} />
        </Tabs.Panel>
        <Tabs.Panel value="security">
          <Suspense fallback={<Skeleton height={240} radius="lg" />}>
            <Security />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

function Overview({ address, tokens }: { address: AccountAddress; tokens: AddressDetail["tokens"] }) {
  const { t } = useTranslation("walletPage");
  const { name, kind } = useWallet();
  const balance = useBalance(address);
  const hasFaucet = useConfig().faucet !== null;
  const [isSending, send] = useDisclosure(false);
  const [isReceiving, receive] = useDisclosure(false);
  return (
    <Card padding="xl">
      <Group justify="space-between" align="flex-start">
        <Stack gap="xs">
          <Address address={address} name={name} size="md" />
          <Text size="sm" c="dimmed">
            {t(`kind.${kind ?? "builtin"}`)}
          </Text>
          {balance.data === undefined ? (
            <Skeleton height={56} width={180} />
          ) : (
            <Money amountAtto={balance.data} size="xl" />
          )}
        </Stack>
        <Group gap="sm">
          <Button leftSection={<IconArrowUpRight size={18} aria-hidden />} onClick={send.open}>
            {t("send.action")}
          </Button>
          <Button
            variant="default"
            leftSection={<IconArrowDownLeft size={18} aria-hidden />}
            onClick={receive.open}
          >
            {t("receive.action")}
          </Button>
          {hasFaucet && <FaucetButton address={address} />}
        </Group>
      </Group>
      <Suspense fallback={null}>
        {isSending && <SendDialog address={address} tokens={tokens} onClose={send.close} />}
        {isReceiving && <ReceiveDialog address={address} onClose={receive.close} />}
      </Suspense>
    </Card>
  );
}
