/** One figure with its name, as dashboards show them in a row. */
import { Card, SimpleGrid, Skeleton, Text } from "@mantine/core";
import type { ReactNode } from "react";

interface StatTileProps {
  label: string;
  children: ReactNode;
  /** A short remark beneath the figure. */
  note?: ReactNode;
}

export function StatTile({ label, children, note }: StatTileProps) {
  return (
    <Card padding="md">
      <Text fz="sm" c="dimmed">
        {label}
      </Text>
      <Text component="div" fz="lg" fw={600} mt={4} className="tabular">
        {children}
      </Text>
      {note && (
        <Text component="div" fz="xs" c="dimmed" mt={4}>
          {note}
        </Text>
      )}
    </Card>
  );
}

export function StatGrid({ children, columns = 4 }: { children: ReactNode; columns?: number }) {
  return (
    <SimpleGrid cols={{ base: 2, md: columns }} spacing={{ base: "sm", md: "md" }}>
      {children}
    </SimpleGrid>
  );
}

export function StatSkeleton({ tiles = 4 }: { tiles?: number }) {
  return (
    <StatGrid columns={tiles}>
      {Array.from({ length: tiles }, (_, index) => (
        <Skeleton key={`tile-${index.toString()}`} height={92} radius="lg" />
      ))}
    </StatGrid>
  );
}
