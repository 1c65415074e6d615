/** Where it is sent. Encrypted to the sellers in this browser; it is kept nowhere in the clear. */
import { Grid, Select, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { ShippingAddress } from "../../../../src/api/schema/envelopes.ts";
import { countryOptions } from "../../format/country.ts";
import { usePreferences } from "../../preferences.ts";

export interface AddressValues {
  name: string;
  line1: string;
  line2: string;
  city: string;
  region: string;
  postalCode: string;
  country: string;
  phone: string;
  note: string;
}

export const EMPTY_ADDRESS: AddressValues = {
  name: "",
  line1: "",
  line2: "",
  city: "",
  region: "",
  postalCode: "",
  country: "",
  phone: "",
  note: "",
};

/** Empty optional fields are left out of the encrypted document. */
export function toShippingAddress(values: AddressValues): ShippingAddress {
  const filled = Object.entries(values)
    .map(([name, value]) => [name, value.trim()] as const)
    .filter(([, value]) => value !== "");
  return Object.fromEntries(filled) as unknown as ShippingAddress;
}

export function AddressForm({ form }: { form: UseFormReturnType<AddressValues> }) {
  const { t } = useTranslation("checkout");
  const { language } = usePreferences();
  const field = (name: keyof AddressValues) => ({ label: t(`address.${name}`), ...form.getInputProps(name) });
  return (
    <Grid gap="md">
      <Grid.Col span={12}>
        <TextInput {...field("name")} autoComplete="shipping name" maxLength={120} required />
      </Grid.Col>
      <Grid.Col span={12}>
        <TextInput {...field("line1")} autoComplete="shipping address-line1" maxLength={160} required />
      </Grid.Col>
      <Grid.Col span={12}>
        <TextInput {...field("line2")} autoComplete="shipping address-line2" maxLength={160} />
      </Grid.Col>
      <Grid.Col span={{ base: 5, sm: 4 }}>
        <TextInput {...field("postalCode")} autoComplete="shipping postal-code" maxLength={20} />
      </Grid.Col>
      <Grid.Col span={{ base: 7, sm: 8 }}>
        <TextInput {...field("city")} autoComplete="shipping address-level2" maxLength={120} required />
      </Grid.Col>
      <Grid.Col span={{ base: 12, sm: 6 }}>
        <TextInput {...field("region")} autoComplete="shipping address-level1" maxLength={120} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, sm: 6 }}>
        <Select
          {...field("country")}
          data={countryOptions(language)}
          autoComplete="shipping country"
          searchable
          required
          nothingFoundMessage={t("address.noCountry")}
        />
      </Grid.Col>
      <Grid.Col span={12}>
        <TextInput {...field("phone")} type="tel" autoComplete="shipping tel" maxLength={40} />
      </Grid.Col>
      <Grid.Col span={12}>
        <Textarea {...field("note")} autosize minRows={2} maxLength={1000} />
      </Grid.Col>
    </Grid>
  );
}
