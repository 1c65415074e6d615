/** The shop's settings at the gateway: name, countries, taxes, windows, the signing key, and who else may work here. */
import {
  Badge,
  Button,
  Card,
  Divider,
  Group,
  MultiSelect,
  NumberInput,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queryClient } from "../../api/queryClient.ts";
import { Address } from "../../components/Address.tsx";
import { Page } from "../../components/Page.tsx";
import { RelativeTime } from "../../components/Time.tsx";
import { countryOptions } from "../../format/country.ts";
import { usePreferences } from "../../preferences.ts";
import { applyApiError } from "../workspace/applyApiError.ts";
import { ErrorSummary } from "../workspace/ErrorSummary.tsx";
import { areTaxesValid, toTaxDraft, toTaxRates } from "./invoiceForm.ts";
import { useMerchant } from "./merchantContext.ts";
import { SignerStep } from "./SignerStep.tsx";
import { TaxRatesInput } from "./TaxRatesInput.tsx";
import { Team } from "./Team.tsx";

const DAY_SEC = 86_400;

export function SettingsPage() {
  const { t } = useTranslation("gateway");
  return (
    <Page title={t("settings.title")} width="narrow">
      <Stack gap="xl">
        <ShopForm />
        <Signer />
        <Team />
      </Stack>
    </Page>
  );
}

function ShopForm() {
  const { t } = useTranslation("gateway");
  const { language } = usePreferences();
  const { merchant, gateway } = useMerchant();
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm({
    initialValues: {
      name: merchant.name,
      shipToCountries: merchant.shipToCountries,
      blockedCountries: merchant.blockedCountries,
      defaultTaxRates: merchant.defaultTaxRates.map(toTaxDraft),
      shipByDays: merchant.shipBySec / DAY_SEC,
      releaseDays: merchant.releaseSec / DAY_SEC,
      arbiter: merchant.arbiter ?? "",
    },
    validate: {
      name: (name) => (name.trim() === "" ? t("open.nameMissing") : null),
      defaultTaxRates: (taxes) => (areTaxesValid(taxes) ? null : t("create.badTax")),
      shipByDays: (days) => (isDays(days) ? null : t("settings.badDays")),
      releaseDays: (days) => (isDays(days) ? null : t("settings.badDays")),
      arbiter: (arbiter) =>
        arbiter.trim() === "" || isAddress(arbiter.trim()) ? null : t("create.badAddress"),
    },
  });
  const submit = form.onSubmit(async (values) => {
    setProblem(null);
    form.setSubmitting(true);
    try {
      await gateway.updateMerchant({
        name: values.name.trim(),
        shipToCountries: values.shipToCountries,
        blockedCountries: values.blockedCountries,
        defaultTaxRates: toTaxRates(values.defaultTaxRates),
        shipBySec: Math.round(values.shipByDays * DAY_SEC),
        releaseSec: Math.round(values.releaseDays * DAY_SEC),
        arbiter: values.arbiter.trim() || null,
      });
      form.resetDirty();
      notifications.show({ message: t("settings.saved") });
      await queryClient.invalidateQueries({ queryKey: ["gateway", merchant.id, "merchant"] });
    } catch (error) {
      setProblem(applyApiError(error, form, t));
    }
    form.setSubmitting(false);
  });
  const countries = countryOptions(language);
  return (
    <Card>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Title order={2}>{t("settings.shop")}</Title>
          <TextInput label={t("open.name")} required maxLength={120} {...form.getInputProps("name")} />
          <MultiSelect
            size="md"
            label={t("settings.shipTo")}
            description={t("settings.shipToHint")}
            data={countries}
            searchable
            clearable
            {...form.getInputProps("shipToCountries")}
          />
          <MultiSelect
            size="md"
            label={t("settings.blocked")}
            description={t("settings.blockedHint")}
            data={countries}
            searchable
            clearable
            {...form.getInputProps("blockedCountries")}
          />
          <Divider />
          <TaxRatesInput
            value={form.values.defaultTaxRates}
            error={form.errors.defaultTaxRates}
            onChange={(taxes) => form.setFieldValue("defaultTaxRates", taxes)}
          />
          <Divider />
          <SimpleGrid cols={{ base: 1, sm: 2 }} style={{ alignItems: "end" }}>
            <NumberInput
              label={t("settings.shipBy")}
              description={t("settings.shipByHint")}
              suffix={` ${t("settings.days")}`}
              min={1}
              max={60}
              {...form.getInputProps("shipByDays")}
            />
            <NumberInput
              label={t("settings.release")}
              description={t("settings.releaseHint")}
              suffix={` ${t("settings.days")}`}
              min={1}
              max={60}
              {...form.getInputProps("releaseDays")}
            />
          </SimpleGrid>
          <TextInput
            label={t("settings.arbiter")}
            description={t("settings.arbiterHint")}
            placeholder="0x…"
            {...form.getInputProps("arbiter")}
          />
          <ErrorSummary text={problem} />
          <Group justify="flex-end">
            <Button type="submit" loading={form.submitting} disabled={!form.isDirty()}>
              {t("settings.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}

function Signer() {
  const { t } = useTranslation("gateway");
  const { merchant } = useMerchant();
  const { gatewaySigner } = merchant;
  return (
    <Card>
      <Stack>
        <Group justify="space-between">
          <Title order={2}>{t("signer.title")}</Title>
          <Badge color={gatewaySigner.status === "current" ? "jade" : "orange"}>
            {t(`signerStatus.${gatewaySigner.status}`)}
          </Badge>
        </Group>
        <Text fz="sm" c="dimmed">
          {t(`signer.${gatewaySigner.status}`)}
        </Text>
        <Group justify="space-between">
          <Stack gap={4}>
            <Address address={gatewaySigner.address} />
            {gatewaySigner.expiresAtSec !== null && gatewaySigner.status === "current" && (
              <Text fz="sm" c="dimmed">
                {t("signer.expires")} <RelativeTime atSec={gatewaySigner.expiresAtSec} />
              </Text>
            )}
          </Stack>
          <SignerStep />
        </Group>
      </Stack>
    </Card>
  );
}

function isDays(days: number | string): boolean {
  return typeof days === "number" && days * DAY_SEC >= 3600 && days <= 60;
}

function isAddress(text: string): boolean {
  return /^0x[0-9a-fA-F]{40}$/.test(text);
}
