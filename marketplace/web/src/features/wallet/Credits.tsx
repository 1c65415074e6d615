/** Money that the escrow owes the account (refunds, settlements, sales), to be withdrawn. Hidden where there is none. */
import { escrowAbi } from "@cybermiles/contracts/abi/escrow";
import { Button, Card, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useConfig } from "../../api/config.ts";
import { Money } from "../../components/Money.tsx";
import { runTransaction } from "../../tx/transactions.ts";
import type { Address } from "../../wallet/connection.ts";

export function Credits({ address }: { address: Address }) {
  const { t } = useTranslation("walletPage");
  const { contracts, currencies } = useConfig();
  const { data: credits = [] } = useQuery({
    queryKey: ["balance", "credits", address],
    queryFn: async () => {
      const { getPublicClient } = await import("../../wallet/clients.ts");
      const client = await getPublicClient();
      const amounts = await Promise.all(
        currencies.map((currency) =>
          client.readContract({
            address: contracts.escrow,
            abi: escrowAbi,
            functionName: "withdrawableOf",
            args: [address, currency.address],
          }),
        ),
      );
      return currencies
        .map((currency, index) => ({ currency: currency.address, amountAtto: amounts[index] ?? 0n }))
        .filter((credit) => credit.amountAtto > 0n);
    },
  });
  if (credits.length === 0) return null;
  const withdraw = (currency: Address, amountAtto: bigint) =>
    runTransaction({
      title: t("credits.title"),
      details: [
        { label: t("credits.get"), value: <Money amountAtto={amountAtto} currency={currency} size="sm" /> },
      ],
      confirmLabel: t("credits.action"),
      steps: [
        {
          label: t("credits.title"),
          call: {
            address: contracts.escrow,
            abi: escrowAbi,
            functionName: "withdraw",
            args: [address, currency],
          },
        },
      ],
      doneText: t("credits.done"),
      invalidate: [["seller"], ["arbiter"]],
    });
  return (
    <Card component="section" aria-label={t("credits.title")} bg="var(--mantine-color-jade-light)">
      <Stack gap="sm">
        {credits.map((credit) => (
          <Group key={credit.currency} justify="space-between">
            <Stack gap={0}>
              <Text size="sm">{t("credits.text")}</Text>
              <Money amountAtto={credit.amountAtto} currency={credit.currency} />
            </Stack>
            <Button onClick={() => withdraw(credit.currency, credit.amountAtto)}>
              {t("credits.action")}
            </Button>
          </Group>
        ))}
      </Stack>
    </Card>
  );
}
