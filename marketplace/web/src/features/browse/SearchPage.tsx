/** Search results with filters in the URL: beside the grid on a desk, in a drawer on a phone. */
import { Badge, Box, Button, Drawer, Group, NativeSelect, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconAdjustmentsHorizontal, IconSearchOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { ListingCard } from "../../../../src/api/schema/listings.ts";
import { useRates } from "../../api/config.ts";
import { usePageTitle } from "../../components/Page.tsx";
import { PagedList, usePages } from "../../components/QueryStates.tsx";
import { SearchBox } from "../../shell/SearchBox.tsx";
import classes from "./Browse.module.css";
import { FilterPanel } from "./FilterPanel.tsx";
import { countFilters, type Filters, readFilters, toListingsQuery, writeFilters } from "./filters.ts";
import { ProductGrid, ProductGridSkeleton } from "./ProductGrid.tsx";
import { LISTING_SORT_OPTIONS } from "./sorts.ts";

export default function SearchPage() {
  const { t } = useTranslation(["browse", "common"]);
  const [params, setParams] = useSearchParams();
  const [isOpen, drawer] = useDisclosure(false);
  const rates = useRates();
  const filters = readFilters(params);
  const query = usePages<ListingCard>(
    ["listings", "search"],
    "/api/listings",
    toListingsQuery(filters, rates),
  );
  const change = (changes: Partial<Filters>) =>
    setParams(writeFilters({ ...filters, ...changes }), { replace: true });
  const reset = () => setParams(filters.q ? { q: filters.q } : {});
  const title = useHeading(filters);
  usePageTitle(title);
  const active = countFilters(filters);
  return (
    <Box py="lg">
      <SearchBox hiddenFrom="sm" mb="md" />
      <Group justify="space-between" mb="lg" gap="sm">
        <Title order={1}>{title}</Title>
        <Group gap="sm">
          <Button
            variant="default"
            hiddenFrom="md"
            leftSection={<IconAdjustmentsHorizontal size={18} aria-hidden />}
            rightSection={active > 0 ? <Badge circle>{active}</Badge> : undefined}
            onClick={drawer.open}
          >
            {t("filters.title")}
          </Button>
          <NativeSelect
            aria-label={t("sort.label")}
            value={filters.sort || (filters.q ? "relevance" : "newest")}
            onChange={(event) => change({ sort: event.currentTarget.value as Filters["sort"] })}
            data={LISTING_SORT_OPTIONS.filter((sort) => sort !== "relevance" || filters.q).map((sort) => ({
              value: sort,
              label: t(`sort.${sort}`),
            }))}
          />
        </Group>
      </Group>
      <div className={classes.results}>
        <Box
          className={classes.filters ?? ""}
          visibleFrom="md"
          component="aside"
          aria-label={t("filters.title")}
        >
          <FilterPanel filters={filters} onChange={change} onReset={reset} />
        </Box>
        <PagedList
          query={query}
          skeleton={<ProductGridSkeleton count={12} columns={3} />}
          empty={{
            title: t("search.emptyTitle"),
            text: t("search.emptyText"),
            icon: <IconSearchOff aria-hidden />,
            action: (
              <Button variant="default" onClick={() => setParams({})}>
                {t("filters.reset")}
              </Button>
            ),
          }}
        >
          {(listings) => <ProductGrid listings={listings} columns={3} eager={6} />}
        </PagedList>
      </div>
      <Drawer
        opened={isOpen}
        onClose={drawer.close}
        position="bottom"
        size="85%"
        title={t("filters.title")}
        closeButtonProps={{ "aria-label": t("common:close") }}
      >
        <FilterPanel filters={filters} onChange={change} onReset={reset} />
        <Button fullWidth size="md" mt="lg" onClick={drawer.close}>
          {t("filters.show")}
        </Button>
      </Drawer>
    </Box>
  );
}

function useHeading(filters: Filters): string {
  const { t } = useTranslation(["browse", "common"]);
  if (filters.q) return t("search.resultsFor", { q: filters.q });
  if (filters.category) return t(`common:category.${filters.category}`, { defaultValue: t("search.all") });
  return t("search.all");
}
