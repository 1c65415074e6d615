/** What moved in and out of an account, newest first. */
import { Card, Group, Skeleton, Stack, Text, ThemeIcon } from "@mantine/core";
import { IconArrowDownLeft, IconArrowUpRight, IconHistory } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Transfer } from "../../../../src/api/schema/explorer.ts";
import { shortAddress, TransactionLink } from "../../components/Address.tsx";
import { Money } from "../../components/Money.tsx";
import { PagedList, usePages } from "../../components/QueryStates.tsx";
import { RelativeTime } from "../../components/Time.tsx";

export function Activity({ address }: { address: string }) {
  const { t } = useTranslation("walletPage");
  const query = usePages<Transfer>(["balance", "transfers"], "/api/explorer/transfers", { address });
  return (
    <PagedList
      query={query}
      skeleton={<Skeleton height={240} radius="lg" />}
      empty={{
        title: t("activity.emptyTitle"),
        text: t("activity.emptyText"),
        icon: <IconHistory aria-hidden />,
      }}
    >
      {(transfers) => (
        <Stack gap="sm">
          {transfers.map((transfer, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one transaction may hold several equal transfers
            <TransferRow key={`${transfer.transactionHash}-${index}`} transfer={transfer} address={address} />
          ))}
        </Stack>
      )}
    </PagedList>
  );
}

function TransferRow({ transfer, address }: { transfer: Transfer; address: string }) {
  const { t } = useTranslation("walletPage");
  const isIncoming = transfer.to.address === address;
  const other = isIncoming ? transfer.from : transfer.to;
  return (
    <Card padding="md" component="article">
      <Group wrap="nowrap" justify="space-between">
        <Group wrap="nowrap" gap="sm" miw={0}>
          <ThemeIcon variant="light" color={isIncoming ? "jade" : "gray"} radius="xl" size="lg">
            {isIncoming ? (
              <IconArrowDownLeft size={18} aria-hidden />
            ) : (
              <IconArrowUpRight size={18} aria-hidden />
            )}
          </ThemeIcon>
          <Stack gap={0} miw={0}>
            <Text size="sm" fw={550} truncate>
              {t(isIncoming ? "activity.from" : "activity.to", {
                who: other.label ?? shortAddress(other.address),
              })}
            </Text>
            <Group gap={8}>
              <Text size="xs" c="dimmed">
                <RelativeTime atSec={transfer.atSec} />
              </Text>
              <TransactionLink hash={transfer.transactionHash} />
            </Group>
          </Stack>
        </Group>
        <Money
          amountAtto={isIncoming ? transfer.amountAtto : -BigInt(transfer.amountAtto)}
          currency={transfer.token}
          symbol={transfer.symbol}
          decimals={transfer.decimals}
          layout="token"
          size="sm"
          align="end"
        />
      </Group>
    </Card>
  );
}
