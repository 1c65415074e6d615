/** Words and pictures for a dispute: its reason, the answer, or more evidence. Encrypted to the parties and arbiters. */
import { Alert, Button, FileInput, Group, Stack, Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconPhoto } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { MessageBody } from "../../../../src/api/schema/envelopes.ts";
import type { Order } from "../../../../src/api/schema/orders.ts";
import { Money } from "../../components/Money.tsx";
import type { TxPlan, TxStep } from "../../tx/transactions.ts";
import type { Address } from "../../wallet/connection.ts";
import { MAX_PICTURES, shrinkPicture } from "./shrinkPicture.ts";
import { useOrderForm } from "./useOrderForm.ts";

interface StatementFormProps {
  action: "dispute" | "answer" | "addEvidence";
  order: Order;
  onDone: () => void;
}

export function StatementForm({ action, order, onDone }: StatementFormProps) {
  const { t } = useTranslation("orders");
  const { submit, problem, isBusy } = useOrderForm(onDone);
  const hasDeposit = action !== "addEvidence";
  const form = useForm({
    initialValues: { text: "", files: [] as File[] },
    validate: {
      text: (value) => (value.trim() ? null : t("form.required")),
      files: (files) =>
        files.length > MAX_PICTURES ? t("form.tooManyPictures", { count: MAX_PICTURES }) : null,
    },
  });
  const stepsOf = async (account: Address, body: MessageBody): Promise<TxStep[]> => {
    const { disputeSteps, evidenceCall } = await import("./orderCalls.ts");
    const step = t(`plan.${action}.title`, { id: order.id });
    if (action === "addEvidence") return [{ label: step, call: await evidenceCall(account, order, body) }];
    return disputeSteps(action, account, order, body, { approve: t("plan.approve"), step });
  };
  const send = form.onSubmit(({ text, files }) =>
    submit(async (account): Promise<TxPlan> => {
      const pictures = await Promise.all(files.map(shrinkPicture));
      const steps = await stepsOf(account, {
        text: text.trim(),
        ...(pictures.length > 0 ? { pictures } : {}),
      });
      return {
        title: t(`plan.${action}.title`, { id: order.id }),
        details: hasDeposit
          ? [
              {
                label: t("form.deposit"),
                value: <Money amountAtto={order.depositAtto} currency={order.currency} size="sm" />,
              },
            ]
          : [],
        note: t(`plan.${action}.note`),
        confirmLabel: t(`plan.${action}.confirm`),
        steps,
        doneText: t(`plan.${action}.done`),
        invalidate: [["orders"], ["arbiter"], ["seller"]],
      };
    }),
  );
  return (
    <form onSubmit={send} noValidate>
      <Stack>
        <Text size="sm" c="dimmed">
          {t(`form.${action}.text`)}
        </Text>
        {hasDeposit && (
          <Alert variant="light" color="orange" title={t("form.depositTitle")}>
            <Money amountAtto={order.depositAtto} currency={order.currency} layout="inline" />
            <Text size="sm" mt={4}>
              {t("form.depositText")}
            </Text>
          </Alert>
        )}
        <Textarea
          label={t("form.statement")}
          autosize
          minRows={4}
          maxLength={4000}
          required
          data-autofocus
          {...form.getInputProps("text")}
        />
        <FileInput
          label={t("form.pictures")}
          description={t("form.picturesText", { count: MAX_PICTURES })}
          accept="image/*"
          multiple
          clearable
          clearButtonProps={{ "aria-label": t("form.removePictures") }}
          size="md"
          leftSection={<IconPhoto size={18} aria-hidden />}
          {...form.getInputProps("files")}
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
