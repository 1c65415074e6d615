/** Ships one order: the buyer's address, read with the wallet's message key, and the parcel's tracking, sent back encrypted. */
import {
  Alert,
  Button,
  Card,
  Divider,
  Drawer,
  Group,
  Skeleton,
  Stack,
  Text,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconAlertTriangle, IconLockOpen } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ShippingAddress } from "../../../../../src/api/schema/envelopes.ts";
import type { Order } from "../../../../../src/api/schema/orders.ts";
import { request } from "../../../api/http.ts";
import { Address, CopyIcon } from "../../../components/Address.tsx";
import { QueryView } from "../../../components/QueryStates.tsx";
import { RelativeTime } from "../../../components/Time.tsx";
import { countryName } from "../../../format/country.ts";
import { usePreferences } from "../../../preferences.ts";
import { explainError } from "../../../tx/explainError.ts";
import { runTransaction } from "../../../tx/transactions.ts";
import { useWallet } from "../../../wallet/connection.ts";
import { shipCall } from "../../orders/orderCalls.ts";
import { useMessageKey, usePrivateText } from "../../orders/usePrivate.ts";
import { ErrorSummary } from "../../workspace/ErrorSummary.tsx";
import { addressLines } from "./addressLines.ts";

interface ShipDrawerProps {
  orderId: string | null;
  onClose: () => void;
}

export function ShipDrawer({ orderId, onClose }: ShipDrawerProps) {
  const { t } = useTranslation(["seller", "common"]);
  const query = useQuery({
    queryKey: ["orders", orderId],
    queryFn: ({ signal }) => request<Order>(`/api/orders/${orderId}`, { signal }),
    enabled: orderId !== null && /^\d+$/.test(orderId),
  });
  return (
    <Drawer
      opened={orderId !== null}
      onClose={onClose}
      position="right"
      size="md"
      title={t("ship.title", { id: orderId ?? "" })}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <QueryView query={query} skeleton={<Skeleton height={320} />}>
        {(order) =>
          order.state === "Funded" ? (
            <ShipForm order={order} onShipped={onClose} />
          ) : (
            <Alert variant="light">{t("ship.notNeeded")}</Alert>
          )
        }
      </QueryView>
    </Drawer>
  );
}

function ShipForm({ order, onShipped }: { order: Order; onShipped: () => void }) {
  const { t } = useTranslation(["seller", "errors", "common"]);
  const { address } = useWallet();
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm({
    initialValues: { carrier: "", code: "", note: "" },
    validate: { carrier: (carrier) => (carrier.trim() === "" ? t("ship.carrierMissing") : null) },
  });
  const submit = form.onSubmit(async ({ carrier, code, note }) => {
    if (!address) return;
    setProblem(null);
    form.setSubmitting(true);
    try {
      const tracking = {
        carrier: carrier.trim(),
        code: code.trim(),
        ...(note.trim() ? { note: note.trim() } : {}),
      };
      const call = await shipCall(address, order, tracking);
      const outcome = await runTransaction({
        title: t("ship.title", { id: order.id }),
        details: [
          { label: t("ship.carrier"), value: carrier },
          {
            label: t("orders.buyer"),
            value: <Address address={order.buyer.address} name={order.buyer.name} />,
          },
        ],
        note: t("ship.note"),
        confirmLabel: t("ship.action"),
        steps: [{ label: t("ship.action"), call }],
        doneText: t("ship.done"),
        invalidate: [["orders"], ["seller"]],
      });
      if (outcome) onShipped();
    } catch (error) {
      setProblem(explainError(error, t));
    }
    form.setSubmitting(false);
  });
  return (
    <Stack>
      <Text fz="sm" c="dimmed">
        {t("ship.until")} <RelativeTime atSec={order.shipDeadlineSec} />
      </Text>
      <Stack gap={4}>
        {order.lines.map((line) => (
          <Text key={line.listingId} fz="sm">
            {line.quantity} × {line.title}
          </Text>
        ))}
      </Stack>
      <AddressCard order={order} />
      <Divider />
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label={t("ship.carrier")}
            description={t("ship.carrierHint")}
            required
            maxLength={80}
            {...form.getInputProps("carrier")}
          />
          <TextInput
            label={t("ship.code")}
            description={t("ship.codeHint")}
            maxLength={80}
            {...form.getInputProps("code")}
          />
          <Textarea
            label={t("ship.message")}
            autosize
            minRows={2}
            maxLength={1000}
            {...form.getInputProps("note")}
          />
          <ErrorSummary text={problem} />
          <Button type="submit" size="md" loading={form.submitting}>
            {t("common:continue")}
          </Button>
        </Stack>
      </form>
    </Stack>
  );
}

function AddressCard({ order }: { order: Order }) {
  const { t } = useTranslation("seller");
  const { language } = usePreferences();
  const { key, unlock, isBusy } = useMessageKey();
  const note = order.documents.find((document) => document.kind === "note");
  const envelope = note?.envelope ?? null;
  const text = usePrivateText<ShippingAddress>(envelope, note?.hash ?? "");
  if (!note || !envelope) {
    return (
      <Alert variant="light" color="orange" icon={<IconAlertTriangle aria-hidden />}>
        {t("ship.noAddress")}
      </Alert>
    );
  }
  if (!key) {
    return (
      <Card padding="md">
        <Stack gap="sm" align="flex-start">
          <Text fz="sm" c="dimmed">
            {t("ship.sealed")}
          </Text>
          <Button
            variant="light"
            leftSection={<IconLockOpen size={18} aria-hidden />}
            loading={isBusy}
            onClick={unlock}
          >
            {t("ship.unseal")}
          </Button>
        </Stack>
      </Card>
    );
  }
  if (!text) return <Skeleton height={120} radius="lg" />;
  if (!text.isReadable) {
    return (
      <Alert
        variant="light"
        color="red"
        icon={<IconAlertTriangle aria-hidden />}
        title={t("ship.unreadable")}
      >
        {t(`ship.reason.${text.reason}`)}
      </Alert>
    );
  }
  const lines = addressLines(text.content, (code) => countryName(code, language));
  return (
    <Card padding="md" component="section" aria-label={t("ship.address")}>
      <Group justify="space-between" mb={4}>
        <Text fz="sm" c="dimmed">
          {t("ship.address")}
        </Text>
        <CopyIcon value={lines.join("\n")} label={t("ship.copyAddress")} />
      </Group>
      <Text style={{ whiteSpace: "pre-line" }}>{lines.join("\n")}</Text>
      {text.content.phone && (
        <Text fz="sm" mt="xs">
          {t("ship.phone", { phone: text.content.phone })}
        </Text>
      )}
      {text.content.note && (
        <Text fz="sm" mt="xs" c="dimmed">
          {text.content.note}
        </Text>
      )}
    </Card>
  );
}
