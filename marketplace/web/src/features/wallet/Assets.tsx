/** CMT, tokens and reward tokens of an account. */
import { Card, Group, Skeleton, Stack, Text } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { AddressDetail } from "../../../../src/api/schema/explorer.ts";
import { Identicon, shortAddress } from "../../components/Address.tsx";
import { Money } from "../../components/Money.tsx";
import { QueryView } from "../../components/QueryStates.tsx";
import { Mark } from "../../shell/Logo.tsx";
import type { Address } from "../../wallet/connection.ts";
import { useBalance } from "../../wallet/useBalance.ts";

export function Assets({ address, query }: { address: Address; query: UseQueryResult<AddressDetail> }) {
  const { t } = useTranslation("walletPage");
  const balance = useBalance(address);
  return (
    <QueryView query={query} skeleton={<Skeleton height={200} radius="lg" />}>
      {(detail) => (
        <Stack gap="sm">
          <Row name="CMT" text={t("assets.native")} icon={<Mark size={36} />}>
            <Money amountAtto={balance.data ?? BigInt(detail.balanceAtto)} align="end" />
          </Row>
          {detail.tokens.map((token) => (
            <Row
              key={token.address}
              name={token.name}
              text={shortAddress(token.address)}
              icon={<Identicon address={token.address} size={36} />}
            >
              <Money
                amountAtto={token.balanceAtto}
                currency={token.address}
                symbol={token.symbol}
                decimals={token.decimals}
                layout="token"
                align="end"
              />
            </Row>
          ))}
          {detail.tokens.length === 0 && (
            <Text size="sm" c="dimmed">
              {t("assets.noTokens")}
            </Text>
          )}
        </Stack>
      )}
    </QueryView>
  );
}

function Row(props: { name: string; text: string; icon: ReactNode; children: ReactNode }) {
  return (
    <Card padding="md">
      <Group wrap="nowrap" justify="space-between">
        <Group wrap="nowrap" gap="sm" miw={0}>
          {props.icon}
          <Stack gap={0} miw={0}>
            <Text fw={550} truncate>
              {props.name}
            </Text>
            <Text size="xs" c="dimmed">
              {props.text}
            </Text>
          </Stack>
        </Group>
        {props.children}
      </Group>
    </Card>
  );
}
