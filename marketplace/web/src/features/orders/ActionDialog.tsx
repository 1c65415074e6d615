/** Actions that need words: ship, dispute, answer, evidence, offer, review. Nothing typed is lost on failure. */
import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OrderActionName } from "../../../../src/api/schema/orderActions.ts";
import type { Order } from "../../../../src/api/schema/orders.ts";
import { OfferForm } from "./OfferForm.tsx";
import { ReviewForm } from "./ReviewForm.tsx";
import { ShipForm } from "./ShipForm.tsx";
import { StatementForm } from "./StatementForm.tsx";

interface ActionDialogProps {
  action: OrderActionName;
  order: Order;
  onClose: () => void;
}

export function ActionDialog({ action, order, onClose }: ActionDialogProps) {
  const { t } = useTranslation(["orders", "common"]);
  const form = () => {
    if (action === "ship") return <ShipForm order={order} onDone={onClose} />;
    if (action === "offer") return <OfferForm order={order} onDone={onClose} />;
    if (action === "review") return <ReviewForm order={order} onDone={onClose} />;
    return (
      <StatementForm action={action as "dispute" | "answer" | "addEvidence"} order={order} onDone={onClose} />
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`form.${action}.title`)}
      size="lg"
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      {form()}
    </Modal>
  );
}
