/** Bring an account along: recovery phrase, private key, or a keystore v3 file with its password. */
import { Button, FileInput, PasswordInput, SegmentedControl, Stack, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconFile } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { isHex, size } from "viem";
import { english } from "viem/accounts";
import { addMnemonic, addPrivateKey } from "./builtin.ts";
import type { Address, WalletDialogView } from "./connection.ts";
import { InvalidKeystoreError, readKeystoreV3 } from "./keystoreV3.ts";
import { PasswordFields, validatePassword } from "./PasswordFields.tsx";
import { WrongPasswordError } from "./vault.ts";

type Source = "phrase" | "key" | "file";

interface ImportProps {
  onDone: (address: Address) => void;
  onView: (view: WalletDialogView) => void;
}

export function ImportWallet({ onDone, onView }: ImportProps) {
  const { t } = useTranslation("wallet");
  const form = useForm({
    initialValues: {
      source: "phrase" as Source,
      phrase: "",
      key: "",
      file: null as File | null,
      filePassword: "",
      password: "",
      repeat: "",
    },
    validate: (values) => ({
      phrase: values.source === "phrase" && !isPhrase(values.phrase) ? t("import.badPhrase") : null,
      key: values.source === "key" && !isPrivateKey(values.key) ? t("import.badKey") : null,
      file: values.source === "file" && !values.file ? t("import.noFile") : null,
      ...validatePassword(values, t),
    }),
  });
  const submit = form.onSubmit(async (values) => {
    try {
      if (values.source === "phrase") return onDone(await addMnemonic(values.phrase, values.password));
      if (values.source === "key") return onDone(await addPrivateKey(normalKey(values.key), values.password));
    } catch (error) {
      const isPassword = error instanceof WrongPasswordError;
      return form.setErrors(
        isPassword ? { password: t("password.wrong") } : { phrase: t("import.badPhrase") },
      );
    }
    try {
      const key = await readKeystoreV3((await values.file?.text()) ?? "", values.filePassword);
      onDone(await addPrivateKey(key, values.password));
    } catch (error) {
      if (error instanceof InvalidKeystoreError) form.setErrors({ file: t("import.badFile") });
      else form.setErrors({ filePassword: t("password.wrong") });
    }
  });
  const { source } = form.values;
  return (
    <form onSubmit={submit}>
      <Stack>
        <SegmentedControl
          fullWidth
          aria-label={t("import.source")}
          data={[
            { value: "phrase", label: t("import.phrase") },
            { value: "key", label: t("import.key") },
            { value: "file", label: t("import.file") },
          ]}
          {...form.getInputProps("source")}
        />
        {source === "phrase" && (
          <Textarea
            label={t("import.phraseLabel")}
            description={t("import.phraseText")}
            autosize
            minRows={3}
            autoComplete="off"
            spellCheck={false}
            {...form.getInputProps("phrase")}
          />
        )}
        {source === "key" && (
          <PasswordInput label={t("import.keyLabel")} autoComplete="off" {...form.getInputProps("key")} />
        )}
        {source === "file" && (
          <>
            <FileInput
              label={t("import.fileLabel")}
              placeholder={t("import.filePlaceholder")}
              accept="application/json,.json"
              leftSection={<IconFile size={18} aria-hidden />}
              size="md"
              {...form.getInputProps("file")}
            />
            <PasswordInput
              label={t("import.filePassword")}
              autoComplete="off"
              {...form.getInputProps("filePassword")}
            />
          </>
        )}
        <PasswordFields form={form} />
        <Button type="submit" size="md" loading={form.submitting} fullWidth>
          {t("import.action")}
        </Button>
        <Button variant="subtle" onClick={() => onView("choose")} disabled={form.submitting}>
          {t("common:back")}
        </Button>
      </Stack>
    </form>
  );
}

function isPhrase(text: string): boolean {
  const words = text.trim().toLowerCase().split(/\s+/);
  return [12, 15, 18, 21, 24].includes(words.length) && words.every((word) => english.includes(word));
}

function normalKey(text: string): `0x${string}` {
  const trimmed = text.trim();
  return (trimmed.startsWith("0x") ? trimmed : `0x${trimmed}`) as `0x${string}`;
}

function isPrivateKey(text: string): boolean {
  const key = normalKey(text);
  return isHex(key, { strict: true }) && size(key) === 32;
}
