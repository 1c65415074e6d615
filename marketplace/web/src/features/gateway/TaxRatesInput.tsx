/** Taxes that a price includes: name and percentage, as many as needed. */
import { ActionIcon, Button, Fieldset, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { TaxDraft } from "./invoiceForm.ts";

const MAX_TAXES = 10;

interface TaxRatesInputProps {
  value: TaxDraft[];
  error: ReactNode;
  onChange: (value: TaxDraft[]) => void;
}

export function TaxRatesInput({ value, error, onChange }: TaxRatesInputProps) {
  const { t } = useTranslation("gateway");
  const change = (index: number, changes: Partial<TaxDraft>) =>
    onChange(value.map((tax, at) => (at === index ? { ...tax, ...changes } : tax)));
  return (
    <Fieldset
      legend={
        <Text component="span" fw={500}>
          {t("tax.title")}
        </Text>
      }
      variant="unstyled"
    >
      <Text fz="sm" c="dimmed" mb="xs">
        {t("tax.hint")}
      </Text>
      <Stack gap="xs">
        {value.map((tax, index) => (
          <Group key={`tax-${index.toString()}`} gap="xs" wrap="nowrap" align="flex-end">
            <TextInput
              flex={1}
              size="sm"
              label={t("tax.name")}
              maxLength={60}
              value={tax.name}
              onChange={(event) => change(index, { name: event.currentTarget.value })}
            />
            <TextInput
              w={110}
              size="sm"
              label={t("tax.percent")}
              inputMode="decimal"
              rightSection="%"
              value={tax.percent}
              onChange={(event) => change(index, { percent: event.currentTarget.value })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t("tax.remove", { name: tax.name })}
              onClick={() => onChange(value.filter((_, at) => at !== index))}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        {error && (
          <Text fz="sm" c="var(--mantine-color-error)" role="alert">
            {error}
          </Text>
        )}
        {value.length < MAX_TAXES && (
          <Group>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => onChange([...value, { name: "", percent: "" }])}
            >
              {t("tax.add")}
            </Button>
          </Group>
        )}
      </Stack>
    </Fieldset>
  );
}
