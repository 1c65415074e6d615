/** One account or contract: balance, what it did, what it holds, and for our contracts their ABI and reads. */
import { Alert, Badge, Group, Stack, Tabs, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import type { AddressDetail, TransactionRow, Transfer } from "../../../../src/api/schema/explorer.ts";
import { request } from "../../api/http.ts";
import { Address, CopyIcon, Identicon, TransactionLink } from "../../components/Address.tsx";
import { Money } from "../../components/Money.tsx";
import { Page } from "../../components/Page.tsx";
import { Empty, PagedList, QueryView, usePages } from "../../components/QueryStates.tsx";
import { usePreferences } from "../../preferences.ts";
import { DataTable, TableSkeleton } from "../workspace/DataTable.tsx";
import { PageSkeleton } from "../workspace/PageSkeleton.tsx";
import { StatGrid, StatTile } from "../workspace/StatTile.tsx";
import { ContractCode } from "./ContractCode.tsx";
import { ContractRead } from "./ContractRead.tsx";
import { searchTarget } from "./searchTarget.ts";
import { TransactionTable } from "./TransactionTable.tsx";
import { TransferTable } from "./TransferTable.tsx";

export default function AddressPage() {
  const { t } = useTranslation("explorer");
  const { address = "" } = useParams();
  const isAddress = searchTarget(address).kind === "address";
  const query = useQuery({
    queryKey: ["explorer", "address", address.toLowerCase()],
    queryFn: ({ signal }) => request<AddressDetail>(`/api/explorer/addresses/${address}`, { signal }),
    enabled: isAddress,
  });
  return (
    <Page
      title={query.data?.label ?? (query.data?.isContract ? t("address.contractTitle") : t("address.title"))}
    >
      {isAddress ? (
        <QueryView query={query} skeleton={<PageSkeleton />}>
          {(detail) => <AddressView detail={detail} />}
        </QueryView>
      ) : (
        <Empty title={t("filter.bad")} text={t("search.noneHint")} />
      )}
    </Page>
  );
}

function AddressView({ detail }: { detail: AddressDetail }) {
  const { t } = useTranslation("explorer");
  const { language } = usePreferences();
  const [params, setParams] = useSearchParams();
  const tabs = ["transactions", "transfers", "tokens", ...(detail.isContract ? ["code", "read"] : [])];
  return (
    <Stack gap="lg">
      <Group gap="sm" wrap="nowrap">
        <Identicon address={detail.address} size={40} />
        <Text ff="monospace" fz="sm" style={{ overflowWrap: "anywhere" }}>
          {detail.address}
        </Text>
        <CopyIcon value={detail.address} label={t("copyAddress", { ns: "common" })} />
      </Group>
      <Group gap="xs">
        {detail.isContract && <Badge>{t("search.kind.contract")}</Badge>}
        {detail.isSeller && <Badge>{t("address.seller")}</Badge>}
        {detail.isArbiter && <Badge>{t("address.arbiter")}</Badge>}
      </Group>
      {detail.createdBy && (
        <Alert variant="light" color="gray">
          <Group gap="xs">
            {t("address.createdBy")} <Address address={detail.createdBy.address} />
            <TransactionLink hash={detail.createdBy.transactionHash} />
          </Group>
        </Alert>
      )}
      <StatGrid columns={3}>
        <StatTile label={t("address.balance")}>
          <Money amountAtto={detail.balanceAtto} size="lg" />
        </StatTile>
        <StatTile label={t("address.transactions")}>{detail.transactions.toLocaleString(language)}</StatTile>
        <StatTile label={t("address.sent")}>{detail.nonce.toLocaleString(language)}</StatTile>
      </StatGrid>
      <Tabs
        value={params.get("tab") ?? "transactions"}
        onChange={(tab) => setParams(tab && tab !== "transactions" ? { tab } : {}, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`address.tabs.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="transactions" pt="md">
          <Transactions address={detail.address} />
        </Tabs.Panel>
        <Tabs.Panel value="transfers" pt="md">
          <Transfers address={detail.address} />
        </Tabs.Panel>
        <Tabs.Panel value="tokens" pt="md">
          <Tokens detail={detail} />
        </Tabs.Panel>
        <Tabs.Panel value="code" pt="md">
          <ContractCode address={detail.address} contractName={detail.contractName} />
        </Tabs.Panel>
        <Tabs.Panel value="read" pt="md">
          <ContractRead address={detail.address} contractName={detail.contractName} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

function Transactions({ address }: { address: string }) {
  const { t } = useTranslation("explorer");
  const query = usePages<TransactionRow>(["explorer", "transactions"], "/api/explorer/transactions", {
    address,
  });
  return (
    <PagedList
      query={query}
      skeleton={<TableSkeleton />}
      empty={{ title: t("address.noTransactions"), text: t("address.noTransactionsHint") }}
    >
      {(rows) => <TransactionTable rows={rows} label={t("address.tabs.transactions")} />}
    </PagedList>
  );
}

function Transfers({ address }: { address: string }) {
  const { t } = useTranslation("explorer");
  const query = usePages<Transfer>(["explorer", "transfers"], "/api/explorer/transfers", { address });
  return (
    <PagedList
      query={query}
      skeleton={<TableSkeleton />}
      empty={{ title: t("address.noTransfers"), text: t("address.noTransfersHint") }}
    >
      {(rows) => <TransferTable rows={rows} label={t("address.tabs.transfers")} me={address} />}
    </PagedList>
  );
}

function Tokens({ detail }: { detail: AddressDetail }) {
  const { t } = useTranslation("explorer");
  if (detail.tokens.length === 0)
    return <Empty title={t("address.noTokens")} text={t("address.noTokensHint")} />;
  return (
    <DataTable
      label={t("address.tabs.tokens")}
      rows={detail.tokens}
      rowKey={(token) => token.address}
      rowTo={(token) => `/explorer/tokens/${token.address}`}
      columns={[
        { key: "name", label: t("tokens.token"), render: (token) => token.name },
        {
          key: "balance",
          label: t("token.balance"),
          align: "end",
          render: (token) => (
            <Money
              amountAtto={token.balanceAtto}
              currency={token.address}
              symbol={token.symbol}
              decimals={token.decimals}
              layout="token"
              size="sm"
            />
          ),
        },
      ]}
    />
  );
}
