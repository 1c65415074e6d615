/** The seller ships: carrier and tracking code, encrypted to the buyer. */
import { Alert, Button, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { Order } from "../../../../src/api/schema/orders.ts";
import { useOrderForm } from "./useOrderForm.ts";

export function ShipForm({ order, onDone }: { order: Order; onDone: () => void }) {
  const { t } = useTranslation("orders");
  const { submit, problem, isBusy } = useOrderForm(onDone);
  const form = useForm({
    initialValues: { carrier: "", code: "", note: "" },
    validate: { carrier: (value) => (value.trim() ? null : t("form.required")) },
  });
  const send = form.onSubmit(({ carrier, code, note }) =>
    submit(async (account) => {
      const { shipCall } = await import("./orderCalls.ts");
      const tracking = {
        carrier: carrier.trim(),
        code: code.trim(),
        ...(note.trim() ? { note: note.trim() } : {}),
      };
      const call = await shipCall(account, order, tracking);
      return {
        title: t("plan.ship.title", { id: order.id }),
        details: [
          { label: t("form.ship.carrier"), value: carrier },
          { label: t("form.ship.code"), value: code || "–" },
        ],
        note: t("plan.ship.note"),
        confirmLabel: t("plan.ship.confirm"),
        steps: [{ label: t("plan.ship.title", { id: order.id }), call }],
        doneText: t("plan.ship.done"),
        invalidate: [["orders"], ["seller"]],
      };
    }),
  );
  return (
    <form onSubmit={send} noValidate>
      <Stack>
        <Text size="sm" c="dimmed">
          {t("form.ship.text")}
        </Text>
        <TextInput
          label={t("form.ship.carrier")}
          maxLength={80}
          required
          data-autofocus
          {...form.getInputProps("carrier")}
        />
        <TextInput label={t("form.ship.code")} maxLength={80} {...form.getInputProps("code")} />
        <Textarea
          label={t("form.ship.note")}
          maxLength={1000}
          autosize
          minRows={2}
          {...form.getInputProps("note")}
        />
        {problem && (
          <Alert color="red" variant="light" role="alert">
            {problem}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button type="submit" loading={isBusy}>
            {t("form.continue")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
