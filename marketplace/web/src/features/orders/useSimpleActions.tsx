/** Actions that need no form: each says what it will do and cost, then goes through the transaction dialog. */
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OrderAction, OrderActionName } from "../../../../src/api/schema/orderActions.ts";
import type { Order } from "../../../../src/api/schema/orders.ts";
import { Address } from "../../components/Address.tsx";
import { Money } from "../../components/Money.tsx";
import { errorText } from "../../components/QueryStates.tsx";
import { ensureSession } from "../../session/session.ts";
import { runTransaction, type TxPlan } from "../../tx/transactions.ts";

export function useSimpleActions(order: Order) {
  const { t } = useTranslation(["orders", "common"]);
  const [busy, setBusy] = useState<OrderActionName | null>(null);

  const run = async (action: OrderAction) => {
    setBusy(action.action);
    try {
      if (action.action === "shareWithArbiter") await share();
      else await runTransaction(await planOf(action));
    } catch (error) {
      notifications.show({ color: "red", title: t(`action.${action.action}`), message: errorText(error, t) });
    } finally {
      setBusy(null);
    }
  };

  const planOf = async ({ action, buyerBps }: OrderAction): Promise<TxPlan> => {
    const { simpleCall, offerCall, settleRewardsCall } = await import("./orderCalls.ts");
    const call =
      action === "acceptOffer"
        ? await offerCall("acceptOffer", order.id, buyerBps ?? 0)
        : action === "settleRewards"
          ? await settleRewardsCall(order.id)
          : await simpleCall(action as Parameters<typeof simpleCall>[0], order.id);
    const amountAtto = BigInt(order.amountAtto);
    const toBuyer = shareToBuyer(action, amountAtto, buyerBps);
    const details = [
      toBuyer !== null && {
        label: t("plan.toSeller"),
        value: <Money amountAtto={amountAtto - toBuyer} currency={order.currency} size="sm" />,
      },
      toBuyer !== null && {
        label: t("plan.toBuyer"),
        value: <Money amountAtto={toBuyer} currency={order.currency} size="sm" />,
      },
      {
        label: t("fact.seller"),
        value: <Address address={order.seller.address} name={order.seller.name} isStatic />,
      },
    ].filter((detail) => detail !== false);
    return {
      title: t(`plan.${action}.title`, { id: order.id }),
      details,
      note: t(`plan.${action}.note`),
      confirmLabel: t(`plan.${action}.confirm`),
      steps: [{ label: t(`plan.${action}.title`, { id: order.id }), call }],
      doneText: t(`plan.${action}.done`),
      invalidate: [["orders"], ["rewards"], ["listings"], ["seller"]],
    };
  };

  const share = async () => {
    if (!(await ensureSession())) return;
    const { shareWithArbiters } = await import("./shareWithArbiters.ts");
    const count = await shareWithArbiters(order);
    notifications.show({ title: t("action.shareWithArbiter"), message: t("share.done", { count }) });
  };

  return { run, busy };
}

/** What the buyer gets of the escrowed amount; null where the action moves none. */
function shareToBuyer(action: OrderActionName, amountAtto: bigint, buyerBps: number | null): bigint | null {
  if (action === "confirm" || action === "release") return 0n;
  if (action === "cancel" || action === "refundUnshipped") return amountAtto;
  if (action === "acceptOffer") return (amountAtto * BigInt(buyerBps ?? 0)) / 10_000n;
  if (action === "closeUnruled") return amountAtto / 2n;
  return null;
}
