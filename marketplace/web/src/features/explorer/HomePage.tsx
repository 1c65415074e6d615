/** The chain at a glance: figures, activity by day, latest blocks and transactions, refreshed with every block. */
import { Anchor, Card, Group, SimpleGrid, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type {
  Block,
  BlockPage,
  Stats,
  TransactionPage,
  TransactionRow,
} from "../../../../src/api/schema/explorer.ts";
import { useConfig } from "../../api/config.ts";
import { request } from "../../api/http.ts";
import { Money } from "../../components/Money.tsx";
import { Page } from "../../components/Page.tsx";
import { Empty, QueryView } from "../../components/QueryStates.tsx";
import { formatAmount } from "../../format/money.ts";
import { usePreferences } from "../../preferences.ts";
import { StatGrid, StatSkeleton, StatTile } from "../workspace/StatTile.tsx";
import { ActivityChart } from "./ActivityChart.tsx";
import { LatestBlock, LatestTransaction } from "./LatestRows.tsx";
import { LiveMark } from "./LiveMark.tsx";
import { useBlockStream } from "./useBlockStream.ts";

const KEY = ["explorer", "home"];

export function HomePage() {
  const { t } = useTranslation("explorer");
  const { chain } = useConfig();
  const isLive = useBlockStream(KEY);
  const stats = useQuery({
    queryKey: [...KEY, "stats"],
    queryFn: ({ signal }) => request<Stats>("/api/explorer/stats", { signal }),
  });
  return (
    <Page title={t("title")} text={t("lead", { chain: chain.name })} actions={<LiveMark isLive={isLive} />}>
      <Stack gap="xl">
        <QueryView query={stats} skeleton={<StatSkeleton tiles={4} />}>
          {(data) => (
            <Stack gap="md">
              <Figures stats={data} />
              {data.daily.length > 1 && <ActivityChart daily={data.daily} nowSec={data.latestBlockSec} />}
            </Stack>
          )}
        </QueryView>
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
          <Latest<Block, BlockPage>
            title={t("blocks.latest")}
            all={{ to: "/explorer/blocks", label: t("blocks.all") }}
            path="/api/explorer/blocks"
            empty={{ title: t("blocks.empty"), text: t("blocks.emptyHint") }}
            render={(block) => <LatestBlock key={block.hash} block={block} />}
          />
          <Latest<TransactionRow, TransactionPage>
            title={t("transactions.latest")}
            all={{ to: "/explorer/transactions", label: t("transactions.all") }}
            path="/api/explorer/transactions"
            empty={{ title: t("transactions.empty"), text: t("transactions.emptyHint") }}
            render={(row) => <LatestTransaction key={row.hash} row={row} />}
          />
        </SimpleGrid>
      </Stack>
    </Page>
  );
}

function Figures({ stats }: { stats: Stats }) {
  const { t } = useTranslation("explorer");
  const { language } = usePreferences();
  const number = (value: number) => value.toLocaleString(language);
  return (
    <StatGrid columns={4}>
      <StatTile
        label={t("stats.block")}
        note={
          stats.blockTimeMs === null ? null : t("stats.every", { value: number(stats.blockTimeMs / 1000) })
        }
      >
        {number(stats.latestBlock)}
      </StatTile>
      <StatTile
        label={t("stats.transactions")}
        note={t("stats.lastDay", { value: number(stats.transactionsLastDay) })}
      >
        {number(stats.transactions)}
      </StatTile>
      <StatTile label={t("stats.escrowed")} note={t("stats.ordersOpen", { count: stats.ordersOpen })}>
        <Money amountAtto={stats.escrowedAtto} layout="token" size="lg" />
      </StatTile>
      <StatTile label={t("stats.gasPrice")} note={t("stats.gasNote")}>
        {t("stats.gasUnit", { value: formatAmount(BigInt(stats.baseFeeAtto), 9, language) })}
      </StatTile>
    </StatGrid>
  );
}

interface LatestProps<T> {
  title: string;
  all: { to: string; label: string };
  path: string;
  empty: { title: string; text: string };
  render: (item: T) => React.ReactNode;
}

function Latest<T, P extends { data: T[] }>({ title, all, path, empty, render }: LatestProps<T>) {
  const query = useQuery({
    queryKey: [...KEY, path],
    queryFn: ({ signal }) => request<P>(path, { query: { limit: 8 }, signal }),
  });
  return (
    <Card padding="md">
      <Group justify="space-between" mb="xs">
        <Title order={2} fz="md">
          {title}
        </Title>
        <Anchor component={Link} to={all.to} fz="sm">
          {all.label}
        </Anchor>
      </Group>
      <QueryView query={query} skeleton={<Skeleton height={480} />}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty {...empty} />
          ) : (
            <Text component="ul" m={0} p={0} style={{ listStyle: "none" }}>
              {data.map(render)}
            </Text>
          )
        }
      </QueryView>
    </Card>
  );
}
