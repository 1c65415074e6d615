/** The fields of a product, in the order a seller thinks: what, pictures, price, how it is sent, who settles disputes. */
import {
  ActionIcon,
  Button,
  Card,
  Grid,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ArbiterCard } from "../../../../../src/api/schema/arbiters.ts";
import { CATEGORIES } from "../../../../../src/api/schema/categories.ts";
import { NATIVE_CURRENCY, useConfig, useRates } from "../../../api/config.ts";
import { shortAddress } from "../../../components/Address.tsx";
import { Money } from "../../../components/Money.tsx";
import { countryOptions } from "../../../format/country.ts";
import { formatBps } from "../../../format/money.ts";
import { usePreferences } from "../../../preferences.ts";
import { type ListingForm, priceAttoOf } from "./listingForm.ts";
import { PhotosInput } from "./PhotosInput.tsx";

const MAX_ATTRIBUTES = 20;

interface ListingFieldsProps {
  form: UseFormReturnType<ListingForm>;
  arbiters: ArbiterCard[];
  /** An edit changes stock by restocking, not here. */
  hasStock: boolean;
}

export function ListingFields({ form, arbiters, hasStock }: ListingFieldsProps) {
  const { t } = useTranslation(["seller", "common"]);
  const { language } = usePreferences();
  return (
    <Stack gap="lg">
      <Section title={t("listing.what")}>
        <TextInput
          label={t("listing.title")}
          description={t("listing.titleHint")}
          required
          maxLength={120}
          {...form.getInputProps("title")}
        />
        <Select
          label={t("listing.category")}
          required
          searchable
          data={CATEGORIES.map((value) => ({ value, label: t(`common:category.${value}`) }))}
          {...form.getInputProps("category")}
        />
        <Textarea
          label={t("listing.description")}
          description={t("listing.descriptionHint")}
          required
          autosize
          minRows={5}
          maxRows={16}
          maxLength={8000}
          {...form.getInputProps("description")}
        />
        <Attributes form={form} />
      </Section>
      <Card>
        <PhotosInput
          value={form.values.pictures}
          error={form.errors.pictures}
          onChange={(change) => form.setFieldValue("pictures", change)}
        />
      </Card>
      <Section title={t("listing.priceTitle")}>
        <PriceFields form={form} />
        {hasStock && (
          <NumberInput
            label={t("listing.stock")}
            description={t("listing.stockHint")}
            required
            min={1}
            allowDecimal={false}
            thousandSeparator=" "
            {...form.getInputProps("stock")}
          />
        )}
      </Section>
      <Section title={t("listing.shipping")}>
        <Select
          label={t("listing.country")}
          required
          searchable
          data={countryOptions(language)}
          {...form.getInputProps("country")}
        />
        <MultiSelect
          size="md"
          label={t("listing.shipsTo")}
          description={t("listing.shipsToHint")}
          data={countryOptions(language)}
          searchable
          clearable
          {...form.getInputProps("shipsTo")}
        />
        <Grid align="flex-end">
          <Grid.Col span={{ base: 12, sm: 6 }}>
            <NumberInput
              label={t("listing.shipBy")}
              description={t("listing.shipByHint")}
              required
              suffix={` ${t("listing.days")}`}
              {...form.getInputProps("shipByDays")}
            />
          </Grid.Col>
          <Grid.Col span={{ base: 12, sm: 6 }}>
            <NumberInput
              label={t("listing.release")}
              description={t("listing.releaseHint")}
              required
              suffix={` ${t("listing.days")}`}
              {...form.getInputProps("releaseDays")}
            />
          </Grid.Col>
        </Grid>
      </Section>
      <Section title={t("listing.disputes")}>
        <Select
          label={t("listing.arbiter")}
          description={t("listing.arbiterHint")}
          required
          searchable
          data={arbiters.map((arbiter) => ({
            value: arbiter.address,
            label: t("listing.arbiterOption", {
              name: arbiter.name ?? shortAddress(arbiter.address),
              fee: formatBps(arbiter.feeBps, language),
              count: arbiter.ruled,
            }),
          }))}
          nothingFoundMessage={t("listing.noArbiters")}
          {...form.getInputProps("arbiter")}
        />
      </Section>
    </Stack>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card component="section" aria-label={title}>
      <Title order={2} mb="md">
        {title}
      </Title>
      <Stack>{children}</Stack>
    </Card>
  );
}

