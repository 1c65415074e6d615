/** Changes a product's text, pictures and terms. Orders already paid keep the terms they were paid under. */

import { listingsAbi } from "@cybermiles/contracts/abi/listings";
import { Alert, Button, Group, Skeleton, Stack } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import type { ArbiterCard } from "../../../../../src/api/schema/arbiters.ts";
import type { Product } from "../../../../../src/api/schema/listings.ts";
import { useConfig, useRates } from "../../../api/config.ts";
import { storeDocument } from "../../../api/contents.ts";
import { request } from "../../../api/http.ts";
import { Money } from "../../../components/Money.tsx";
import { Page } from "../../../components/Page.tsx";
import { Empty, QueryView } from "../../../components/QueryStates.tsx";
import { explainError } from "../../../tx/explainError.ts";
import { runTransaction } from "../../../tx/transactions.ts";
import { useWallet } from "../../../wallet/connection.ts";
import { ErrorSummary } from "../../workspace/ErrorSummary.tsx";
import { ListingActions } from "./ListingActions.tsx";
import { ListingFields } from "./ListingFields.tsx";
import { listingOf, priceAttoOf, toDocument, toTerms } from "./listingForm.ts";
import { useArbiters } from "./useArbiters.ts";
import { showFirstFault, useListingForm } from "./useListingForm.ts";

export function EditListingPage() {
  const { t } = useTranslation("seller");
  const { id = "" } = useParams();
  const { address } = useWallet();
  const product = useQuery({
    queryKey: ["listings", id],
    queryFn: ({ signal }) => request<Product>(`/api/listings/${encodeURIComponent(id)}`, { signal }),
    staleTime: 0,
  });
  const arbiters = useArbiters();
  return (
    <Page
      title={product.data?.title ?? t("listing.edit")}
      width="narrow"
      actions={product.data && <ListingActions listing={product.data} />}
    >
      <QueryView query={product} skeleton={<Skeleton height={480} />}>
        {(data) =>
          data.seller.address === address ? (
            <QueryView query={arbiters} skeleton={<Skeleton height={480} />}>
              {(list) => <EditListing key={data.terms.termsHash} product={data} arbiters={list} />}
            </QueryView>
          ) : (
            <Empty
              title={t("listing.notYours")}
              action={
                <Button component={Link} to="/seller/listings" variant="default">
                  {t("nav.listings")}
                </Button>
              }
            />
          )
        }
      </QueryView>
    </Page>
  );
}

function EditListing({ product, arbiters }: { product: Product; arbiters: ArbiterCard[] }) {
  const { t } = useTranslation(["seller", "errors"]);
  const { currencies, contracts } = useConfig();
  const rates = useRates();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<string | null>(null);
  const currency = currencies.find((known) => known.address === product.currency) ?? currencies[0];
  if (!currency) throw new Error(`no currency ${product.currency}`);
  // The stock is not part of this form, but a sold-out product must still be editable.
  const form = useListingForm({ ...listingOf(product, currency), stock: 1 });

  const submit = form.onSubmit(async (values) => {
    const priceAtto = priceAttoOf(values, { currencies, rates });
    if (priceAtto === null) return;
    setProblem(null);
    form.setSubmitting(true);
    try {
      const contentHash = await storeDocument(toDocument(values));
      const outcome = await runTransaction({
        title: t("listing.updateTitle"),
        details: [
          { label: t("listing.title"), value: values.title },
          {
            label: t("listing.price"),
            value: <Money amountAtto={priceAtto} currency={values.currency} layout="inline" size="sm" />,
          },
        ],
        note: t("listing.updateNote"),
        confirmLabel: t("listing.save"),
        steps: [
          {
            label: t("listing.updateTitle"),
            call: {
              address: contracts.listings,
              abi: listingsAbi,
              functionName: "update",
              args: [BigInt(product.id), toTerms(values, priceAtto, contentHash)],
            },
          },
        ],
        doneText: t("listing.updated"),
        invalidate: [["seller"], ["listings"]],
      });
      if (outcome) navigate("/seller/listings");
    } catch (error) {
      setProblem(explainError(error, t));
    }
    form.setSubmitting(false);
  }, showFirstFault);

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        {product.stock === 0 && (
          <Alert variant="light" color="orange" icon={<IconInfoCircle aria-hidden />}>
            {t("listing.soldOutNote")}
          </Alert>
        )}
        <ListingFields form={form} arbiters={arbiters} hasStock={false} />
        <ErrorSummary text={problem} />
        <Group justify="flex-end">
          <Button type="submit" size="md" loading={form.submitting} disabled={!form.isDirty()}>
            {t("listing.save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
