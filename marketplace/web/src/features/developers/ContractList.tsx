/** The application's contracts with their addresses and ABIs. The ABIs are loaded when one is asked for. */
import { Button, Group, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useConfig } from "../../api/config.ts";
import { Address } from "../../components/Address.tsx";
import { DataTable } from "../workspace/DataTable.tsx";
import { downloadText } from "../workspace/downloadText.ts";

const NAMES = [
  "checkout",
  "escrow",
  "listings",
  "merchantRegistry",
  "depositFactory",
  "arbiterRegistry",
  "rewardsProgram",
  "profiles",
  "currencyList",
] as const;

export function ContractList() {
  const { t } = useTranslation("developers");
  const { contracts, chain } = useConfig();

  const downloadOne = async (name: (typeof NAMES)[number]) => {
    const { ABIS } = await import("../explorer/decode/ourContracts.ts");
    downloadText(`${name}.abi.json`, JSON.stringify(ABIS[name], null, 2), "application/json");
  };
  const downloadAll = async () => {
    const { ABIS } = await import("../explorer/decode/ourContracts.ts");
    const all = Object.fromEntries(
      NAMES.map((name) => [name, { address: contracts[name], abi: ABIS[name] }]),
    );
    const text = JSON.stringify({ chainId: chain.chainId, contracts: all }, null, 2);
    downloadText(`cybermiles-${chain.chainId}.json`, text, "application/json");
  };

  return (
    <>
      <Group justify="flex-end" mb="sm">
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={downloadAll}>
          {t("contracts.downloadAll")}
        </Button>
      </Group>
      <DataTable
        label={t("contracts.title")}
        rows={[...NAMES]}
        rowKey={(name) => name}
        columns={[
          {
            key: "name",
            label: t("contracts.name"),
            render: (name) => (
              <Text component="span" fz="sm" fw={550}>
                {t(`contract.${name}.name`)}
              </Text>
            ),
          },
          {
            key: "what",
            isText: true,
            label: t("contracts.what"),
            render: (name) => (
              <Text component="span" fz="sm" c="dimmed">
                {t(`contract.${name}.what`)}
              </Text>
            ),
          },
          {
            key: "address",
            label: t("contracts.address"),
            render: (name) => <Address address={contracts[name]} />,
          },
        ]}
        actions={(name) => (
          <Button
            variant="subtle"
            size="xs"
            leftSection={<IconDownload size={14} aria-hidden />}
            aria-label={t("contracts.abiOf", { name: t(`contract.${name}.name`) })}
            onClick={() => downloadOne(name)}
          >
            {t("contracts.abi")}
          </Button>
        )}
      />
    </>
  );
}
