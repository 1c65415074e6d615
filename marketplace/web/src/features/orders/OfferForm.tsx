/** A settlement: how much of the escrowed amount the buyer gets back. The other side may accept it at any time. */
import { Alert, Button, Group, Slider, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Order } from "../../../../src/api/schema/orders.ts";
import { Money } from "../../components/Money.tsx";
import { formatBps } from "../../format/money.ts";
import { usePreferences } from "../../preferences.ts";
import { useOrderForm } from "./useOrderForm.ts";

export function OfferForm({ order, onDone }: { order: Order; onDone: () => void }) {
  const { t } = useTranslation("orders");
  const { language } = usePreferences();
  const { submit, problem, isBusy } = useOrderForm(onDone);
  const [buyerBps, setBuyerBps] = useState(5000);
  const amountAtto = BigInt(order.amountAtto);
  const toBuyer = (amountAtto * BigInt(buyerBps)) / 10_000n;
  const shares = [
    { label: t("plan.toBuyer"), value: <Money amountAtto={toBuyer} currency={order.currency} size="sm" /> },
    {
      label: t("plan.toSeller"),
      value: <Money amountAtto={amountAtto - toBuyer} currency={order.currency} size="sm" />,
    },
  ];
  const send = () =>
    submit(async () => {
      const { offerCall } = await import("./orderCalls.ts");
      const call = await offerCall("offer", order.id, buyerBps);
      return {
        title: t("plan.offer.title", { id: order.id }),
        details: shares,
        note: t("plan.offer.note"),
        confirmLabel: t("plan.offer.confirm"),
        steps: [{ label: t("plan.offer.title", { id: order.id }), call }],
        doneText: t("plan.offer.done"),
        invalidate: [["orders"]],
      };
    });
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t("form.offer.text")}
      </Text>
      <Slider
        thumbLabel={t("form.offer.share")}
        value={buyerBps}
        onChange={setBuyerBps}
        min={0}
        max={10_000}
        step={100}
        label={(value) => formatBps(value, language)}
        marks={[0, 2500, 5000, 7500, 10_000].map((value) => ({ value, label: formatBps(value, language) }))}
        mb="xl"
        mx="sm"
      />
      <Group justify="space-between" align="flex-start">
        {shares.map((share) => (
          <Stack key={share.label} gap={2}>
            <Text size="sm" c="dimmed">
              {share.label}
            </Text>
            {share.value}
          </Stack>
        ))}
      </Group>
      {problem && (
        <Alert color="red" variant="light" role="alert">
          {problem}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button onClick={send} loading={isBusy}>
          {t("form.continue")}
        </Button>
      </Group>
    </Stack>
  );
}