function PriceFields({ form }: { form: UseFormReturnType<ListingForm> }) {
  const { t } = useTranslation("seller");
  const { currencies, platformFeeBps } = useConfig();
  const { language } = usePreferences();
  const rates = useRates();
  const { values } = form;
  const paidIn = currencies.find((currency) => currency.address === values.currency);
  const priceAtto = priceAttoOf(values, { currencies, rates });
  const priceCurrencies = [
    paidIn?.symbol ?? "CMT",
    ...(values.currency === NATIVE_CURRENCY ? rates.map((rate) => rate.currency) : []),
  ];
  return (
    <>
      {currencies.length > 1 && (
        <Select
          label={t("listing.paidIn")}
          description={t("listing.paidInHint")}
          allowDeselect={false}
          data={currencies.map(({ address, symbol, name }) => ({
            value: address,
            label: `${symbol} · ${name}`,
          }))}
          {...form.getInputProps("currency")}
          onChange={(address) => {
            const chosen = currencies.find((currency) => currency.address === address);
            if (chosen) form.setValues({ currency: chosen.address, priceCurrency: chosen.symbol });
          }}
        />
      )}
      <Grid>
        <Grid.Col span={{ base: 8 }}>
          <TextInput
            label={t("listing.price")}
            required
            inputMode="decimal"
            placeholder="19.90"
            {...form.getInputProps("priceAmount")}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 4 }}>
          <Select
            label={t("listing.priceCurrency")}
            allowDeselect={false}
            searchable
            data={[...new Set(priceCurrencies)]}
            {...form.getInputProps("priceCurrency")}
          />
        </Grid.Col>
      </Grid>
      <Text fz="sm" c="dimmed" component="div" aria-live="polite">
        {priceAtto === null ? (
          t("listing.priceHint")
        ) : (
          <>
            {t("listing.buyersPay")}{" "}
            <Money amountAtto={priceAtto} currency={values.currency} layout="inline" size="sm" />
            {" · "}
            {t("listing.fee", { fee: formatBps(platformFeeBps, language) })}
          </>
        )}
      </Text>
    </>
  );
}

function Attributes({ form }: { form: UseFormReturnType<ListingForm> }) {
  const { t } = useTranslation("seller");
  const { attributes } = form.values;
  return (
    <Stack gap="xs">
      <div>
        <Text fw={500}>{t("listing.facts")}</Text>
        <Text fz="sm" c="dimmed">
          {t("listing.factsHint")}
        </Text>
      </div>
      {attributes.map((_, index) => (
        <Group key={`fact-${index.toString()}`} gap="xs" wrap="nowrap">
          <TextInput
            size="sm"
            flex={1}
            aria-label={t("listing.factName")}
            placeholder={t("listing.factName")}
            maxLength={40}
            {...form.getInputProps(`attributes.${index}.name`)}
          />
          <TextInput
            size="sm"
            flex={2}
            aria-label={t("listing.factValue")}
            placeholder={t("listing.factValue")}
            maxLength={200}
            {...form.getInputProps(`attributes.${index}.value`)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t("listing.removeFact", { number: index + 1 })}
            onClick={() => form.removeListItem("attributes", index)}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {form.errors.attributes && (
        <Text fz="sm" c="var(--mantine-color-error)" role="alert">
          {form.errors.attributes}
        </Text>
      )}
      {attributes.length < MAX_ATTRIBUTES && (
        <Group>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => form.insertListItem("attributes", { name: "", value: "" })}
          >
            {t("listing.addFact")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
