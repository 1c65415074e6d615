/** First view of the wallet dialog. */
import { Alert, Badge, Button, Divider, Group, Image, Stack, Text, UnstyledButton } from "@mantine/core";
import { IconChevronRight, IconCirclePlus, IconDownload } from "@tabler/icons-react";
import type { EIP6963ProviderDetail } from "mipd";
import { type ReactNode, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { Identicon, shortAddress } from "../components/Address.tsx";
import { type Address, connect, useWallet, type WalletDialogView } from "./connection.ts";
import { connectProvider, listProviders, subscribeProviders } from "./injected.ts";
import classes from "./Wallet.module.css";

interface ChooseProps {
  onView: (view: WalletDialogView) => void;
  onDone: (address: Address) => void;
}

export function ChooseWallet({ onView, onDone }: ChooseProps) {
  const { t } = useTranslation("wallet");
  const wallet = useWallet();
  const providers = useSyncExternalStore(subscribeProviders, listProviders);
  const [problem, setProblem] = useState<string | null>(null);
  const choose = async (detail: EIP6963ProviderDetail) => {
    setProblem(null);
    try {
      onDone(await connectProvider(detail));
    } catch {
      setProblem(t("choose.refused", { wallet: detail.info.name }));
    }
  };
  return (
    <Stack gap="xs">
      {wallet.accounts.map((account) => (
        <Row
          key={account.address}
          icon={<Identicon address={account.address} size={32} />}
          title={account.name || shortAddress(account.address)}
          text={account.name ? shortAddress(account.address) : t("choose.builtin")}
          badge={wallet.address === account.address ? t("choose.current") : undefined}
          onClick={() => {
            connect({ kind: "builtin", address: account.address });
            onDone(account.address);
          }}
        />
      ))}
      {providers.map((detail) => (
        <Row
          key={detail.info.uuid}
          icon={<Image src={detail.info.icon} w={32} h={32} radius="sm" alt="" />}
          title={detail.info.name}
          text={t("choose.browserWallet")}
          onClick={() => choose(detail)}
        />
      ))}
      {problem && (
        <Alert color="red" variant="light">
          {problem}
        </Alert>
      )}
      {wallet.accounts.length + providers.length > 0 && <Divider my={4} label={t("choose.or")} />}
      {wallet.accounts.length === 0 && (
        <Text size="sm" c="dimmed" mb={4}>
          {t("choose.text")}
        </Text>
      )}
      <Button
        size="md"
        variant={wallet.accounts.length === 0 ? "filled" : "default"}
        leftSection={<IconCirclePlus size={20} aria-hidden />}
        onClick={() => onView("create")}
        fullWidth
      >
        {t("choose.create")}
      </Button>
      <Button
        size="md"
        variant="default"
        leftSection={<IconDownload size={20} aria-hidden />}
        onClick={() => onView("import")}
        fullWidth
      >
        {t("choose.import")}
      </Button>
    </Stack>
  );
}

function Row(props: {
  icon: ReactNode;
  title: string;
  text: string;
  badge?: string | undefined;
  onClick: () => void;
}) {
  return (
    <UnstyledButton className={classes.row ?? ""} onClick={props.onClick}>
      <Group wrap="nowrap" gap="sm">
        {props.icon}
        <div style={{ flex: 1, minWidth: 0 }}>
          <Text fw={550} truncate>
            {props.title}
          </Text>
          <Text size="xs" c="dimmed">
            {props.text}
          </Text>
        </div>
        {props.badge && <Badge>{props.badge}</Badge>}
        <IconChevronRight size={18} aria-hidden />
      </Group>
    </UnstyledButton>
  );
}
