/** One end of a move of money. Tokens that come from nowhere were minted, those that go nowhere burnt. */
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { zeroAddress } from "viem";
import type { Transfer } from "../../../../src/api/schema/explorer.ts";
import { Address } from "../../components/Address.tsx";

export function TransferParty({ transfer, end }: { transfer: Transfer; end: "from" | "to" }) {
  const { t } = useTranslation("explorer");
  const party = transfer[end];
  if (party.address === zeroAddress) {
    return (
      <Text component="span" fz="sm" c="dimmed">
        {t(end === "from" ? "transfers.minted" : "transfers.burnt")}
      </Text>
    );
  }
  return <Address address={party.address} name={party.label} />;
}
