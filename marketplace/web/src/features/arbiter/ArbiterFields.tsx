/** Name, languages, words and fee of an arbiter. */
import { MultiSelect, NumberInput, Stack, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { usePreferences } from "../../preferences.ts";
import { type ArbiterForm, MAX_FEE_BPS } from "./arbiterForm.ts";

const LANGUAGES = [
  "ar",
  "de",
  "en",
  "es",
  "fr",
  "hi",
  "id",
  "it",
  "ja",
  "ko",
  "pt",
  "ru",
  "th",
  "tr",
  "vi",
  "zh",
];

export function ArbiterFields({ form }: { form: UseFormReturnType<ArbiterForm> }) {
  const { t } = useTranslation("arbiter");
  const { language } = usePreferences();
  const names = new Intl.DisplayNames(language, { type: "language" });
  return (
    <Stack>
      <TextInput
        label={t("profile.name")}
        description={t("profile.nameHint")}
        required
        maxLength={60}
        {...form.getInputProps("name")}
      />
      <MultiSelect
        size="md"
        label={t("profile.languages")}
        description={t("profile.languagesHint")}
        required
        data={LANGUAGES.map((value) => ({ value, label: names.of(value) ?? value }))}
        {...form.getInputProps("languages")}
      />
      <NumberInput
        label={t("profile.fee")}
        description={t("profile.feeHint")}
        required
        suffix=" %"
        decimalScale={2}
        min={0}
        max={MAX_FEE_BPS / 100}
        {...form.getInputProps("feePercent")}
      />
      <Textarea
        label={t("profile.about")}
        description={t("profile.aboutHint")}
        autosize
        minRows={3}
        maxLength={2000}
        {...form.getInputProps("about")}
      />
    </Stack>
  );
}
