/** Products side by side: two on a phone, four on a desk; and its skeleton of the same size. */
import { SimpleGrid, Skeleton, Stack } from "@mantine/core";
import type { ListingCard } from "../../../../src/api/schema/listings.ts";
import { ProductCard } from "./ProductCard.tsx";

interface GridProps {
  listings: ListingCard[];
  columns?: 3 | 4;
  /** how many are above the fold */
  eager?: number;
}

export function ProductGrid({ listings, columns = 4, eager = 0 }: GridProps) {
  return (
    <SimpleGrid
      cols={{ base: 2, sm: 3, lg: columns }}
      spacing={{ base: "md", sm: "lg" }}
      verticalSpacing="xl"
    >
      {listings.map((listing, index) => (
        <ProductCard key={listing.id} listing={listing} isEager={index < eager} />
      ))}
    </SimpleGrid>
  );
}

export function ProductGridSkeleton({ count = 8, columns = 4 }: { count?: number; columns?: 3 | 4 }) {
  return (
    <SimpleGrid
      cols={{ base: 2, sm: 3, lg: columns }}
      spacing={{ base: "md", sm: "lg" }}
      verticalSpacing="xl"
    >
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: skeletons are all alike
        <Stack key={index} gap={8}>
          <Skeleton style={{ aspectRatio: "1" }} height="auto" radius="lg" />
          <Skeleton height={20} width="85%" />
          <Skeleton height={14} width="50%" />
          <Skeleton height={38} width="35%" />
        </Stack>
      ))}
    </SimpleGrid>
  );
}
