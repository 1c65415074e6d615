/** What the contracts said during a transaction: a sentence for each event, its arguments, or the raw log. */
import { Badge, Card, Code, Group, Stack, Text } from "@mantine/core";
import { IconMessage2Off } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Hex } from "viem";
import type { Transaction } from "../../../../src/api/schema/explorer.ts";
import { useConfig } from "../../api/config.ts";
import { Address } from "../../components/Address.tsx";
import { Empty } from "../../components/QueryStates.tsx";
import { ArgumentTable } from "./ArgumentTable.tsx";
import { decodeLog } from "./decode/decodeLog.ts";
import { ourContractBook } from "./decode/ourContracts.ts";
import { useSentence } from "./useSentence.ts";

export function TransactionEvents({ transaction }: { transaction: Transaction }) {
  const { t } = useTranslation("explorer");
  const config = useConfig();
  const say = useSentence(transaction.transfers);
  const events = useMemo(() => {
    const book = ourContractBook(config);
    return transaction.logs.map((log) => ({
      log,
      decoded: decodeLog({ address: log.address.address, topics: log.topics, data: log.data as Hex }, book),
    }));
  }, [transaction, config]);
  if (events.length === 0) {
    return (
      <Empty
        title={t("transaction.noLogs")}
        text={t("transaction.noLogsHint")}
        icon={<IconMessage2Off aria-hidden />}
      />
    );
  }
  return (
    <Stack gap="md">
      {events.map(({ log, decoded }) => (
        <Card key={log.index} padding="md">
          <Stack gap="sm">
            <Group justify="space-between" gap="xs">
              <Address address={log.address.address} name={log.address.label} />
              <Badge color="gray">{decoded?.eventName ?? `#${log.index}`}</Badge>
            </Group>
            {decoded ? (
              <>
                <Text fw={550}>{say(decoded.sentence, decoded.eventName)}</Text>
                <ArgumentTable rows={decoded.rows} label={`${decoded.eventName} ${log.index}`} />
              </>
            ) : (
              <RawLog log={log} />
            )}
          </Stack>
        </Card>
      ))}
    </Stack>
  );
}

function RawLog({ log }: { log: Transaction["logs"][number] }) {
  const { t } = useTranslation("explorer");
  return (
    <>
      <Text fz="sm" c="dimmed">
        {t("transaction.undecoded")}
      </Text>
      {log.topics.map((topic, index) => (
        <Code key={topic} block aria-label={t("transaction.topic", { index })}>
          {topic}
        </Code>
      ))}
      {log.data !== "0x" && (
        <Code block aria-label={t("transaction.data")}>
          {log.data}
        </Code>
      )}
    </>
  );
}
