/** The filters: category, price, country, stars, reward, stock. Each change goes to the URL at once. */
import { Button, Group, NativeSelect, Stack, Switch, Text, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Facets } from "../../../../src/api/schema/listings.ts";
import { useRate } from "../../api/config.ts";
import { request } from "../../api/http.ts";
import { countryName } from "../../format/country.ts";
import { formatBps } from "../../format/money.ts";
import { usePreferences } from "../../preferences.ts";
import { countFilters, type Filters } from "./filters.ts";

interface PanelProps {
  filters: Filters;
  onChange: (changes: Partial<Filters>) => void;
  onReset: () => void;
}

export function FilterPanel({ filters, onChange, onReset }: PanelProps) {
  const { t } = useTranslation(["browse", "common"]);
  const { language } = usePreferences();
  const facets = useQuery({
    queryKey: ["listings", "facets"],
    queryFn: ({ signal }) => request<Facets>("/api/listings/facets", { signal }),
    staleTime: 60_000,
  }).data;
  const all = { value: "", label: t("filters.all") };
  return (
    <Stack gap="md">
      <NativeSelect
        label={t("filters.category")}
        value={filters.category}
        onChange={(event) => onChange({ category: event.currentTarget.value })}
        data={[
          all,
          ...(facets?.categories ?? []).map(({ id, count }) => ({
            value: id,
            label: `${t(`common:category.${id}`)} (${count})`,
          })),
        ]}
      />
      <PriceFilter filters={filters} onChange={onChange} />
      <NativeSelect
        label={t("filters.country")}
        value={filters.country}
        onChange={(event) => onChange({ country: event.currentTarget.value })}
        data={[
          all,
          ...(facets?.countries ?? []).map(({ id, count }) => ({
            value: id,
            label: `${countryName(id, language)} (${count})`,
          })),
        ]}
      />
      <NativeSelect
        label={t("filters.rating")}
        value={filters.rating}
        onChange={(event) => onChange({ rating: event.currentTarget.value })}
        data={[
          all,
          ...[4, 3, 2].map((stars) => ({ value: String(stars), label: t("filters.stars", { stars }) })),
        ]}
      />
      <NativeSelect
        label={t("filters.reward")}
        value={filters.reward}
        onChange={(event) => onChange({ reward: event.currentTarget.value })}
        data={[
          all,
          ...(facets?.rewards ?? []).map(({ minBps, count }) => ({
            value: String(minBps),
            label: `${t("filters.rewardFrom", { rate: formatBps(minBps, language) })} (${count})`,
          })),
        ]}
      />
      <Switch
        label={t("filters.inStock")}
        checked={filters.inStock === "true"}
        onChange={(event) => onChange({ inStock: event.currentTarget.checked ? "true" : "" })}
      />
      {countFilters(filters) > 0 && (
        <Button variant="subtle" onClick={onReset}>
          {t("filters.reset")}
        </Button>
      )}
    </Stack>
  );
}

function PriceFilter({ filters, onChange }: Omit<PanelProps, "onReset">) {
  const { t } = useTranslation("browse");
  const { currency } = usePreferences();
  const rate = useRate();
  const priceIn = filters.priceIn || (rate ? currency : "CMT");
  const [min, setMin] = useState(filters.minPrice);
  const [max, setMax] = useState(filters.maxPrice);
  useEffect(() => {
    setMin(filters.minPrice);
    setMax(filters.maxPrice);
  }, [filters.minPrice, filters.maxPrice]);
  const send = useDebouncedCallback(
    (changes: Partial<Filters>) => onChange({ minPrice: min, maxPrice: max, ...changes, priceIn }),
    500,
  );
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0, minWidth: 0 }}>
      <Text component="legend" size="sm" fw={500} p={0} mb={4}>
        {t("filters.price", { currency: priceIn })}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <TextInput
          aria-label={t("filters.minPrice")}
          placeholder={t("filters.min")}
          inputMode="decimal"
          size="sm"
          value={min}
          onChange={(event) => {
            setMin(event.currentTarget.value);
            send({ minPrice: event.currentTarget.value });
          }}
        />
        <TextInput
          aria-label={t("filters.maxPrice")}
          placeholder={t("filters.max")}
          inputMode="decimal"
          size="sm"
          value={max}
          onChange={(event) => {
            setMax(event.currentTarget.value);
            send({ maxPrice: event.currentTarget.value });
          }}
        />
      </Group>
    </fieldset>
  );
}
