/** One token: supply, who holds it, how it moved. */
import { Progress, Tabs, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import type { Holder, Token, Transfer } from "../../../../src/api/schema/explorer.ts";
import { ApiError, request } from "../../api/http.ts";
import { Address } from "../../components/Address.tsx";
import { Money } from "../../components/Money.tsx";
import { Page } from "../../components/Page.tsx";
import { Empty, PagedList, QueryView, usePages } from "../../components/QueryStates.tsx";
import { formatBps } from "../../format/money.ts";
import { usePreferences } from "../../preferences.ts";
import { DataTable, TableSkeleton } from "../workspace/DataTable.tsx";
import { PageSkeleton } from "../workspace/PageSkeleton.tsx";
import { StatGrid, StatTile } from "../workspace/StatTile.tsx";
import { shareBps } from "./shareBps.ts";
import { TransferTable } from "./TransferTable.tsx";

export function TokenPage() {
  const { t } = useTranslation("explorer");
  const { address = "" } = useParams();
  const query = useQuery({
    queryKey: ["explorer", "token", address],
    queryFn: ({ signal }) =>
      request<Token>(`/api/explorer/tokens/${encodeURIComponent(address)}`, { signal }),
  });
  const isMissing = query.error instanceof ApiError && query.error.status === 404;
  return (
    <Page title={query.data ? `${query.data.name} (${query.data.symbol})` : t("tokens.token")}>
      {isMissing ? (
        <Empty title={t("token.missing")} text={t("token.missingHint")} />
      ) : (
        <QueryView query={query} skeleton={<PageSkeleton />}>
          {(token) => <TokenView token={token} />}
        </QueryView>
      )}
    </Page>
  );
}

function TokenView({ token }: { token: Token }) {
  const { t } = useTranslation("explorer");
  const { language } = usePreferences();
  const [params, setParams] = useSearchParams();
  return (
    <>
      <StatGrid columns={4}>
        <StatTile label={t("token.supply")}>
          <Money
            amountAtto={token.totalSupplyAtto}
            currency={token.address}
            symbol={token.symbol}
            decimals={token.decimals}
            layout="token"
            size="lg"
          />
        </StatTile>
        <StatTile label={t("token.holders")}>{token.holders.toLocaleString(language)}</StatTile>
        <StatTile label={t("token.transfers")}>{token.transfers.toLocaleString(language)}</StatTile>
        <StatTile label={t("token.contract")}>
          <Address address={token.address} />
        </StatTile>
      </StatGrid>
      <Tabs
        mt="lg"
        value={params.get("tab") ?? "holders"}
        onChange={(tab) => setParams(tab && tab !== "holders" ? { tab } : {}, { replace: true })}
      >
        <Tabs.List>
          <Tabs.Tab value="holders">{t("token.holders")}</Tabs.Tab>
          <Tabs.Tab value="transfers">{t("token.transfers")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="holders" pt="md">
          <Holders token={token} />
        </Tabs.Panel>
        <Tabs.Panel value="transfers" pt="md">
          <Transfers token={token} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function Holders({ token }: { token: Token }) {
  const { t } = useTranslation("explorer");
  const { language } = usePreferences();
  const query = usePages<Holder>(["explorer", "holders"], `/api/explorer/tokens/${token.address}/holders`);
  return (
    <PagedList
      query={query}
      skeleton={<TableSkeleton />}
      empty={{ title: t("token.noHolders"), text: t("token.noHoldersHint") }}
    >
      {(holders) => (
        <DataTable
          label={t("token.holders")}
          rows={holders}
          rowKey={(row) => row.holder.address}
          columns={[
            {
              key: "holder",
              label: t("token.holder"),
              render: (row) => <Address address={row.holder.address} name={row.holder.label} />,
            },
            {
              key: "balance",
              label: t("token.balance"),
              align: "end",
              render: (row) => (
                <Money
                  amountAtto={row.balanceAtto}
                  currency={token.address}
                  symbol={token.symbol}
                  decimals={token.decimals}
                  layout="token"
                  size="sm"
                />
              ),
            },
            {
              key: "share",
              label: t("token.share"),
              align: "end",
              render: (row) => {
                const bps = shareBps(row.balanceAtto, token.totalSupplyAtto);
                return (
                  <>
                    <Text component="span" fz="sm" className="tabular">
                      {formatBps(bps, language)}
                    </Text>
                    <Progress value={bps / 100} size="xs" mt={4} aria-label={t("token.share")} />
                  </>
                );
              },
            },
          ]}
        />
      )}
    </PagedList>
  );
}

function Transfers({ token }: { token: Token }) {
  const { t } = useTranslation("explorer");
  const query = usePages<Transfer>(["explorer", "transfers"], "/api/explorer/transfers", {
    token: token.address,
  });
  return (
    <PagedList
      query={query}
      skeleton={<TableSkeleton />}
      empty={{ title: t("address.noTransfers"), text: t("tokens.emptyHint") }}
    >
      {(rows) => <TransferTable rows={rows} label={t("token.transfers")} />}
    </PagedList>
  );
}
