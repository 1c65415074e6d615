/** Reviews: only buyers with a released order can write one, so each carries its order. */
import { Card, Group, Rating, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Review } from "../../../../src/api/schema/reviews.ts";
import { Identicon, shortAddress } from "../../components/Address.tsx";
import { PagedList, usePages } from "../../components/QueryStates.tsx";
import { RelativeTime } from "../../components/Time.tsx";

export function Reviews({ path }: { path: string }) {
  const { t } = useTranslation("browse");
  const query = usePages<Review>(["reviews", path], path, { limit: 6 });
  return (
    <section aria-label={t("reviews.title")}>
      <Title order={2} mb={4}>
        {t("reviews.title")}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {t("reviews.text")}
      </Text>
      <PagedList
        query={query}
        skeleton={<Skeleton height={120} />}
        empty={{ title: t("reviews.emptyTitle"), text: t("reviews.emptyText") }}
      >
        {(reviews) => (
          <Stack gap="sm">
            {reviews.map((review) => (
              <Card key={review.orderId} padding="md" component="article">
                <Group justify="space-between" mb={8}>
                  <Group gap="xs">
                    <Identicon address={review.buyer.address} />
                    <Text size="sm" fw={550}>
                      {review.buyer.name ?? shortAddress(review.buyer.address)}
                    </Text>
                  </Group>
                  <Text size="xs" c="dimmed">
                    <RelativeTime atSec={review.createdAtSec} />
                  </Text>
                </Group>
                <div role="img" aria-label={t("reviews.stars", { stars: review.stars })}>
                  <Rating value={review.stars} readOnly size="sm" aria-hidden />
                </div>
                {review.text && (
                  <Text mt={8} style={{ whiteSpace: "pre-line" }}>
                    {review.text}
                  </Text>
                )}
              </Card>
            ))}
          </Stack>
        )}
      </PagedList>
    </section>
  );
}
