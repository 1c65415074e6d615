/** Results of a search that its text alone could not settle: hashes and names. A single hit opens at once. */
import { Badge, Card, Group, Skeleton, Stack, Text, UnstyledButton } from "@mantine/core";
import { IconSearchOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, Navigate, useSearchParams } from "react-router";
import type { SearchResult, SearchResults } from "../../../../src/api/schema/explorer.ts";
import { request } from "../../api/http.ts";
import { Page } from "../../components/Page.tsx";
import { Empty, QueryView } from "../../components/QueryStates.tsx";

export function SearchPage() {
  const { t } = useTranslation("explorer");
  const [params] = useSearchParams();
  const text = params.get("q") ?? "";
  const query = useQuery({
    queryKey: ["explorer", "search", text],
    queryFn: ({ signal }) => request<SearchResults>("/api/explorer/search", { query: { q: text }, signal }),
  });
  return (
    <Page title={t("search.results", { query: text })}>
      <QueryView
        query={query}
        skeleton={
          <Stack>
            <Skeleton height={64} />
            <Skeleton height={64} />
          </Stack>
        }
      >
        {({ data }) => <Results results={data} text={text} />}
      </QueryView>
    </Page>
  );
}

function Results({ results, text }: { results: SearchResult[]; text: string }) {
  const { t } = useTranslation("explorer");
  const [only] = results;
  if (only && results.length === 1) return <Navigate to={pathOf(only)} replace />;
  if (results.length === 0) {
    return (
      <Empty
        title={t("search.none", { query: text })}
        text={t("search.noneHint")}
        icon={<IconSearchOff aria-hidden />}
      />
    );
  }
  return (
    <Stack gap="sm">
      {results.map((result) => (
        <UnstyledButton key={`${result.kind}-${result.id}`} component={Link} to={pathOf(result)}>
          <Card padding="md">
            <Group wrap="nowrap" gap="md">
              <Badge>{t(`search.kind.${result.kind}`)}</Badge>
              <div style={{ minWidth: 0 }}>
                <Text fw={550}>{result.label}</Text>
                <Text fz="xs" c="dimmed" truncate>
                  {result.id}
                </Text>
              </div>
            </Group>
          </Card>
        </UnstyledButton>
      ))}
    </Stack>
  );
}

function pathOf({ kind, id }: SearchResult): string {
  const paths: Record<SearchResult["kind"], string> = {
    block: `/explorer/blocks/${id}`,
    transaction: `/explorer/transactions/${id}`,
    address: `/explorer/addresses/${id}`,
    token: `/explorer/tokens/${id}`,
    order: `/orders/${id}`,
    listing: `/products/${id}`,
    seller: `/sellers/${id}`,
  };
  return paths[kind];
}
