/** The product form with its checks, in the visitor's language. */
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useConfig, useRates } from "../../../api/config.ts";
import { type ListingForm, validateListing } from "./listingForm.ts";

export function useListingForm(initialValues: ListingForm) {
  const { t } = useTranslation("seller");
  const { currencies, windows } = useConfig();
  const rates = useRates();
  return useForm<ListingForm>({
    initialValues,
    validate: (values) => {
      const faults = validateListing(values, {
        currencies,
        rates,
        minSec: windows.minSec,
        maxSec: windows.maxSec,
      });
      return Object.fromEntries(Object.entries(faults).map(([field, key]) => [field, t(`listing.${key}`)]));
    },
  });
}

/** Brings the first faulty field into view, so that a long form does not seem to ignore the button. */
export function showFirstFault(): void {
  requestAnimationFrame(() => {
    const fault = document.querySelector<HTMLElement>("[aria-invalid=true], form [role=alert]");
    fault?.scrollIntoView({ block: "center" });
    fault?.focus({ preventScroll: true });
  });
}
