/** The shop window: what this place promises, the aisles, and products worth looking at. */
import { Anchor, Group, Stack, Title } from "@mantine/core";
import {
  type Icon,
  IconBallFootball,
  IconCup,
  IconDeviceLaptop,
  IconGift,
  IconHanger,
  IconPuzzle,
  IconScale,
  IconShieldCheck,
  IconSofa,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { CATEGORIES, type Category } from "../../../../src/api/schema/categories.ts";
import type { ListingPage, ListingSort } from "../../../../src/api/schema/listings.ts";
import { request } from "../../api/http.ts";
import { usePageTitle } from "../../components/Page.tsx";
import { Picture } from "../../components/Picture.tsx";
import { QueryView } from "../../components/QueryStates.tsx";
import { SearchBox } from "../../shell/SearchBox.tsx";
import classes from "./Browse.module.css";
import { ProductGrid, ProductGridSkeleton } from "./ProductGrid.tsx";

const ICONS: Record<Category, Icon> = {
  food: IconCup,
  electronics: IconDeviceLaptop,
  fashion: IconHanger,
  home: IconSofa,
  outdoors: IconBallFootball,
  toys: IconPuzzle,
};

const SHELF_SIZE = 8;

export default function HomePage() {
  const { t } = useTranslation(["browse", "common"]);
  usePageTitle("");
  return (
    <>
      <section className={classes.hero} aria-labelledby="hero-title">
        <h1 id="hero-title" className={classes.heroTitle}>
          {t("home.title")}
        </h1>
        <p className={classes.heroText}>{t("home.text")}</p>
        <ul className={classes.promises}>
          <li>
            <IconShieldCheck size={20} aria-hidden />
            {t("home.promiseEscrow")}
          </li>
          <li>
            <IconScale size={20} aria-hidden />
            {t("home.promiseArbiter")}
          </li>
          <li>
            <IconGift size={20} aria-hidden />
            {t("home.promiseRewards")}
          </li>
        </ul>
        <HeroPictures />
      </section>
      <SearchBox hiddenFrom="sm" mb="lg" />
      <Stack gap={48}>
        <nav className={classes.categories} aria-label={t("home.categories")}>
          {CATEGORIES.map((category) => {
            const CategoryIcon = ICONS[category];
            return (
              <Link key={category} to={`/search?category=${category}`} className={classes.category}>
                <span className={classes.categoryIcon}>
                  <CategoryIcon size={20} stroke={1.8} aria-hidden />
                </span>
                {t(`common:category.${category}`)}
              </Link>
            );
          })}
        </nav>
        <Shelf sort="bestSelling" title={t("home.bestSelling")} isFirst />
        <Shelf sort="rating" title={t("home.bestRated")} />
        <Shelf sort="newest" title={t("home.newest")} />
      </Stack>
    </>
  );
}

/** Three things people buy most, beside the promise; the shelf beneath asks for the same page. */
function HeroPictures() {
  const listings = useShelf("bestSelling").data?.data ?? [];
  return (
    <div className={classes.heroPictures} aria-hidden>
      {listings.slice(0, 3).map((listing) => (
        <Picture key={listing.id} picture={listing.picture} alt="" sizes="220px" isEager />
      ))}
    </div>
  );
}

function useShelf(sort: ListingSort) {
  return useQuery({
    queryKey: ["listings", "shelf", sort],
    queryFn: ({ signal }) =>
      request<ListingPage>("/api/listings", { query: { sort, inStock: true, limit: SHELF_SIZE }, signal }),
  });
}

function Shelf({ sort, title, isFirst = false }: { sort: ListingSort; title: string; isFirst?: boolean }) {
  const { t } = useTranslation("browse");
  const query = useShelf(sort);
  if (query.data?.data.length === 0) return null;
  return (
    <section aria-label={title}>
      <Group justify="space-between" mb="md">
        <Title order={2}>{title}</Title>
        <Anchor
          component={Link}
          to={`/search?sort=${sort}`}
          size="sm"
          aria-label={t("home.allOf", { shelf: title })}
        >
          {t("home.all")}
        </Anchor>
      </Group>
      <QueryView query={query} skeleton={<ProductGridSkeleton count={SHELF_SIZE} />}>
        {(page) => <ProductGrid listings={page.data} eager={isFirst ? 4 : 0} />}
      </QueryView>
    </section>
  );
}
