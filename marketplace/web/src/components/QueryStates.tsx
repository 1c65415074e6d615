/**
 * The four faces of server data: skeleton, error with retry, empty with what to do next, and the data, with paging.
 *   const query = usePages<OrderCard>(["orders", filters], "/api/orders", filters);
 *   <PagedList query={query} skeleton={<Rows />} empty={{ title: t("emptyTitle"), text: t("emptyText"), action }}>
 *     {(orders) => orders.map(...)}
 *   </PagedList>
 *   <QueryView query={useQuery(...)} skeleton={<Skeleton h={200} />}>{(order) => <... />}</QueryView>
 */
import { Alert, Button, EmptyState, Group, Stack } from "@mantine/core";
import { IconAlertCircle, IconMoodEmpty } from "@tabler/icons-react";
import {
  keepPreviousData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
} from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Page } from "../../../src/api/schema/paging.ts";
import { ApiError, type Query, request } from "../api/http.ts";

export type PagesResult<T> = UseInfiniteQueryResult<T[]>;

/** A list of the API ({data, nextCursor}), page by page. Filters belong in the URL and in `query`. */
export function usePages<T>(
  key: readonly unknown[],
  path: string,
  query: Query = {},
  options: { enabled?: boolean; refetchInterval?: number } = {},
): PagesResult<T> {
  return useInfiniteQuery({
    queryKey: [...key, query],
    queryFn: ({ pageParam, signal }) =>
      request<Page<T>>(path, { query: { ...query, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    select: (data) => data.pages.flatMap((page) => page.data),
    placeholderData: keepPreviousData,
    ...options,
  });
}

export interface EmptyProps {
  title: string;
  text?: string;
  action?: ReactNode;
  icon?: ReactNode;
}

export function Empty({ title, text, action, icon }: EmptyProps) {
  return (
    <EmptyState
      py={48}
      variant="light"
      icon={icon ?? <IconMoodEmpty aria-hidden />}
      title={title}
      description={text}
    >
      {action && <EmptyState.Actions>{action}</EmptyState.Actions>}
    </EmptyState>
  );
}

export function PagedList<T>({
  query,
  skeleton,
  empty,
  children,
}: {
  query: PagesResult<T>;
  skeleton: ReactNode;
  empty: EmptyProps;
  children: (items: T[]) => ReactNode;
}) {
  const { t } = useTranslation();
  if (query.isPending) return <div aria-busy="true">{skeleton}</div>;
  if (query.isError && !query.data) return <LoadError error={query.error} onRetry={() => query.refetch()} />;
  const items = query.data ?? [];
  if (items.length === 0) return <Empty {...empty} />;
  return (
    <Stack gap="lg" opacity={query.isPlaceholderData ? 0.6 : 1}>
      {children(items)}
      {query.hasNextPage && (
        <Group justify="center">
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            {t("loadMore")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

export function QueryView<T>({
  query,
  skeleton,
  children,
}: {
  query: UseQueryResult<T>;
  skeleton: ReactNode;
  children: (data: T) => ReactNode;
}) {
  if (query.isPending) return <div aria-busy="true">{skeleton}</div>;
  if (query.isError && query.data === undefined) {
    return <LoadError error={query.error} onRetry={() => query.refetch()} />;
  }
  return children(query.data as T);
}

export function LoadError({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert color="red" variant="light" icon={<IconAlertCircle aria-hidden />} title={t("error.loadTitle")}>
      <Stack gap="sm" align="flex-start">
        {errorText(error, t)}
        <Button variant="default" size="sm" onClick={onRetry}>
          {t("retry")}
        </Button>
      </Stack>
    </Alert>
  );
}

/** An API or network error in plain words. Errors of the chain: tx/explainError.ts. */
export function errorText(error: unknown, t: (key: string) => string): string {
  if (!(error instanceof ApiError)) return error instanceof Error ? error.message : String(error);
  if (error.status === 0) return t("error.offline");
  if (error.status === 404) return t("error.notFound");
  if (error.status === 429) return t("error.tooMany");
  if (error.status >= 500) return t("error.server");
  return error.message;
}
