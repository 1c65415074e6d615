/** ERC-20 tokens that have moved on this chain: merchants' reward tokens and payment currencies. */
import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Token } from "../../../../src/api/schema/explorer.ts";
import { Address, Identicon } from "../../components/Address.tsx";
import { Money } from "../../components/Money.tsx";
import { Page } from "../../components/Page.tsx";
import { PagedList, usePages } from "../../components/QueryStates.tsx";
import { usePreferences } from "../../preferences.ts";
import { DataTable, TableSkeleton } from "../workspace/DataTable.tsx";

export function TokensPage() {
  const { t } = useTranslation("explorer");
  const { language } = usePreferences();
  const query = usePages<Token>(["explorer", "tokens"], "/api/explorer/tokens");
  return (
    <Page title={t("tokens.title")}>
      <PagedList
        query={query}
        skeleton={<TableSkeleton rows={6} />}
        empty={{ title: t("tokens.empty"), text: t("tokens.emptyHint") }}
      >
        {(tokens) => (
          <DataTable
            label={t("tokens.title")}
            rows={tokens}
            rowKey={(token) => token.address}
            rowTo={(token) => `/explorer/tokens/${token.address}`}
            columns={[
              {
                key: "token",
                isText: true,
                label: t("tokens.token"),
                render: (token) => (
                  <Group gap="xs" wrap="nowrap" component="span" display="inline-flex">
                    <Identicon address={token.address} />
                    <span>
                      {token.name}{" "}
                      <Text component="span" c="dimmed" fz="sm">
                        {token.symbol}
                      </Text>
                    </span>
                  </Group>
                ),
              },
              {
                key: "address",
                label: t("tokens.address"),
                render: (token) => <Address address={token.address} />,
              },
              {
                key: "supply",
                label: t("tokens.supply"),
                align: "end",
                render: (token) => (
                  <Money
                    amountAtto={token.totalSupplyAtto}
                    currency={token.address}
                    symbol={token.symbol}
                    decimals={token.decimals}
                    layout="token"
                    size="sm"
                  />
                ),
              },
              {
                key: "holders",
                label: t("tokens.holders"),
                align: "end",
                render: (token) => <span className="tabular">{token.holders.toLocaleString(language)}</span>,
              },
              {
                key: "transfers",
                label: t("tokens.transfers"),
                align: "end",
                render: (token) => (
                  <span className="tabular">{token.transfers.toLocaleString(language)}</span>
                ),
              },
            ]}
          />
        )}
      </PagedList>
    </Page>
  );
}
