/** How to reach the chain, ready to copy, and the button that puts it into a browser wallet. */
import { Alert, Avatar, Button, Card, DataList, Group, Menu, Stack, Text, Title } from "@mantine/core";
import { IconCheck, IconPlus } from "@tabler/icons-react";
import { useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { CopyIcon } from "../../components/Address.tsx";
import { explainError, isRejection } from "../../tx/explainError.ts";
import { listProviders, subscribeProviders } from "../../wallet/injected.ts";
import { addChainParameters, type NetworkFacts } from "./snippets.ts";

export function NetworkCard({ facts, hasFaucet }: { facts: NetworkFacts; hasFaucet: boolean }) {
  const { t } = useTranslation("developers");
  const rows = [
    [t("network.name"), facts.name],
    [t("network.chainId"), String(facts.chainId)],
    [t("network.rpc"), facts.rpcUrl],
    [t("network.ws"), facts.wsUrl],
    [t("network.explorer"), facts.explorerUrl],
    [t("network.symbol"), "CMT"],
  ] as const;
  return (
    <Card>
      <Group justify="space-between" align="flex-start" mb="md">
        <div>
          <Title order={2}>{t("network.title")}</Title>
          {hasFaucet && (
            <Text fz="sm" c="dimmed">
              {t("network.faucet")}
            </Text>
          )}
        </div>
        <AddToWallet facts={facts} />
      </Group>
      <DataList withDivider labelWidth="96px">
        {rows.map(([label, value]) => (
          <DataList.Item key={label}>
            <DataList.ItemLabel>{label}</DataList.ItemLabel>
            <DataList.ItemValue miw={0}>
              <Group gap={4} wrap="nowrap">
                <Text fz="sm" ff="monospace" style={{ overflowWrap: "anywhere" }}>
                  {value}
                </Text>
                <CopyIcon value={value} label={t("network.copy", { name: label })} />
              </Group>
            </DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList>
    </Card>
  );
}

type Outcome = { kind: "added" } | { kind: "problem"; text: string } | null;

/** One browser wallet: a button; several: a menu of them; none: how to get one. */
function AddToWallet({ facts }: { facts: NetworkFacts }) {
  const { t } = useTranslation(["developers", "errors"]);
  const wallets = useSyncExternalStore(subscribeProviders, listProviders);
  const [outcome, setOutcome] = useState<Outcome>(null);
  const [isBusy, setBusy] = useState(false);

  const addTo = async (wallet: (typeof wallets)[number] | undefined) => {
    setOutcome(null);
    if (!wallet) return setOutcome({ kind: "problem", text: t("network.noWallet") });
    setBusy(true);
    try {
      await wallet.provider.request({
        method: "wallet_addEthereumChain",
        params: [addChainParameters(facts)],
      });
      setOutcome({ kind: "added" });
    } catch (error) {
      if (!isRejection(error)) setOutcome({ kind: "problem", text: explainError(error, t) });
    }
    setBusy(false);
  };

  const isAdded = outcome?.kind === "added";
  const button = (
    <Button
      loading={isBusy}
      leftSection={isAdded ? <IconCheck size={18} aria-hidden /> : <IconPlus size={18} aria-hidden />}
      {...(wallets.length > 1 ? {} : { onClick: () => addTo(wallets[0]) })}
    >
      {isAdded ? t("network.added") : t("network.add")}
    </Button>
  );
  return (
    <Stack gap="xs" align="flex-end">
      {wallets.length > 1 ? (
        <Menu>
          <Menu.Target>{button}</Menu.Target>
          <Menu.Dropdown>
            {wallets.map((wallet) => (
              <Menu.Item
                key={wallet.info.uuid}
                leftSection={<Avatar src={wallet.info.icon} size={20} radius="sm" alt="" />}
                onClick={() => addTo(wallet)}
              >
                {wallet.info.name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : (
        button
      )}
      <div aria-live="polite">
        {outcome?.kind === "problem" && (
          <Alert color="orange" variant="light" p="xs" maw={360}>
            {outcome.text}
          </Alert>
        )}
      </div>
    </Stack>
  );
}
