/** One order of the checkout: its lines, and the seller's reward tokens that may be used for it. */
import { Button, Card, Group, NumberInput, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RewardBalance } from "../../../../src/api/schema/rewards.ts";
import { shortAddress } from "../../components/Address.tsx";
import { Money } from "../../components/Money.tsx";
import { Picture } from "../../components/Picture.tsx";
import { formatAmount, parseAmount, toDecimal } from "../../format/money.ts";
import { usePreferences } from "../../preferences.ts";
import classes from "./Checkout.module.css";
import type { PayableGroup } from "./payOrders.ts";

interface GroupCardProps {
  group: PayableGroup;
  balance: RewardBalance | undefined;
  maxTokensAtto: bigint;
  onTokens: (tokensAtto: bigint) => void;
}

export function OrderGroupCard({ group, balance, maxTokensAtto, onTokens }: GroupCardProps) {
  const { t } = useTranslation("checkout");
  return (
    <Card component="section">
      <Title order={2} size="h3" mb="sm">
        {group.seller.name ?? shortAddress(group.seller.address)}
      </Title>
      <Stack gap="sm">
        {group.lines.map(({ product, quantity, totalAtto }) => (
          <Group key={product.id} wrap="nowrap" gap="sm" align="flex-start">
            <div className={classes.smallThumb}>
              <Picture picture={product.picture} alt="" sizes="56px" style={{ borderRadius: 8 }} />
            </div>
            <Stack gap={2} flex={1} miw={0}>
              <Text size="sm" fw={550} lineClamp={2}>
                {product.title}
              </Text>
              <Text size="sm" c="dimmed">
                {t("group.quantity", { count: quantity })}
              </Text>
            </Stack>
            <Money amountAtto={totalAtto} currency={group.currency} size="sm" align="end" />
          </Group>
        ))}
        {balance && maxTokensAtto > 0n && (
          <RewardField balance={balance} maxTokensAtto={maxTokensAtto} onTokens={onTokens} />
        )}
        {group.payAtto < group.subtotalAtto && (
          <Group justify="space-between">
            <Text size="sm">{t("group.discount")}</Text>
            <Money
              amountAtto={group.payAtto - group.subtotalAtto}
              currency={group.currency}
              size="sm"
              align="end"
              layout="token"
            />
          </Group>
        )}
      </Stack>
    </Card>
  );
}

function RewardField({
  balance,
  maxTokensAtto,
  onTokens,
}: Pick<GroupCardProps, "maxTokensAtto" | "onTokens"> & { balance: RewardBalance }) {
  const { t } = useTranslation("checkout");
  const { language } = usePreferences();
  const [text, setText] = useState("");
  const { symbol } = balance.program;
  const change = (value: string) => {
    setText(value);
    onTokens(parseAmount(value, 18) ?? 0n);
  };
  return (
    <NumberInput
      label={t("group.useRewards", { symbol })}
      description={t("group.have", {
        amount: `${formatAmount(BigInt(balance.balanceAtto), 18, language)} ${symbol}`,
      })}
      value={text}
      onChange={(value) => change(String(value))}
      allowNegative={false}
      decimalScale={18}
      hideControls
      size="sm"
      rightSectionWidth={88}
      rightSection={
        <Button variant="subtle" size="compact-sm" onClick={() => change(toDecimal(maxTokensAtto, 18))}>
          {t("group.useAll")}
        </Button>
      }
    />
  );
}
