/** What the block says of a transaction, and the money it moved. */
import { Anchor, Card, DataList, Group, Stack, Text, Title } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Transaction, Transfer } from "../../../../src/api/schema/explorer.ts";
import { Address } from "../../components/Address.tsx";
import { Money } from "../../components/Money.tsx";
import { formatAmount, formatBps } from "../../format/money.ts";
import { formatAbsolute } from "../../format/time.ts";
import { usePreferences } from "../../preferences.ts";
import { Age } from "./Age.tsx";
import { HashText } from "./HashText.tsx";
import { shareBps } from "./shareBps.ts";
import { TransferParty } from "./TransferParty.tsx";

export function TransactionFacts({ transaction }: { transaction: Transaction }) {
  return (
    <Stack gap="lg">
      <Moves transfers={transaction.transfers} />
      <Card>
        <DataList withDivider labelWidth="140px">
          {useFacts(transaction).map(([label, value]) => (
            <DataList.Item key={label}>
              <DataList.ItemLabel>{label}</DataList.ItemLabel>
              <DataList.ItemValue miw={0}>{value}</DataList.ItemValue>
            </DataList.Item>
          ))}
        </DataList>
      </Card>
    </Stack>
  );
}

function useFacts(transaction: Transaction): [string, ReactNode][] {
  const { t } = useTranslation("explorer");
  const { language } = usePreferences();
  const isPending = transaction.status === "pending";
  const facts: [string, ReactNode][] = [
    [t("transaction.hash"), <HashText key="hash" value={transaction.hash} />],
  ];
  if (!isPending) {
    facts.push(
      [
        t("transaction.block"),
        <Anchor key="block" component={Link} to={`/explorer/blocks/${transaction.blockNumber}`} fz="sm">
          {transaction.blockNumber.toLocaleString(language)}
        </Anchor>,
      ],
      [
        t("transaction.time"),
        <Text key="time" component="span" fz="sm">
          {formatAbsolute(transaction.atSec, language)} · <Age atSec={transaction.atSec} />
        </Text>,
      ],
    );
  }
  facts.push([
    t("transaction.from"),
    <Address key="from" address={transaction.from.address} name={transaction.from.label} />,
  ]);
  if (transaction.to) {
    facts.push([
      t("transaction.to"),
      <Address key="to" address={transaction.to.address} name={transaction.to.label} />,
    ]);
  } else if (transaction.contractAddress) {
    facts.push([t("transaction.created"), <Address key="created" address={transaction.contractAddress} />]);
  }
  facts.push([
    t("transaction.value"),
    <Money key="value" amountAtto={transaction.valueAtto} layout="inline" size="sm" />,
  ]);
  if (!isPending) {
    facts.push([
      t("transaction.fee"),
      <Money key="fee" amountAtto={transaction.feeAtto} layout="inline" size="sm" />,
    ]);
  }
  facts.push([
    t("transaction.gasPrice"),
    t("stats.gasUnit", { value: formatAmount(BigInt(transaction.gasPriceAtto), 9, language) }),
  ]);
  if (transaction.gasUsed !== null) {
    const share = formatBps(shareBps(transaction.gasUsed, transaction.gasLimit), language);
    const used = BigInt(transaction.gasUsed).toLocaleString(language);
    const limit = BigInt(transaction.gasLimit).toLocaleString(language);
    facts.push([t("transaction.gas"), t("transaction.gasOf", { used, limit, share })]);
  }
  facts.push(
    [t("transaction.type"), t(`transaction.types.${transaction.type}`, { defaultValue: transaction.type })],
    [t("transaction.nonce"), String(transaction.nonce)],
  );
  if (transaction.index !== null) facts.push([t("transaction.position"), String(transaction.index)]);
  return facts;
}

function Moves({ transfers }: { transfers: Transfer[] }) {
  const { t } = useTranslation("explorer");
  if (transfers.length === 0) return null;
  return (
    <Card>
      <Title order={2} fz="md" mb="sm">
        {t("transaction.moves")}
      </Title>
      <Stack gap="sm" component="ul" m={0} p={0} style={{ listStyle: "none" }}>
        {transfers.map((transfer, index) => (
          <Group key={`${transfer.token}-${index.toString()}`} component="li" gap="xs">
            <Money
              amountAtto={transfer.amountAtto}
              currency={transfer.token}
              symbol={transfer.symbol}
              decimals={transfer.decimals}
              layout="token"
            />
            <Group gap={6}>
              <TransferParty transfer={transfer} end="from" />
              <IconArrowRight size={16} role="img" aria-label={t("transaction.moveTo")} />
              <TransferParty transfer={transfer} end="to" />
            </Group>
          </Group>
        ))}
      </Stack>
    </Card>
  );
}
