/** A new webhook endpoint: its address and which events it wants. */
import { Button, Modal, MultiSelect, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queryClient } from "../../api/queryClient.ts";
import { applyApiError } from "../workspace/applyApiError.ts";
import { ErrorSummary } from "../workspace/ErrorSummary.tsx";
import { EVENT_TYPES } from "./gatewayTypes.ts";
import { useMerchant } from "./merchantContext.ts";

interface EndpointModalProps {
  isOpen: boolean;
  onClose: () => void;
  onCreated: (secret: string) => void;
}

export function EndpointModal({ isOpen, onClose, onCreated }: EndpointModalProps) {
  const { t } = useTranslation("gateway");
  const { merchant, gateway, isLive } = useMerchant();
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm({
    initialValues: { url: "", description: "", eventTypes: [] as string[] },
    validate: { url: (url) => (/^https?:\/\/\S+$/.test(url.trim()) ? null : t("webhooks.badUrl")) },
  });
  const submit = form.onSubmit(async ({ url, description, eventTypes }) => {
    setProblem(null);
    form.setSubmitting(true);
    try {
      const { secret } = await gateway.createEndpoint({
        url: url.trim(),
        eventTypes,
        livemode: isLive,
        ...(description.trim() ? { description: description.trim() } : {}),
      });
      await queryClient.invalidateQueries({ queryKey: ["gateway", merchant.id, "/webhook_endpoints"] });
      form.reset();
      onClose();
      onCreated(secret);
    } catch (error) {
      setProblem(applyApiError(error, form, t));
    }
    form.setSubmitting(false);
  });
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t("webhooks.add")}
      closeButtonProps={{ "aria-label": t("close", { ns: "common" }) }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            type="url"
            label={t("webhooks.url")}
            description={t("webhooks.urlHint")}
            placeholder="https://shop.example/webhooks"
            required
            data-autofocus
            {...form.getInputProps("url")}
          />
          <TextInput
            label={t("webhooks.description")}
            maxLength={200}
            {...form.getInputProps("description")}
          />
          <MultiSelect
            size="md"
            label={t("webhooks.events")}
            description={t("webhooks.eventsHint")}
            placeholder={form.values.eventTypes.length === 0 ? t("webhooks.allEvents") : ""}
            data={[...EVENT_TYPES]}
            clearable
            {...form.getInputProps("eventTypes")}
          />
          <ErrorSummary text={problem} />
          <Button type="submit" loading={form.submitting}>
            {t("webhooks.add")}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
