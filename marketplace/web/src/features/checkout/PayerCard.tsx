/** Who pays: the connected account with its balance, or the ways to get one, without leaving the checkout. */
import { Button, Card, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconCirclePlus, IconWallet } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useConfig } from "../../api/config.ts";
import { Address } from "../../components/Address.tsx";
import { Money } from "../../components/Money.tsx";
import { openWalletDialog, useWallet } from "../../wallet/connection.ts";
import { FaucetButton } from "../../wallet/FaucetButton.tsx";
import { useBalance } from "../../wallet/useBalance.ts";

export function PayerCard() {
  const { t } = useTranslation("checkout");
  const { address, name } = useWallet();
  const balance = useBalance(address);
  const hasFaucet = useConfig().faucet !== null;
  if (!address) {
    return (
      <Card component="section" aria-labelledby="payer-title">
        <Title order={2} size="h3" id="payer-title">
          {t("payer.newTitle")}
        </Title>
        <Text size="sm" c="dimmed" mb="md">
          {t("payer.newText")}
        </Text>
        <Group>
          <Button
            leftSection={<IconCirclePlus size={18} aria-hidden />}
            onClick={() => openWalletDialog("create")}
          >
            {t("payer.create")}
          </Button>
          <Button
            variant="default"
            leftSection={<IconWallet size={18} aria-hidden />}
            onClick={() => openWalletDialog("choose")}
          >
            {t("payer.connect")}
          </Button>
        </Group>
      </Card>
    );
  }
  return (
    <Card component="section" aria-labelledby="payer-title">
      <Title order={2} size="h3" id="payer-title" mb="sm">
        {t("payer.title")}
      </Title>
      <Group justify="space-between">
        <Stack gap={4}>
          <Address address={address} name={name} size="md" />
          {balance.data === undefined ? (
            <Skeleton height={24} width={140} />
          ) : (
            <Money amountAtto={balance.data} layout="inline" size="sm" />
          )}
        </Stack>
        <Group gap="xs">
          {hasFaucet && balance.data === 0n && <FaucetButton address={address} />}
          <Button variant="subtle" onClick={() => openWalletDialog("choose")}>
            {t("payer.change")}
          </Button>
        </Group>
      </Group>
    </Card>
  );
}
