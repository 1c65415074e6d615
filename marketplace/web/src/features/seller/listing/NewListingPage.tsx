/** A new product. What was typed is kept on this device until it is listed, so a reload loses nothing. */

import { listingsAbi } from "@cybermiles/contracts/abi/listings";
import { Button, Group, Skeleton, Stack } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { ArbiterCard } from "../../../../../src/api/schema/arbiters.ts";
import type { Seller } from "../../../../../src/api/schema/sellers.ts";
import { NATIVE_CURRENCY, useConfig, useRates } from "../../../api/config.ts";
import { storeDocument } from "../../../api/contents.ts";
import { Money } from "../../../components/Money.tsx";
import { Page } from "../../../components/Page.tsx";
import { QueryView } from "../../../components/QueryStates.tsx";
import { createPersistentStore } from "../../../persistentStore.ts";
import { explainError } from "../../../tx/explainError.ts";
import { runTransaction } from "../../../tx/transactions.ts";
import { ErrorSummary } from "../../workspace/ErrorSummary.tsx";
import { useSellerSummary } from "../useSellerSummary.ts";
import { ListingFields } from "./ListingFields.tsx";
import { emptyListing, type ListingForm, priceAttoOf, toDocument, toTerms } from "./listingForm.ts";
import { useArbiters } from "./useArbiters.ts";
import { showFirstFault, useListingForm } from "./useListingForm.ts";

const draftStore = createPersistentStore<ListingForm | null>("cm.listing-draft", null);

export function NewListingPage() {
  const { t } = useTranslation("seller");
  const summary = useSellerSummary(30);
  const arbiters = useArbiters();
  return (
    <Page title={t("listings.add")} width="narrow">
      <QueryView query={arbiters} skeleton={<Skeleton height={480} />}>
        {(list) => (
          <QueryView query={summary} skeleton={<Skeleton height={480} />}>
            {({ seller }) => <NewListing arbiters={list} seller={seller} />}
          </QueryView>
        )}
      </QueryView>
    </Page>
  );
}

function NewListing({ arbiters, seller }: { arbiters: ArbiterCard[]; seller: Seller }) {
  const { t } = useTranslation(["seller", "errors"]);
  const { currencies, contracts } = useConfig();
  const rates = useRates();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<string | null>(null);
  const [initial] = useState(() => {
    const native = currencies.find((currency) => currency.address === NATIVE_CURRENCY);
    const empty =
      native &&
      emptyListing({ currency: native, country: seller.country, arbiter: arbiters[0]?.address ?? null });
    return draftStore.get() ?? empty;
  });
  const form = useListingForm(initial as ListingForm);
  useEffect(() => {
    if (form.isDirty()) draftStore.set(form.values);
  }, [form, form.values]);

  const submit = form.onSubmit(async (values) => {
    const priceAtto = priceAttoOf(values, { currencies, rates });
    if (priceAtto === null) return;
    setProblem(null);
    form.setSubmitting(true);
    try {
      const contentHash = await storeDocument(toDocument(values));
      const outcome = await runTransaction({
        title: t("listing.createTitle"),
        details: [
          { label: t("listing.title"), value: values.title },
          {
            label: t("listing.price"),
            value: <Money amountAtto={priceAtto} currency={values.currency} layout="inline" size="sm" />,
          },
          { label: t("listing.stock"), value: String(values.stock) },
        ],
        confirmLabel: t("listing.create"),
        steps: [
          {
            label: t("listing.createTitle"),
            call: {
              address: contracts.listings,
              abi: listingsAbi,
              functionName: "create",
              args: [toTerms(values, priceAtto, contentHash), BigInt(values.stock)],
            },
          },
        ],
        doneText: t("listing.created"),
        doneLink: { to: "/seller/listings", label: t("nav.listings") },
        invalidate: [["seller"], ["listings"]],
      });
      if (outcome) {
        draftStore.set(null);
        navigate("/seller/listings");
      }
    } catch (error) {
      setProblem(explainError(error, t));
    }
    form.setSubmitting(false);
  }, showFirstFault);

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        <ListingFields form={form} arbiters={arbiters} hasStock />
        <ErrorSummary text={problem} />
        <Group justify="flex-end">
          <Button type="submit" size="md" loading={form.submitting}>
            {t("listing.create")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
