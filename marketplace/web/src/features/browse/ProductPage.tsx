/** One product: pictures, what it costs, who sells it, how the buyer is protected, what others say. */
import { Anchor, Box, Breadcrumbs, DataList, Grid, Group, Skeleton, Stack, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { ListingPage, Product } from "../../../../src/api/schema/listings.ts";
import { request } from "../../api/http.ts";
import { usePageTitle } from "../../components/Page.tsx";
import { QueryView } from "../../components/QueryStates.tsx";
import classes from "./Browse.module.css";
import { BuyBox } from "./BuyBox.tsx";
import { Gallery } from "./Gallery.tsx";
import { ProductGrid, ProductGridSkeleton } from "./ProductGrid.tsx";
import { Reviews } from "./Reviews.tsx";
import { SellerCard } from "./SellerCard.tsx";

export default function ProductPage() {
  const { listingId = "" } = useParams();
  const query = useQuery({
    queryKey: ["listings", "product", listingId],
    queryFn: ({ signal }) => request<Product>(`/api/listings/${encodeURIComponent(listingId)}`, { signal }),
  });
  usePageTitle(query.data?.title ?? "");
  return (
    <Box py="lg">
      <QueryView query={query} skeleton={<ProductSkeleton />}>
        {(product) => <ProductView product={product} />}
      </QueryView>
    </Box>
  );
}

function ProductView({ product }: { product: Product }) {
  const { t } = useTranslation(["browse", "common"]);
  return (
    <Stack gap={56}>
      <div>
        <Breadcrumbs mb="md" fz="sm">
          <Anchor component={Link} to="/" size="sm">
            {t("common:nav.shop")}
          </Anchor>
          <Anchor component={Link} to={`/search?category=${product.category}`} size="sm">
            {t(`common:category.${product.category}`)}
          </Anchor>
        </Breadcrumbs>
        <div className={classes.product}>
          <Gallery pictures={product.pictures} title={product.title} />
          <div className={classes.buyBox}>
            <BuyBox product={product} />
          </div>
        </div>
      </div>
      <Grid gap={48}>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <section aria-label={t("product.about")}>
            <Title order={2} mb="sm">
              {t("product.about")}
            </Title>
            <div className={classes.prose}>{product.description}</div>
            {product.attributes.length > 0 && (
              <DataList mt="lg" withDivider labelWidth="40%">
                {product.attributes.map((attribute) => (
                  <DataList.Item key={attribute.name}>
                    <DataList.ItemLabel>{attribute.name}</DataList.ItemLabel>
                    <DataList.ItemValue>{attribute.value}</DataList.ItemValue>
                  </DataList.Item>
                ))}
              </DataList>
            )}
          </section>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <SellerCard seller={product.sellerCard} />
        </Grid.Col>
      </Grid>
      <Reviews path={`/api/listings/${product.id}/reviews`} />
      <MoreFromSeller product={product} />
    </Stack>
  );
}

function MoreFromSeller({ product }: { product: Product }) {
  const { t } = useTranslation("browse");
  const query = useQuery({
    queryKey: ["listings", "seller", product.seller.address],
    queryFn: ({ signal }) =>
      request<ListingPage>("/api/listings", { query: { seller: product.seller.address, limit: 5 }, signal }),
  });
  const others = query.data?.data.filter((listing) => listing.id !== product.id).slice(0, 4) ?? [];
  if (query.isSuccess && others.length === 0) return null;
  return (
    <section aria-label={t("product.more")}>
      <Group justify="space-between" mb="md">
        <Title order={2}>{t("product.more")}</Title>
        <Anchor component={Link} to={`/sellers/${product.seller.address}`} size="sm">
          {t("product.toShop")}
        </Anchor>
      </Group>
      <QueryView query={query} skeleton={<ProductGridSkeleton count={4} />}>
        {() => <ProductGrid listings={others} />}
      </QueryView>
    </section>
  );
}

function ProductSkeleton() {
  return (
    <div className={classes.product} style={{ marginTop: 40 }}>
      <Skeleton style={{ aspectRatio: "1" }} height="auto" radius="lg" />
      <Stack>
        <Skeleton height={36} width="80%" />
        <Skeleton height={20} width="40%" />
        <Skeleton height={56} width="50%" />
        <Skeleton height={42} />
        <Skeleton height={180} radius="lg" />
      </Stack>
    </div>
  );
}
