/** Holds a page's place while its code or its first data is on the way. */
import { Skeleton, Stack } from "@mantine/core";

export function PageSkeleton() {
  return (
    <Stack py="lg" gap="lg" aria-busy="true" mih="60vh">
      <Skeleton height={32} width="40%" />
      <Skeleton height={120} radius="lg" />
      <Skeleton height={240} radius="lg" />
    </Stack>
  );
}
