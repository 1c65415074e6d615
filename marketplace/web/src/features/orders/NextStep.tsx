/**
 * What happens next and the actions that are legal now for who looks, by the escrow's own rules (legalActions).
 * The most fitting action is the one primary button; what the clock will allow later shows its countdown.
 */
import { Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import {
  legalActions,
  type OrderAction,
  type OrderActionName,
  roleOf,
} from "../../../../src/api/schema/orderActions.ts";
import type { Order } from "../../../../src/api/schema/orders.ts";
import { Countdown, useChainNowSec } from "../../components/Time.tsx";
import { useWallet } from "../../wallet/connection.ts";
import { ActionDialog } from "./ActionDialog.tsx";
import { useSimpleActions } from "./useSimpleActions.tsx";

/** First come, first primary. */
const PRIORITY: readonly OrderActionName[] = [
  "ship",
  "answer",
  "confirm",
  "acceptOffer",
  "rule",
  "release",
  "refundUnshipped",
  "closeSilent",
  "escalate",
  "closeUnruled",
  "settleRewards",
  "review",
];
const DIALOGS: readonly OrderActionName[] = ["ship", "dispute", "answer", "addEvidence", "offer", "review"];

export function NextStep({ order }: { order: Order }) {
  const { t } = useTranslation("orders");
  const { address } = useWallet();
  const nowSec = useChainNowSec(order.nowSec);
  const [dialog, setDialog] = useState<OrderActionName | null>(null);
  const { run, busy } = useSimpleActions(order);
  const actions = legalActions(order, address, nowSec);
  const open = actions.filter((action) => action.isOpen);
  // The deadline above says it already, where the clock allows it right after.
  const later = actions.filter(
    ({ isOpen, fromSec }) =>
      !isOpen && fromSec !== null && Math.abs(fromSec - (order.nextDeadlineSec ?? 0)) > 1,
  );
  const primary = PRIORITY.find(
    // Confirming before anything was shipped is allowed, but not what to press first.
    (name) => open.some(({ action }) => action === name) && !(name === "confirm" && order.state === "Funded"),
  );
  const role = roleOf(order, address) ?? "visitor";

  const start = (action: OrderAction) => {
    if (DIALOGS.includes(action.action)) setDialog(action.action);
    else void run(action);
  };
  return (
    <Card component="section" aria-labelledby="next-title" bg="var(--cm-surface)">
      <Title order={2} id="next-title">
        {t(`next.${order.state}.title`)}
      </Title>
      <Text mt={4} maw="60ch">
        {t(`next.${order.state}.${role === "buyer" || role === "seller" ? role : "visitor"}`)}
      </Text>
      {order.nextDeadlineSec !== null && order.nextDeadlineSec > nowSec && (
        <Text mt="xs" size="sm" c="dimmed">
          {t(`deadline.${order.state}`)} <Countdown untilSec={order.nextDeadlineSec} nowSec={order.nowSec} />
        </Text>
      )}
      {open.length > 0 && (
        <Group mt="md" gap="sm">
          {[...open]
            .sort((a, b) => Number(b.action === primary) - Number(a.action === primary))
            .map((action) =>
              action.action === "rule" ? (
                <Button key="rule" component={Link} to={`/arbiter/cases/${order.id}`}>
                  {t("action.rule")}
                </Button>
              ) : (
                <Button
                  key={action.action}
                  variant={action.action === primary ? "filled" : "default"}
                  loading={busy === action.action}
                  onClick={() => start(action)}
                >
                  {t(`action.${action.action}`, { share: (action.buyerBps ?? 0) / 100 })}
                </Button>
              ),
            )}
        </Group>
      )}
      {later.length > 0 && (
        <Stack gap={4} mt="md">
          {later.map((action) => (
            <Text key={action.action} size="sm" c="dimmed">
              {t(`later.${action.action}`)} <Countdown untilSec={action.fromSec ?? 0} nowSec={order.nowSec} />
            </Text>
          ))}
        </Stack>
      )}
      {dialog && <ActionDialog action={dialog} order={order} onClose={() => setDialog(null)} />}
    </Card>
  );
}
