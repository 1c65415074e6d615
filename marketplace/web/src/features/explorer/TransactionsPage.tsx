/** All transactions, newest first; `?address=` narrows them to one account. */
import { Button, Group, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { TransactionRow } from "../../../../src/api/schema/explorer.ts";
import { Page } from "../../components/Page.tsx";
import { PagedList, usePages } from "../../components/QueryStates.tsx";
import { TableSkeleton } from "../workspace/DataTable.tsx";
import { LiveMark } from "./LiveMark.tsx";
import { searchTarget } from "./searchTarget.ts";
import { TransactionTable } from "./TransactionTable.tsx";
import { useBlockStream } from "./useBlockStream.ts";

const KEY = ["explorer", "transactions"];

export function TransactionsPage() {
  const { t } = useTranslation("explorer");
  const [params] = useSearchParams();
  const address = params.get("address");
  const isLive = useBlockStream(KEY);
  const query = usePages<TransactionRow>(KEY, "/api/explorer/transactions", { address });
  return (
    <Page title={t("transactions.title")} actions={<LiveMark isLive={isLive} />}>
      <AddressFilter key={address} address={address} />
      <PagedList
        query={query}
        skeleton={<TableSkeleton rows={10} />}
        empty={
          address
            ? { title: t("address.noTransactions"), text: t("address.noTransactionsHint") }
            : { title: t("transactions.empty"), text: t("transactions.emptyHint") }
        }
      >
        {(rows) => <TransactionTable rows={rows} label={t("transactions.title")} />}
      </PagedList>
    </Page>
  );
}

function AddressFilter({ address }: { address: string | null }) {
  const { t } = useTranslation("explorer");
  const [, setParams] = useSearchParams();
  const [text, setText] = useState(address ?? "");
  const [isBad, setBad] = useState(false);
  const apply = (event: FormEvent) => {
    event.preventDefault();
    const target = searchTarget(text);
    if (target.kind === "nothing") setParams({});
    else if (target.kind === "address") setParams({ address: target.address });
    else setBad(true);
  };
  return (
    <form onSubmit={apply}>
      <Group gap="xs" mb="md" align="flex-end" wrap="nowrap">
        <TextInput
          flex={1}
          maw={440}
          size="sm"
          label={t("filter.address")}
          placeholder="0x…"
          value={text}
          error={isBad ? t("filter.bad") : null}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setBad(false);
          }}
        />
        <Button type="submit" variant="default">
          {t("filter.apply")}
        </Button>
        {address && (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconX size={16} aria-hidden />}
            onClick={() => setParams({})}
          >
            {t("filter.clear")}
          </Button>
        )}
      </Group>
    </form>
  );
}
