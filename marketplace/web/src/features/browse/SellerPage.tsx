/** A seller's shop: who they are, what the chain says about them, what they sell, what buyers say. */
import { Box, Card, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconBuildingStore } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { ListingCard } from "../../../../src/api/schema/listings.ts";
import type { Seller } from "../../../../src/api/schema/sellers.ts";
import { request } from "../../api/http.ts";
import { Address, shortAddress } from "../../components/Address.tsx";
import { usePageTitle } from "../../components/Page.tsx";
import { PagedList, QueryView, usePages } from "../../components/QueryStates.tsx";
import { ProductGrid, ProductGridSkeleton } from "./ProductGrid.tsx";
import { Reviews } from "./Reviews.tsx";
import { ReputationFacts, SellerLine, SellerPicture } from "./SellerCard.tsx";

export default function SellerPage() {
  const { t } = useTranslation("browse");
  const { address = "" } = useParams();
  const seller = useQuery({
    queryKey: ["sellers", address],
    queryFn: ({ signal }) => request<Seller>(`/api/sellers/${encodeURIComponent(address)}`, { signal }),
  });
  const listings = usePages<ListingCard>(["listings", "of-seller"], "/api/listings", { seller: address });
  usePageTitle(seller.data?.name ?? t("seller.title"));
  return (
    <Box py="lg">
      <Stack gap={48}>
        <QueryView query={seller} skeleton={<Skeleton height={220} radius="lg" />}>
          {(data) => <SellerHead seller={data} />}
        </QueryView>
        <section aria-label={t("seller.products")}>
          <Title order={2} mb="md">
            {t("seller.products")}
          </Title>
          <PagedList
            query={listings}
            skeleton={<ProductGridSkeleton />}
            empty={{ title: t("seller.noProducts"), icon: <IconBuildingStore aria-hidden /> }}
          >
            {(items) => <ProductGrid listings={items} eager={4} />}
          </PagedList>
        </section>
        <Reviews path={`/api/sellers/${encodeURIComponent(address)}/reviews`} />
      </Stack>
    </Box>
  );
}

function SellerHead({ seller }: { seller: Seller }) {
  const { t } = useTranslation("browse");
  return (
    <Card padding="xl">
      <Group align="flex-start" gap="xl">
        <SellerPicture seller={seller} size={88} />
        <Stack gap="xs" flex={1} miw={240}>
          <Title order={1}>{seller.name ?? shortAddress(seller.address)}</Title>
          <SellerLine seller={seller} />
          <Text maw="65ch" style={{ whiteSpace: "pre-line" }}>
            {seller.about || t("seller.noAbout")}
          </Text>
          <Address address={seller.address} />
        </Stack>
        <Stack miw={280} gap="xs">
          <ReputationFacts seller={seller} />
          <Text size="xs" c="dimmed">
            {t("seller.fromChain")}
          </Text>
        </Stack>
      </Group>
    </Card>
  );
}
