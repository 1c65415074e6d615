/** One block by number or hash, with its transactions and the way to its neighbours. */
import { ActionIcon, Card, DataList, Group, Stack, Text, Title, Tooltip } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { Block, TransactionRow } from "../../../../src/api/schema/explorer.ts";
import { ApiError, request } from "../../api/http.ts";
import { Address } from "../../components/Address.tsx";
import { Page } from "../../components/Page.tsx";
import { Empty, PagedList, QueryView, usePages } from "../../components/QueryStates.tsx";
import { formatAmount, formatBps } from "../../format/money.ts";
import { formatAbsolute } from "../../format/time.ts";
import { usePreferences } from "../../preferences.ts";
import { TableSkeleton } from "../workspace/DataTable.tsx";
import { PageSkeleton } from "../workspace/PageSkeleton.tsx";
import { Age } from "./Age.tsx";
import { HashText } from "./HashText.tsx";
import { shareBps } from "./shareBps.ts";
import { TransactionTable } from "./TransactionTable.tsx";

export function BlockPage() {
  const { t } = useTranslation("explorer");
  const { language } = usePreferences();
  const { number = "" } = useParams();
  const query = useQuery({
    queryKey: ["explorer", "block", number],
    queryFn: ({ signal }) => request<Block>(`/api/explorer/blocks/${encodeURIComponent(number)}`, { signal }),
  });
  const isMissing = query.error instanceof ApiError && query.error.status === 404;
  const title = query.data ? query.data.number.toLocaleString(language) : number;
  return (
    <Page
      title={t("block.title", { number: title })}
      actions={query.data && <Neighbours block={query.data} />}
    >
      {isMissing ? (
        <Empty title={t("block.missing", { number })} text={t("block.missingHint")} />
      ) : (
        <QueryView query={query} skeleton={<PageSkeleton />}>
          {(block) => (
            <Stack gap="xl">
              <Facts block={block} />
              <Transactions block={block} />
            </Stack>
          )}
        </QueryView>
      )}
    </Page>
  );
}

function Neighbours({ block }: { block: Block }) {
  const { t } = useTranslation("explorer");
  return (
    <Group gap="xs">
      {block.number > 0 && (
        <Tooltip label={t("block.previous")}>
          <ActionIcon
            component={Link}
            to={`/explorer/blocks/${block.number - 1}`}
            variant="default"
            size="lg"
            aria-label={t("block.previous")}
          >
            <IconChevronLeft size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      <Tooltip label={t("block.next")}>
        <ActionIcon
          component={Link}
          to={`/explorer/blocks/${block.number + 1}`}
          variant="default"
          size="lg"
          aria-label={t("block.next")}
        >
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}

function Facts({ block }: { block: Block }) {
  const { t } = useTranslation("explorer");
  const { language } = usePreferences();
  const number = (value: string) => BigInt(value).toLocaleString(language);
  const gas = {
    used: number(block.gasUsed),
    limit: number(block.gasLimit),
    share: formatBps(shareBps(block.gasUsed, block.gasLimit), language),
  };
  const rows = [
    [
      t("block.time"),
      <Text key="time" component="span" fz="sm">
        {formatAbsolute(block.atSec, language)} · <Age atSec={block.atSec} />
      </Text>,
    ],
    [t("block.gasUsed"), t("block.gasOf", gas)],
    [t("block.baseFee"), t("stats.gasUnit", { value: formatAmount(BigInt(block.baseFeeAtto), 9, language) })],
    [t("block.beneficiary"), <Address key="miner" address={block.miner.address} name={block.miner.label} />],
    [t("block.size"), t("block.bytes", { value: block.sizeBytes.toLocaleString(language) })],
    [t("block.hash"), <HashText key="hash" value={block.hash} />],
    [
      t("block.parent"),
      <HashText key="parent" value={block.parentHash} to={`/explorer/blocks/${block.parentHash}`} />,
    ],
    [t("block.stateRoot"), <HashText key="root" value={block.stateRoot} />],
  ] as const;
  return (
    <Card>
      <DataList withDivider labelWidth="140px">
        {rows.map(([label, value]) => (
          <DataList.Item key={label}>
            <DataList.ItemLabel>{label}</DataList.ItemLabel>
            <DataList.ItemValue miw={0}>{value}</DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList>
    </Card>
  );
}

function Transactions({ block }: { block: Block }) {
  const { t } = useTranslation("explorer");
  const query = usePages<TransactionRow>(["explorer", "block-transactions"], "/api/explorer/transactions", {
    block: block.number,
  });
  return (
    <section>
      <Title order={2} mb="md">
        {t("block.transactions")}
      </Title>
      <PagedList
        query={query}
        skeleton={<TableSkeleton rows={3} />}
        empty={{ title: t("block.empty"), text: t("block.emptyHint") }}
      >
        {(rows) => <TransactionTable rows={rows} label={t("block.transactions")} />}
      </PagedList>
    </section>
  );
}
