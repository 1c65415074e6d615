/** Accounts of the built-in wallet, their backup, and locking. Browser wallets keep their own keys. */
import {
  ActionIcon,
  Alert,
  Badge,
  Button,
  Card,
  Group,
  Menu,
  Modal,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { IconDots, IconDownload, IconKey, IconLock, IconPlus, IconTrash } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Identicon, shortAddress } from "../../components/Address.tsx";
import { useStore } from "../../persistentStore.ts";
import {
  addDerivedAccount,
  exportKeystore,
  hasVault,
  isUnlockedStore,
  lock,
  NoMnemonicError,
  removeVault,
  renameAccount,
  revealMnemonic,
} from "../../wallet/builtin.ts";
import { type AccountInfo, connect, openWalletDialog, useWallet } from "../../wallet/connection.ts";
import { UserRejectedError } from "../../wallet/prompts.ts";
import { WrongPasswordError } from "../../wallet/vault.ts";
import { Words } from "../../wallet/Words.tsx";

type Dialog = { kind: "phrase" | "remove" } | { kind: "keystore" | "rename"; account: AccountInfo };

export default function Security() {
  const { t } = useTranslation("walletPage");
  const wallet = useWallet();
  const isUnlocked = useStore(isUnlockedStore);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const addAccount = async () => {
    setProblem(null);
    try {
      await addDerivedAccount();
    } catch (error) {
      if (error instanceof NoMnemonicError) setProblem(t("security.noPhrase"));
      else if (!(error instanceof UserRejectedError)) setProblem(String(error));
    }
  };
  return (
    <Stack gap="lg">
      {wallet.kind === "injected" && (
        <Alert variant="light" color="gray">
          {t("security.injected")}
        </Alert>
      )}
      <Card component="section" aria-labelledby="accounts-title">
        <Group justify="space-between" mb="sm">
          <Title order={2} size="h3" id="accounts-title">
            {t("security.accounts")}
          </Title>
          {isUnlocked && (
            <Button
              variant="subtle"
              size="sm"
              leftSection={<IconLock size={16} aria-hidden />}
              onClick={lock}
            >
              {t("security.lock")}
            </Button>
          )}
        </Group>
        <Stack gap="xs">
          {wallet.accounts.map((account) => (
            <AccountRow key={account.address} account={account} onDialog={setDialog} />
          ))}
          {problem && (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {problem}
            </Text>
          )}
          <Group mt="xs">
            {wallet.accounts.length > 0 && (
              <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={addAccount}>
                {t("security.add")}
              </Button>
            )}
            <Button
              variant="default"
              leftSection={<IconDownload size={18} aria-hidden />}
              onClick={() => openWalletDialog("import")}
            >
              {t("security.import")}
            </Button>
          </Group>
        </Stack>
      </Card>
      {hasVault() && (
        <Card component="section" aria-labelledby="backup-title">
          <Title order={2} size="h3" id="backup-title">
            {t("security.backUp")}
          </Title>
          <Text size="sm" c="dimmed" mb="md" maw="60ch">
            {t("security.backUpText")}
          </Text>
          <Group>
            <Button
              leftSection={<IconKey size={18} aria-hidden />}
              onClick={() => setDialog({ kind: "phrase" })}
            >
              {t("security.showPhrase")}
            </Button>
            <Button
              variant="subtle"
              color="red"
              leftSection={<IconTrash size={18} aria-hidden />}
              onClick={() => setDialog({ kind: "remove" })}
            >
              {t("security.remove")}
            </Button>
          </Group>
        </Card>
      )}
      {dialog && <SecurityDialog dialog={dialog} onClose={() => setDialog(null)} />}
    </Stack>
  );
}

function AccountRow({ account, onDialog }: { account: AccountInfo; onDialog: (dialog: Dialog) => void }) {
  const { t } = useTranslation("walletPage");
  const { address } = useWallet();
  const isActive = address === account.address;
  return (
    <Group justify="space-between" wrap="nowrap">
      <Group gap="sm" wrap="nowrap" miw={0}>
        <Identicon address={account.address} size={32} />
        <Stack gap={0} miw={0}>
          <Text fw={550} truncate>
            {account.name || shortAddress(account.address)}
          </Text>
          {account.name && (
            <Text size="xs" c="dimmed">
              {shortAddress(account.address)}
            </Text>
          )}
        </Stack>
        {isActive && <Badge>{t("security.active")}</Badge>}
      </Group>
      <Menu position="bottom-end" withArrow>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t("security.more", { account: account.name || shortAddress(account.address) })}
          >
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {!isActive && (
            <Menu.Item onClick={() => connect({ kind: "builtin", address: account.address })}>
              {t("security.use")}
            </Menu.Item>
          )}
          <Menu.Item onClick={() => onDialog({ kind: "rename", account })}>{t("security.rename")}</Menu.Item>
          <Menu.Item onClick={() => onDialog({ kind: "keystore", account })}>
            {t("security.keystore")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}

function SecurityDialog({ dialog, onClose }: { dialog: Dialog; onClose: () => void }) {
  const { t } = useTranslation(["walletPage", "wallet", "common"]);
  const [text, setText] = useState(dialog.kind === "rename" ? dialog.account.name : "");
  const [phrase, setPhrase] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      if (dialog.kind === "rename") {
        renameAccount(dialog.account.address, text.trim().slice(0, 40));
        onClose();
      } else if (dialog.kind === "keystore") {
        download(await exportKeystore(dialog.account.address, text), `${dialog.account.address}.json`);
        onClose();
      } else {
        const words = await revealMnemonic(text);
        if (dialog.kind === "remove") {
          removeVault();
          onClose();
        } else if (words) setPhrase(words);
        else setProblem(t("security.noPhrase"));
      }
    } catch (error) {
      setProblem(error instanceof WrongPasswordError ? t("wallet:password.wrong") : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`security.dialog.${dialog.kind}.title`)}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      {phrase ? (
        <Stack>
          <Words mnemonic={phrase} />
          <Alert variant="light" color="orange">
            {t("wallet:backUp.warning")}
          </Alert>
          <Button onClick={onClose}>{t("common:close")}</Button>
        </Stack>
      ) : (
        <form onSubmit={submit}>
          <Stack>
            <Text size="sm" c="dimmed">
              {t(`security.dialog.${dialog.kind}.text`)}
            </Text>
            {dialog.kind === "rename" ? (
              <TextInput
                label={t("security.name")}
                value={text}
                maxLength={40}
                onChange={(event) => setText(event.currentTarget.value)}
                data-autofocus
              />
            ) : (
              <PasswordInput
                label={t("wallet:password.label")}
                value={text}
                onChange={(event) => setText(event.currentTarget.value)}
                error={problem}
                autoComplete="current-password"
                data-autofocus
                required
              />
            )}
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose} disabled={isBusy}>
                {t("common:cancel")}
              </Button>
              <Button type="submit" loading={isBusy} color={dialog.kind === "remove" ? "red" : "jade"}>
                {t(`security.dialog.${dialog.kind}.action`)}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}

function download(text: string, fileName: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
