/** A new invoice. The idempotency key lives as long as the form, so a repeated click makes one invoice. */
import { Button, Card, Collapse, Grid, Group, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useConfig, useRates } from "../../api/config.ts";
import { queryClient } from "../../api/queryClient.ts";
import { Page } from "../../components/Page.tsx";
import { countryOptions } from "../../format/country.ts";
import { formatDuration } from "../../format/time.ts";
import { usePreferences } from "../../preferences.ts";
import { applyApiError } from "../workspace/applyApiError.ts";
import { ErrorSummary } from "../workspace/ErrorSummary.tsx";
import { emptyInvoiceForm, toInvoiceCreate, validateInvoiceForm } from "./invoiceForm.ts";
import { useMerchant } from "./merchantContext.ts";
import { TaxRatesInput } from "./TaxRatesInput.tsx";

const EXPIRIES_SEC = [900, 3600, 86_400, 604_800];

export function CreateInvoicePage() {
  const { t } = useTranslation("gateway");
  const { language, currency: preferred } = usePreferences();
  const { merchant, gateway, isLive } = useMerchant();
  const { currencies } = useConfig();
  const rateCurrencies = useRates().map((rate) => rate.currency);
  const navigate = useNavigate();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [problem, setProblem] = useState<string | null>(null);
  const [isMore, setMore] = useState(false);
  const form = useForm({
    initialValues: emptyInvoiceForm(preferred, merchant.defaultTaxRates),
    validate: (values) => {
      const faults = validateInvoiceForm(values);
      return Object.fromEntries(Object.entries(faults).map(([field, key]) => [field, t(`create.${key}`)]));
    },
  });
  const isConverted = form.values.currency !== "CMT";
  const submit = form.onSubmit(async (values) => {
    setProblem(null);
    form.setSubmitting(true);
    try {
      const invoice = await gateway.createInvoice(toInvoiceCreate(values, isLive), idempotencyKey);
      await queryClient.invalidateQueries({ queryKey: ["gateway", merchant.id, "/invoices"] });
      navigate(`/dashboard/invoices/${invoice.id}`);
    } catch (error) {
      setProblem(applyApiError(error, form, t));
      form.setSubmitting(false);
    }
  });
  return (
    <Page title={t("create.title")} text={isLive ? t("create.text") : t("create.testText")} width="narrow">
      <form onSubmit={submit} noValidate>
        <Stack gap="lg">
          <Card>
            <Grid>
              <Grid.Col span={{ base: 7, sm: 8 }}>
                <TextInput
                  label={t("create.amount")}
                  description={t("create.amountHint")}
                  inputMode="decimal"
                  required
                  placeholder="49.90"
                  {...form.getInputProps("amount")}
                />
              </Grid.Col>
              <Grid.Col span={{ base: 5, sm: 4 }}>
                <Select
                  label={t("create.currency")}
                  description={t("create.currencyHint")}
                  data={[...new Set(["CMT", preferred, ...rateCurrencies])]}
                  searchable
                  allowDeselect={false}
                  {...form.getInputProps("currency")}
                />
              </Grid.Col>
              {currencies.length > 1 && (
                <Grid.Col span={12}>
                  <Select
                    label={t("create.paymentCurrency")}
                    data={currencies.map(({ address, symbol, name }) => ({
                      value: /^0x0+$/.test(address) ? "CMT" : address,
                      label: `${symbol} · ${name}`,
                    }))}
                    allowDeselect={false}
                    {...form.getInputProps("paymentCurrency")}
                  />
                </Grid.Col>
              )}
              <Grid.Col span={12}>
                <Textarea
                  label={t("create.description")}
                  description={t("create.descriptionHint")}
                  autosize
                  minRows={2}
                  maxLength={500}
                  {...form.getInputProps("description")}
                />
              </Grid.Col>
              <Grid.Col span={{ base: 12, sm: 6 }}>
                <TextInput
                  label={t("create.reference")}
                  maxLength={120}
                  {...form.getInputProps("orderReference")}
                />
              </Grid.Col>
              <Grid.Col span={{ base: 12, sm: 6 }}>
                <Select
                  label={t("create.expires")}
                  allowDeselect={false}
                  data={EXPIRIES_SEC.filter((seconds) => !isConverted || seconds <= 900).map((seconds) => ({
                    value: String(seconds),
                    label: formatDuration(seconds, language),
                  }))}
                  {...form.getInputProps("expiresInSec")}
                  value={isConverted ? "900" : form.values.expiresInSec}
                />
              </Grid.Col>
            </Grid>
            {isConverted && (
              <Text fz="xs" c="dimmed" mt="sm">
                {t("create.rateLock")}
              </Text>
            )}
          </Card>
          <Button
            variant="subtle"
            color="gray"
            aria-expanded={isMore}
            onClick={() => setMore((open) => !open)}
            rightSection={<IconChevronDown size={16} aria-hidden />}
          >
            {t("create.more")}
          </Button>
          <Collapse expanded={isMore}>
            <Card>
              <Grid>
                <Grid.Col span={{ base: 12, sm: 6 }}>
                  <TextInput
                    label={t("create.customerName")}
                    maxLength={120}
                    {...form.getInputProps("customerName")}
                  />
                </Grid.Col>
                <Grid.Col span={{ base: 12, sm: 6 }}>
                  <TextInput
                    type="email"
                    label={t("create.customerEmail")}
                    maxLength={254}
                    {...form.getInputProps("customerEmail")}
                  />
                </Grid.Col>
                <Grid.Col span={{ base: 12, sm: 6 }}>
                  <Select
                    label={t("create.shipTo")}
                    data={countryOptions(language)}
                    searchable
                    clearable
                    {...form.getInputProps("shipToCountry")}
                  />
                </Grid.Col>
                <Grid.Col span={{ base: 12, sm: 6 }}>
                  <TextInput
                    type="url"
                    label={t("create.redirect")}
                    placeholder="https://"
                    {...form.getInputProps("redirectUrl")}
                  />
                </Grid.Col>
                <Grid.Col span={12}>
                  <TextInput
                    label={t("create.refund")}
                    description={t("create.refundHint")}
                    placeholder="0x…"
                    {...form.getInputProps("refundAddress")}
                  />
                </Grid.Col>
                <Grid.Col span={12}>
                  <TaxRatesInput
                    value={form.values.taxRates}
                    error={form.errors.taxRates}
                    onChange={(taxRates) => form.setFieldValue("taxRates", taxRates)}
                  />
                </Grid.Col>
              </Grid>
            </Card>
          </Collapse>
          <ErrorSummary text={problem} />
          <Group justify="flex-end">
            <Button type="submit" size="md" loading={form.submitting}>
              {t("create.action")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  );
}
