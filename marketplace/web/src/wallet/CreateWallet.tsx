/** Two steps for a newcomer: a password, then the twelve words (which may be written down later). */
import { Alert, Button, Checkbox, Group, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconKey } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useConfig } from "../api/config.ts";
import { addMnemonic, newMnemonic } from "./builtin.ts";
import type { Address, WalletDialogView } from "./connection.ts";
import { FaucetButton } from "./FaucetButton.tsx";
import { PasswordFields, validatePassword } from "./PasswordFields.tsx";
import { WrongPasswordError } from "./vault.ts";
import { Words } from "./Words.tsx";

interface CreateProps {
  onMade: (address: Address) => void;
  onDone: (address: Address) => void;
  onView: (view: WalletDialogView) => void;
}

export function CreateWallet({ onMade, onDone, onView }: CreateProps) {
  const { t } = useTranslation("wallet");
  const [made, setMade] = useState<{ address: Address; mnemonic: string } | null>(null);
  const form = useForm({
    initialValues: { password: "", repeat: "" },
    validate: (values) => validatePassword(values, t),
  });
  const create = form.onSubmit(async ({ password }) => {
    const mnemonic = newMnemonic();
    try {
      const address = await addMnemonic(mnemonic, password);
      onMade(address);
      setMade({ address, mnemonic });
    } catch (error) {
      form.setErrors({ password: error instanceof WrongPasswordError ? t("password.wrong") : String(error) });
    }
  });
  if (made) return <BackUp {...made} onDone={() => onDone(made.address)} />;
  return (
    <form onSubmit={create}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t("create.text")}
        </Text>
        <PasswordFields form={form} />
        <Button type="submit" size="md" loading={form.submitting} fullWidth>
          {t("create.action")}
        </Button>
        <Button variant="subtle" onClick={() => onView("import")} disabled={form.submitting}>
          {t("create.haveOne")}
        </Button>
      </Stack>
    </form>
  );
}

function BackUp({ address, mnemonic, onDone }: { address: Address; mnemonic: string; onDone: () => void }) {
  const { t } = useTranslation("wallet");
  const [isSaved, setSaved] = useState(false);
  const hasFaucet = useConfig().faucet !== null;
  return (
    <Stack>
      <Text fw={600}>{t("backUp.title")}</Text>
      <Text size="sm" c="dimmed">
        {t("backUp.text")}
      </Text>
      <Words mnemonic={mnemonic} />
      <Alert variant="light" color="orange" icon={<IconKey aria-hidden />}>
        {t("backUp.warning")}
      </Alert>
      <Checkbox
        label={t("backUp.saved")}
        checked={isSaved}
        onChange={(event) => setSaved(event.currentTarget.checked)}
      />
      {hasFaucet && <FaucetButton address={address} fullWidth />}
      <Group justify="space-between">
        <Button variant="subtle" color="gray" onClick={onDone} disabled={isSaved}>
          {t("backUp.later")}
        </Button>
        <Button onClick={onDone} disabled={!isSaved}>
          {t("backUp.done")}
        </Button>
      </Group>
    </Stack>
  );
}
