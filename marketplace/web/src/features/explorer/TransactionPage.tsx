/**
 * One transaction told three ways: a sentence, its facts, and the raw truth (events, input). While it waits for a
 * block the page asks again. A failed one says why, by running it again on the state before its block.
 */
import { Alert, Badge, Card, Group, Stack, Tabs, Text } from "@mantine/core";
import { IconAlertCircle, IconCircleCheckFilled, IconCircleXFilled, IconClock } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import type { Hex } from "viem";
import type { Transaction } from "../../../../src/api/schema/explorer.ts";
import { useConfig } from "../../api/config.ts";
import { ApiError, request } from "../../api/http.ts";
import { Page } from "../../components/Page.tsx";
import { Empty, QueryView } from "../../components/QueryStates.tsx";
import { PageSkeleton } from "../workspace/PageSkeleton.tsx";
import { decodeCall } from "./decode/decodeCall.ts";
import { ourContractBook } from "./decode/ourContracts.ts";
import type { Sentence } from "./decode/sentence.ts";
import { TransactionEvents } from "./TransactionEvents.tsx";
import { TransactionFacts } from "./TransactionFacts.tsx";
import { TransactionInput } from "./TransactionInput.tsx";
import { useFailureReason } from "./useFailureReason.ts";
import { useSentence } from "./useSentence.ts";

export default function TransactionPage() {
  const { t } = useTranslation("explorer");
  const { hash = "" } = useParams();
  const query = useQuery({
    queryKey: ["explorer", "transaction", hash],
    queryFn: ({ signal }) =>
      request<Transaction>(`/api/explorer/transactions/${encodeURIComponent(hash)}`, { signal }),
    refetchInterval: ({ state }) => (state.data?.status === "pending" ? 1000 : false),
  });
  const isMissing = query.error instanceof ApiError && query.error.status === 404;
  return (
    <Page title={t("transaction.title")}>
      {isMissing ? (
        <Empty title={t("transaction.missing")} text={t("transaction.missingHint")} />
      ) : (
        <QueryView query={query} skeleton={<PageSkeleton />}>
          {(transaction) => <Story transaction={transaction} />}
        </QueryView>
      )}
    </Page>
  );
}

function Story({ transaction }: { transaction: Transaction }) {
  const { t } = useTranslation("explorer");
  const config = useConfig();
  const [params, setParams] = useSearchParams();
  const say = useSentence(transaction.transfers);
  const decoded = useMemo(
    () =>
      decodeCall(
        {
          to: transaction.to?.address ?? null,
          input: transaction.input as Hex,
          valueAtto: BigInt(transaction.valueAtto),
        },
        ourContractBook(config),
      ),
    [transaction, config],
  );
  const sentence = decoded?.sentence ?? plainSentence(transaction);
  return (
    <Stack gap="lg">
      <Card>
        <Group justify="space-between" align="flex-start" gap="sm">
          <Text fz="lg" fw={600} maw="60ch">
            {say(sentence, decoded?.functionName ?? transaction.method ?? "")}
          </Text>
          <StatusBadge status={transaction.status} />
        </Group>
      </Card>
      {transaction.status === "failed" && <Failure transaction={transaction} />}
      <Tabs
        value={params.get("tab") ?? "overview"}
        onChange={(tab) => setParams(tab && tab !== "overview" ? { tab } : {}, { replace: true })}
      >
        <Tabs.List>
          <Tabs.Tab value="overview">{t("transaction.overview")}</Tabs.Tab>
          <Tabs.Tab value="events">{t("transaction.logs", { count: transaction.logs.length })}</Tabs.Tab>
          <Tabs.Tab value="input">{t("transaction.input")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="overview" pt="md">
          <TransactionFacts transaction={transaction} />
        </Tabs.Panel>
        <Tabs.Panel value="events" pt="md">
          <TransactionEvents transaction={transaction} />
        </Tabs.Panel>
        <Tabs.Panel value="input" pt="md">
          <TransactionInput input={transaction.input} decoded={decoded} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

function plainSentence(transaction: Transaction): Sentence {
  if (!transaction.to) return { key: "call.creation", values: {} };
  const isTransfer = transaction.input === "0x";
  return {
    key: isTransfer ? "call.transfer" : "call.unknown",
    values: {
      sent: {
        kind: "amount",
        amountAtto: BigInt(transaction.valueAtto),
        currency: "0x0000000000000000000000000000000000000000",
      },
      to: { kind: "address", address: transaction.to.address },
    },
  };
}

function StatusBadge({ status }: { status: Transaction["status"] }) {
  const { t } = useTranslation("explorer");
  const faces = {
    success: { color: "jade", icon: IconCircleCheckFilled, text: t("transaction.succeeded") },
    failed: { color: "red", icon: IconCircleXFilled, text: t("transaction.failed") },
    pending: { color: "gray", icon: IconClock, text: t("transaction.pending") },
  } as const;
  const { color, icon: Icon, text } = faces[status];
  return (
    <Badge color={color} size="lg" leftSection={<Icon size={14} aria-hidden />}>
      {text}
    </Badge>
  );
}

function Failure({ transaction }: { transaction: Transaction }) {
  const { t } = useTranslation("explorer");
  const reason = useFailureReason(transaction);
  return (
    <Alert color="red" variant="light" icon={<IconAlertCircle aria-hidden />} title={t("transaction.reason")}>
      {reason ?? t("transaction.noReason")}
    </Alert>
  );
}
