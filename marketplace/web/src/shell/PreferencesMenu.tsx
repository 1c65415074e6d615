/** Language, the currency that prices are shown in first, and the colour scheme. Loaded at the first click. */
import {
  ActionIcon,
  NativeSelect,
  Popover,
  SegmentedControl,
  Stack,
  Text,
  useMantineColorScheme,
} from "@mantine/core";
import { IconWorld } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useRates } from "../api/config.ts";
import { type Language, languages, preferencesStore, usePreferences } from "../preferences.ts";

export default function PreferencesMenu() {
  const { t } = useTranslation();
  const preferences = usePreferences();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const currencies = useCurrencyOptions(preferences.currency);
  return (
    <Popover
      defaultOpened
      withinPortal={false}
      width={280}
      position="bottom-end"
      withArrow
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size={40} aria-label={t("preferences.title")}>
          <IconWorld size={22} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("preferences.title")}>
        <Stack gap="md">
          <NativeSelect
            label={t("preferences.language")}
            value={preferences.language}
            data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
            onChange={(event) => {
              const language = event.currentTarget.value as Language;
              preferencesStore.set((current) => ({ ...current, language }));
            }}
          />
          <NativeSelect
            label={t("preferences.currency")}
            description={t("preferences.currencyText")}
            value={preferences.currency}
            data={currencies}
            onChange={(event) => {
              const currency = event.currentTarget.value;
              preferencesStore.set((current) => ({ ...current, currency }));
            }}
          />
          <div>
            <Text size="sm" fw={500} mb={4} id="scheme-label">
              {t("preferences.scheme")}
            </Text>
            <SegmentedControl
              fullWidth
              size="sm"
              aria-labelledby="scheme-label"
              value={colorScheme}
              onChange={(value) => setColorScheme(value as "light" | "dark" | "auto")}
              data={[
                { value: "auto", label: t("preferences.auto") },
                { value: "light", label: t("preferences.light") },
                { value: "dark", label: t("preferences.dark") },
              ]}
            />
          </div>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function useCurrencyOptions(current: string): { value: string; label: string }[] {
  const { language } = usePreferences();
  const known = useRates().map((rate) => rate.currency);
  const names = new Intl.DisplayNames(language, { type: "currency" });
  return [...new Set([current, ...known])]
    .sort()
    .map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }));
}
