/** The seller's products with what they sold; search and state are in the URL. */
import { Badge, Button, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { IconFileSpreadsheet, IconPackage, IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { SellerListing } from "../../../../../src/api/schema/seller.ts";
import { Money } from "../../../components/Money.tsx";
import { Page } from "../../../components/Page.tsx";
import { Picture } from "../../../components/Picture.tsx";
import { PagedList, usePages } from "../../../components/QueryStates.tsx";
import { Stars } from "../../../components/Stars.tsx";
import { usePreferences } from "../../../preferences.ts";
import { DataTable, TableSkeleton } from "../../workspace/DataTable.tsx";
import { SearchFilter } from "../../workspace/SearchFilter.tsx";
import { useFilters } from "../../workspace/useFilters.ts";
import { ListingActions } from "./ListingActions.tsx";

const STATES = ["active", "paused", "soldOut"] as const;

export function ListingsPage() {
  const { t } = useTranslation("seller");
  const filters = useFilters(["q", "state"]);
  const query = usePages<SellerListing>(["seller", "listings"], "/api/seller/listings", filters.values);
  const add = (
    <Button component={Link} to="/seller/listings/new" leftSection={<IconPlus size={18} aria-hidden />}>
      {t("listings.add")}
    </Button>
  );
  return (
    <Page
      title={t("nav.listings")}
      actions={
        <>
          <Button
            component={Link}
            to="/seller/listings/bulk"
            variant="default"
            leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
          >
            {t("listings.bulk")}
          </Button>
          {add}
        </>
      }
    >
      <Group gap="sm" mb="md">
        <SearchFilter
          label={t("listings.search")}
          placeholder={t("listings.search")}
          value={filters.values.q}
          onChange={(q) => filters.set({ q })}
        />
        <SegmentedControl
          size="sm"
          aria-label={t("listings.state")}
          value={filters.values.state ?? ""}
          onChange={(state) => filters.set({ state })}
          data={[
            { value: "", label: t("listings.all") },
            ...STATES.map((value) => ({ value, label: t(`listings.${value}`) })),
          ]}
        />
      </Group>
      <PagedList
        query={query}
        skeleton={<TableSkeleton rows={6} />}
        empty={
          filters.isActive
            ? {
                title: t("listings.noMatch"),
                action: (
                  <Button variant="default" onClick={filters.clear}>
                    {t("listings.clear")}
                  </Button>
                ),
              }
            : {
                title: t("listings.empty"),
                text: t("listings.emptyHint"),
                action: add,
                icon: <IconPackage aria-hidden />,
              }
        }
      >
        {(rows) => <ListingTable rows={rows} />}
      </PagedList>
    </Page>
  );
}

function ListingTable({ rows }: { rows: SellerListing[] }) {
  const { t } = useTranslation("seller");
  const { language } = usePreferences();
  return (
    <DataTable
      label={t("nav.listings")}
      rows={rows}
      rowKey={(row) => row.id}
      rowTo={(row) => `/seller/listings/${row.id}`}
      columns={[
        {
          key: "title",
          isText: true,
          label: t("listing.title"),
          render: (row) => (
            <Group gap="sm" wrap="nowrap">
              <Picture
                picture={row.picture}
                alt=""
                sizes="48px"
                style={{ width: 48, height: 48, borderRadius: 8, flexShrink: 0 }}
              />
              <Stack gap={2} miw={0}>
                <Text fz="sm" fw={550} lineClamp={2}>
                  {row.title}
                </Text>
                <Stars rating={row.rating} size="xs" />
              </Stack>
            </Group>
          ),
        },
        { key: "state", label: t("listings.state"), render: (row) => <ListingState row={row} /> },
        {
          key: "price",
          label: t("listing.price"),
          align: "end",
          render: (row) => <Money amountAtto={row.priceAtto} currency={row.currency} size="sm" align="end" />,
        },
        {
          key: "stock",
          label: t("listing.inStock"),
          align: "end",
          render: (row) => (
            <Text
              component="span"
              fz="sm"
              className="tabular"
              {...(row.stock === 0 ? { c: "var(--mantine-color-error)" } : {})}
            >
              {row.stock.toLocaleString(language)}
            </Text>
          ),
        },
        {
          key: "sold",
          label: t("listings.sold"),
          align: "end",
          render: (row) => <span className="tabular">{row.sold.toLocaleString(language)}</span>,
        },
      ]}
      actions={(row) => <ListingActions listing={row} />}
    />
  );
}

function ListingState({ row }: { row: SellerListing }) {
  const { t } = useTranslation("seller");
  if (row.isPaused) return <Badge color="gray">{t("listings.paused")}</Badge>;
  if (row.stock === 0) return <Badge color="orange">{t("listings.soldOut")}</Badge>;
  return <Badge>{t("listings.active")}</Badge>;
}
