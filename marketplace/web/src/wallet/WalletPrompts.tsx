/**
 * The built-in wallet's own dialogs: "what am I signing" in plain words, with the password where the vault is locked.
 * Agreeing unlocks; the signature itself is made by clients.ts.
 */
import { Alert, Button, Code, DataList, Group, Modal, PasswordInput, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconShieldLock } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useConfig } from "../api/config.ts";
import { Address } from "../components/Address.tsx";
import { Money } from "../components/Money.tsx";
import { RelativeTime } from "../components/Time.tsx";
import { useStore } from "../persistentStore.ts";
import { ensureVault, hasVault, isUnlockedStore } from "./builtin.ts";
import { MIN_PASSWORD_LENGTH } from "./PasswordFields.tsx";
import { type Prompt, UserRejectedError } from "./prompts.ts";
import { type Fact, readRequest } from "./readRequest.ts";
import { WrongPasswordError } from "./vault.ts";

export default function WalletPrompts({ prompt }: { prompt: Prompt }) {
  const { t } = useTranslation("wallet");
  const isUnlocked = useStore(isUnlockedStore);
  const [wasLocked] = useState(!isUnlocked);
  // Those who sign with a browser wallet have no vault yet: this password will protect their message key.
  const [isNew] = useState(!hasVault());
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const agree = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(null);
    if (isNew && password.length < MIN_PASSWORD_LENGTH) {
      return setProblem(t("password.short", { count: MIN_PASSWORD_LENGTH }));
    }
    setBusy(true);
    try {
      if (wasLocked) await ensureVault(password);
      prompt.resolve();
    } catch (error) {
      setProblem(error instanceof WrongPasswordError ? t("password.wrong") : String(error));
      setBusy(false);
    }
  };
  const decline = () => prompt.reject(new UserRejectedError());
  return (
    <Modal
      opened
      onClose={decline}
      title={prompt.kind === "sign" ? t("sign.title") : isNew ? t("protect.title") : t("unlock.title")}
      zIndex={300}
      closeButtonProps={{ "aria-label": t("sign.decline") }}
    >
      <form onSubmit={agree}>
        <Stack>
          {prompt.kind === "unlock" ? (
            <Text size="sm">{isNew ? t("protect.text") : t("unlock.text")}</Text>
          ) : (
            <Reading prompt={prompt} />
          )}
          {wasLocked && (
            <PasswordInput
              label={isNew ? t("password.new") : t("password.label")}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              error={problem}
              autoComplete={isNew ? "new-password" : "current-password"}
              leftSection={<IconShieldLock size={18} aria-hidden />}
              data-autofocus
              required
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={decline} disabled={isBusy}>
              {t("sign.decline")}
            </Button>
            <Button type="submit" loading={isBusy} data-autofocus={!wasLocked || undefined}>
              {prompt.kind === "sign" ? t("sign.agree") : isNew ? t("common:continue") : t("unlock.action")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Reading({ prompt }: { prompt: Extract<Prompt, { kind: "sign" }> }) {
  const { t } = useTranslation("wallet");
  const config = useConfig();
  const reading = readRequest(prompt.request, config);
  const sentence = t(`read.${reading.sentence}`, { ...reading.values, defaultValue: t("read.unknownCall") });
  return (
    <Stack gap="sm">
      <Text fw={600} fz="lg" lh={1.4}>
        {sentence}
      </Text>
      {reading.isUnknown && (
        <Alert color="orange" variant="light" icon={<IconAlertTriangle aria-hidden />}>
          {t("sign.unknown")}
        </Alert>
      )}
      <DataList withDivider labelWidth="36%">
        {reading.facts.map((fact) => (
          <DataList.Item key={`${fact.label}-${fact.kind}`}>
            <DataList.ItemLabel>{t(`read.fact.${fact.label}`)}</DataList.ItemLabel>
            <DataList.ItemValue>
              <FactValue fact={fact} />
            </DataList.ItemValue>
          </DataList.Item>
        ))}
        <DataList.Item>
          <DataList.ItemLabel>{t("sign.account")}</DataList.ItemLabel>
          <DataList.ItemValue>
            <Address address={prompt.address} isStatic />
          </DataList.ItemValue>
        </DataList.Item>
      </DataList>
      <details>
        <Text component="summary" size="sm" c="dimmed" style={{ cursor: "pointer" }}>
          {t("sign.showRaw")}
        </Text>
        <Code block mt={8} mah={220} style={{ overflow: "auto" }} tabIndex={0} aria-label={t("sign.raw")}>
          {reading.raw}
        </Code>
      </details>
    </Stack>
  );
}

function FactValue({ fact }: { fact: Fact }) {
  const { t } = useTranslation("wallet");
  if (fact.kind === "money")
    return <Money amountAtto={fact.amountAtto} currency={fact.currency} layout="inline" size="sm" />;
  if (fact.kind === "address") return <Address address={fact.address} isStatic />;
  if (fact.kind === "time") return <RelativeTime atSec={fact.atSec} />;
  const isContract = fact.label === "contract" || fact.label === "spender";
  return (
    <Text size="sm" style={{ whiteSpace: "pre-wrap" }}>
      {isContract ? t(`read.contract.${fact.text}`, { defaultValue: fact.text }) : fact.text}
    </Text>
  );
}
