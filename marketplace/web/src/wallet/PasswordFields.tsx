/** A new password, twice; or the existing one where a vault is already on this device. */
import { PasswordInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { hasVault } from "./builtin.ts";

export const MIN_PASSWORD_LENGTH = 8;

export interface PasswordValues {
  password: string;
  repeat: string;
}

export function validatePassword(values: PasswordValues, t: TFunction<"wallet", undefined>) {
  if (hasVault()) return { password: values.password ? null : t("password.required") };
  return {
    password:
      values.password.length >= MIN_PASSWORD_LENGTH
        ? null
        : t("password.short", { count: MIN_PASSWORD_LENGTH }),
    repeat: values.repeat === values.password ? null : t("password.differs"),
  };
}

// biome-ignore lint/suspicious/noExplicitAny: Mantine's form type is invariant in its values
export function PasswordFields({ form }: { form: UseFormReturnType<any> }) {
  const { t } = useTranslation("wallet");
  if (hasVault()) {
    return (
      <PasswordInput
        label={t("password.label")}
        description={t("password.existing")}
        autoComplete="current-password"
        {...form.getInputProps("password")}
      />
    );
  }
  return (
    <>
      <PasswordInput
        label={t("password.new")}
        description={t("password.newText", { count: MIN_PASSWORD_LENGTH })}
        autoComplete="new-password"
        {...form.getInputProps("password")}
      />
      <PasswordInput
        label={t("password.repeat")}
        autoComplete="new-password"
        {...form.getInputProps("repeat")}
      />
    </>
  );
}
