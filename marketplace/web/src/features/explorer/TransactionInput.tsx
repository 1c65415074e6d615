/** The input of a transaction, decoded where its contract is known, and as it is. */
import { Card, Code, Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { CopyIcon } from "../../components/Address.tsx";
import { Empty } from "../../components/QueryStates.tsx";
import { ArgumentTable } from "./ArgumentTable.tsx";
import type { DecodedCall } from "./decode/decodeCall.ts";

export function TransactionInput({ input, decoded }: { input: string; decoded: DecodedCall | undefined }) {
  const { t } = useTranslation("explorer");
  if (input === "0x") return <Empty title={t("transaction.noInput")} />;
  return (
    <Stack gap="md">
      {decoded && (
        <Card padding="md">
          <Text fz="sm" c="dimmed">
            {t("transaction.function")}
          </Text>
          <Text ff="monospace" fz="sm" mb="sm" style={{ overflowWrap: "anywhere" }}>
            {decoded.signature}
          </Text>
          <ArgumentTable rows={decoded.rows} label={t("transaction.decoded")} />
        </Card>
      )}
      <Card padding="md">
        <Group justify="space-between" mb="xs">
          <Text fz="sm" c="dimmed">
            {t("transaction.raw")}
          </Text>
          <CopyIcon value={input} label={t("address.copy")} />
        </Group>
        <Code
          block
          mah={320}
          style={{ overflow: "auto", whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}
          tabIndex={0}
        >
          {input}
        </Code>
      </Card>
    </Stack>
  );
}
