/** The bytecode at an address and, for our contracts, the ABI to copy or download. */
import { Button, Card, Code, Group, Skeleton, Stack, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Address } from "viem";
import { CopyIcon } from "../../components/Address.tsx";
import { QueryView } from "../../components/QueryStates.tsx";
import { getPublicClient } from "../../wallet/clients.ts";
import { downloadText } from "../workspace/downloadText.ts";
import { ABIS, type OurContractName } from "./decode/ourContracts.ts";

export function ContractCode({ address, contractName }: { address: Address; contractName: string | null }) {
  const { t } = useTranslation("explorer");
  const abi = contractName && contractName in ABIS ? ABIS[contractName as OurContractName] : null;
  const query = useQuery({
    queryKey: ["explorer", "code", address],
    queryFn: async () => (await (await getPublicClient()).getCode({ address })) ?? "0x",
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Stack gap="md">
      {abi && (
        <CodeCard
          title={t("address.abi")}
          text={JSON.stringify(abi, null, 2)}
          fileName={`${contractName}.abi.json`}
        />
      )}
      <QueryView query={query} skeleton={<Skeleton height={240} />}>
        {(code) => <CodeCard title={t("address.bytecode")} text={code} />}
      </QueryView>
    </Stack>
  );
}

function CodeCard({ title, text, fileName }: { title: string; text: string; fileName?: string }) {
  const { t } = useTranslation("explorer");
  return (
    <Card padding="md">
      <Group justify="space-between" mb="xs">
        <Text fw={600}>{title}</Text>
        <Group gap="xs">
          {fileName && (
            <Button
              variant="default"
              size="xs"
              leftSection={<IconDownload size={14} aria-hidden />}
              onClick={() => downloadText(fileName, text, "application/json")}
            >
              {t("address.download")}
            </Button>
          )}
          <CopyIcon value={text} label={t("address.copy")} />
        </Group>
      </Group>
      <Code
        block
        mah={320}
        tabIndex={0}
        style={{ overflow: "auto", whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}
      >
        {text}
      </Code>
    </Card>
  );
}
