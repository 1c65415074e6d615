/**
 * The ruling: a share for the buyer on a slider, what that pays to whom at once beneath, and the reason, which is
 * public. It cannot be undone, so the transaction dialog says it all again.
 */

import { escrowAbi } from "@cybermiles/contracts/abi/escrow";
import {
  Alert,
  Button,
  Card,
  Group,
  SimpleGrid,
  Slider,
  Stack,
  Table,
  Text,
  Textarea,
  Title,
} from "@mantine/core";
import { IconGavel, IconWorld } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Order } from "../../../../src/api/schema/orders.ts";
import { useConfig } from "../../api/config.ts";
import { storeDocument } from "../../api/contents.ts";
import { Money } from "../../components/Money.tsx";
import { formatBps } from "../../format/money.ts";
import { usePreferences } from "../../preferences.ts";
import { explainError } from "../../tx/explainError.ts";
import { runTransaction } from "../../tx/transactions.ts";
import { ErrorSummary } from "../workspace/ErrorSummary.tsx";
import { rulingAmounts } from "./rulingAmounts.ts";

const STEP_BPS = 100;

export function RulingForm({ order }: { order: Order }) {
  const { t } = useTranslation(["arbiter", "errors"]);
  const { language } = usePreferences();
  const { contracts } = useConfig();
  const navigate = useNavigate();
  const [buyerBps, setBuyerBps] = useState(5000);
  const [reason, setReason] = useState("");
  const [isReasonMissing, setReasonMissing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setReasonMissing(reason.trim() === "");
    if (reason.trim() === "") return;
    setBusy(true);
    setProblem(null);
    try {
      const reasonHash = await storeDocument({ kind: "ruling", orderId: order.id, text: reason.trim() });
      const outcome = await runTransaction({
        title: t("ruling.rule"),
        details: [
          { label: t("cases.case"), value: t("cases.order", { id: order.id }) },
          { label: t("outcome.share"), value: formatBps(buyerBps, language) },
        ],
        note: t("ruling.final"),
        confirmLabel: t("ruling.rule"),
        steps: [
          {
            label: t("ruling.rule"),
            call: {
              address: contracts.escrow,
              abi: escrowAbi,
              functionName: "rule",
              args: [BigInt(order.id), buyerBps, reasonHash],
            },
          },
        ],
        doneText: t("ruling.done"),
        invalidate: [["orders"], ["arbiter"]],
        isDangerous: true,
      });
      if (outcome) navigate("/arbiter");
    } catch (error) {
      setProblem(explainError(error, t));
    }
    setBusy(false);
  };

  return (
    <Card component="section" aria-labelledby="ruling">
      <form onSubmit={submit} noValidate>
        <Stack gap="lg">
          <Title order={2} id="ruling">
            {t("ruling.title")}
          </Title>
          <Split buyerBps={buyerBps} onChange={setBuyerBps} />
          <Amounts order={order} buyerBps={buyerBps} />
          <Textarea
            label={t("ruling.reason")}
            description={t("ruling.reasonHint")}
            required
            autosize
            minRows={4}
            maxLength={4000}
            value={reason}
            error={isReasonMissing ? t("ruling.reasonMissing") : null}
            onChange={(event) => {
              setReason(event.currentTarget.value);
              setReasonMissing(false);
            }}
          />
          <Alert variant="light" color="gray" icon={<IconWorld aria-hidden />}>
            {t("ruling.public")}
          </Alert>
          <ErrorSummary text={problem} />
          <Group justify="flex-end">
            <Button
              type="submit"
              size="md"
              leftSection={<IconGavel size={18} aria-hidden />}
              loading={isBusy}
            >
              {t("ruling.rule")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}

function Split({ buyerBps, onChange }: { buyerBps: number; onChange: (bps: number) => void }) {
  const { t } = useTranslation("arbiter");
  const { language } = usePreferences();
  return (
    <div>
      <Group justify="space-between" mb="xs">
        <Text fw={600}>{t("ruling.toBuyer", { share: formatBps(buyerBps, language) })}</Text>
        <Text fw={600}>{t("ruling.toSeller", { share: formatBps(10_000 - buyerBps, language) })}</Text>
      </Group>
      <Slider
        size="lg"
        min={0}
        max={10_000}
        step={STEP_BPS}
        value={buyerBps}
        onChange={onChange}
        label={(bps) => formatBps(bps, language)}
        thumbLabel={t("outcome.share")}
        marks={[0, 2500, 5000, 7500, 10_000].map((value) => ({ value }))}
      />
      <Group gap="xs" mt="md">
        {[0, 2500, 5000, 7500, 10_000].map((bps) => (
          <Button key={bps} variant="default" size="xs" onClick={() => onChange(bps)}>
            {t("ruling.preset", { share: formatBps(bps, language) })}
          </Button>
        ))}
      </Group>
    </div>
  );
}

function Amounts({ order, buyerBps }: { order: Order; buyerBps: number }) {
  const { t } = useTranslation("arbiter");
  const paid = rulingAmounts({
    amountAtto: BigInt(order.amountAtto),
    feeBps: order.feeBps,
    bondAtto: BigInt(order.bondAtto),
    arbiterFeeAtto: BigInt(order.arbiterFeeAtto),
    buyerBps,
  });
  const money = (amountAtto: bigint) => (
    <Money amountAtto={amountAtto} currency={order.currency} size="sm" align="end" />
  );
  const sides = [
    { key: "buyer", goods: paid.buyerAtto, deposit: paid.buyerDepositAtto },
    { key: "seller", goods: paid.sellerAtto, deposit: paid.sellerDepositAtto },
  ] as const;
  return (
    <Stack gap="sm" aria-live="polite">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {sides.map((side) => (
          <Table
            key={side.key}
            aria-label={t(`ruling.${side.key}Gets`)}
            captionSide="top"
            withTableBorder={false}
          >
            <Table.Caption ta="start" fw={600} c="var(--mantine-color-text)">
              {t(`ruling.${side.key}Gets`)}
            </Table.Caption>
            <Table.Tbody>
              <Table.Tr>
                <Table.Th fw={400}>{t("ruling.goods")}</Table.Th>
                <Table.Td ta="end">{money(side.goods)}</Table.Td>
              </Table.Tr>
              <Table.Tr>
                <Table.Th fw={400}>{t("ruling.deposit")}</Table.Th>
                <Table.Td ta="end">{money(side.deposit)}</Table.Td>
              </Table.Tr>
            </Table.Tbody>
          </Table>
        ))}
      </SimpleGrid>
      <Text fz="sm" c="dimmed">
        {t(`ruling.winner.${paid.winner}`)}
      </Text>
      <Group gap="lg">
        <Text fz="sm" component="div">
          {t("ruling.platform")}{" "}
          <Money amountAtto={paid.platformAtto} currency={order.currency} layout="inline" size="sm" />
        </Text>
        <Text fz="sm" component="div">
          {t("ruling.you")}{" "}
          <Money amountAtto={paid.arbiterAtto} currency={order.currency} layout="inline" size="sm" />
        </Text>
      </Group>
    </Stack>
  );
}
