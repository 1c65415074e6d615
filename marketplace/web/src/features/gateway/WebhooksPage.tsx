/** Where events are sent, and every delivery with how it went. */
import {
  ActionIcon,
  Badge,
  Button,
  Card,
  Group,
  Menu,
  NativeSelect,
  Skeleton,
  Stack,
  Text,
  Title,
} from "@mantine/core";
import { notifications } from "@mantine/notifications";
import {
  IconDots,
  IconEye,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlus,
  IconTrash,
  IconWebhook,
} from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queryClient } from "../../api/queryClient.ts";
import { Page } from "../../components/Page.tsx";
import { errorText, PagedList } from "../../components/QueryStates.tsx";
import { RelativeTime } from "../../components/Time.tsx";
import { ConfirmModal } from "../workspace/ConfirmModal.tsx";
import { DataTable, TableSkeleton } from "../workspace/DataTable.tsx";
import { useFilters } from "../workspace/useFilters.ts";
import { DeliveryBadge } from "./DeliveryBadge.tsx";
import { EndpointModal } from "./EndpointModal.tsx";
import { useGatewayPages } from "./gatewayApi.ts";
import { DELIVERY_STATUSES, type Delivery, EVENT_TYPES, type WebhookEndpoint } from "./gatewayTypes.ts";
import { useMerchant } from "./merchantContext.ts";
import { SecretModal } from "./SecretModal.tsx";

const FILTERS = ["endpointId", "status", "eventType"] as const;

export function WebhooksPage() {
  const { t } = useTranslation("gateway");
  const { merchant, isLive } = useMerchant();
  const [isAdding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const all = useGatewayPages<WebhookEndpoint>(merchant.id, "/webhook_endpoints");
  const endpoints = {
    ...all,
    data: all.data?.filter((endpoint) => endpoint.livemode === isLive),
  } as typeof all;
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
      {t("webhooks.add")}
    </Button>
  );
  return (
    <Page title={t("webhooks.title")} text={t("webhooks.text")} actions={add}>
      <Stack gap="xl">
        <PagedList
          query={endpoints}
          skeleton={<Skeleton height={88} radius="lg" />}
          empty={{
            title: t("webhooks.empty"),
            text: t("webhooks.emptyHint"),
            action: add,
            icon: <IconWebhook aria-hidden />,
          }}
        >
          {(rows) => (
            <Stack gap="sm">
              {rows.map((endpoint) => (
                <EndpointCard key={endpoint.id} endpoint={endpoint} onSecret={setSecret} />
              ))}
            </Stack>
          )}
        </PagedList>
        <Deliveries endpoints={endpoints.data ?? []} />
      </Stack>
      <EndpointModal isOpen={isAdding} onClose={() => setAdding(false)} onCreated={setSecret} />
      <SecretModal
        title={t("webhooks.secretTitle")}
        text={t("webhooks.secretText")}
        secret={secret}
        onClose={() => setSecret(null)}
      />
    </Page>
  );
}

function EndpointCard({
  endpoint,
  onSecret,
}: {
  endpoint: WebhookEndpoint;
  onSecret: (secret: string) => void;
}) {
  const { t } = useTranslation("gateway");
  const { merchant, gateway } = useMerchant();
  const [isRemoving, setRemoving] = useState(false);
  const refresh = () =>
    queryClient.invalidateQueries({ queryKey: ["gateway", merchant.id, "/webhook_endpoints"] });
  const attempt = (work: () => Promise<unknown>) =>
    work().catch((error: unknown) => notifications.show({ color: "red", message: errorText(error, t) }));
  const toggle = () =>
    attempt(() => gateway.updateEndpoint(endpoint.id, { enabled: !endpoint.enabled }).then(refresh));
  const reveal = () =>
    attempt(() => gateway.endpointSecret(endpoint.id).then(({ secret }) => onSecret(secret)));
  return (
    <Card padding="md">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Stack gap={6} miw={0}>
          <Text fw={550} style={{ overflowWrap: "anywhere" }}>
            {endpoint.url}
          </Text>
          {endpoint.description && (
            <Text fz="sm" c="dimmed">
              {endpoint.description}
            </Text>
          )}
          <Group gap={6}>
            <Badge color={endpoint.enabled ? "jade" : "gray"}>
              {endpoint.enabled ? t("webhooks.enabled") : t("webhooks.disabled")}
            </Badge>
            <Badge color="gray">
              {endpoint.eventTypes.length === 0
                ? t("webhooks.allEvents")
                : t("webhooks.eventCount", { count: endpoint.eventTypes.length })}
            </Badge>
          </Group>
          {endpoint.disabledReason && (
            <Text fz="sm" c="var(--mantine-color-error)">
              {endpoint.disabledReason}
            </Text>
          )}
        </Stack>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t("webhooks.actions", { url: endpoint.url })}
            >
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconEye size={16} aria-hidden />} onClick={reveal}>
              {t("webhooks.showSecret")}
            </Menu.Item>
            <Menu.Item
              leftSection={
                endpoint.enabled ? (
                  <IconPlayerPause size={16} aria-hidden />
                ) : (
                  <IconPlayerPlay size={16} aria-hidden />
                )
              }
              onClick={toggle}
            >
              {endpoint.enabled ? t("webhooks.disable") : t("webhooks.enable")}
            </Menu.Item>
            <Menu.Item
              color="red"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => setRemoving(true)}
            >
              {t("webhooks.remove")}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
      <ConfirmModal
        isOpen={isRemoving}
        onClose={() => setRemoving(false)}
        title={t("webhooks.remove")}
        text={t("webhooks.removeText", { url: endpoint.url })}
        confirmLabel={t("webhooks.remove")}
        isDangerous
        onConfirm={() => gateway.removeEndpoint(endpoint.id).then(refresh)}
      />
    </Card>
  );
}

function Deliveries({ endpoints }: { endpoints: WebhookEndpoint[] }) {
  const { t } = useTranslation("gateway");
  const { merchant, isLive } = useMerchant();
  const { values, set, clear, isActive } = useFilters(FILTERS);
  const query = useGatewayPages<Delivery>(merchant.id, "/webhook_deliveries", {
    livemode: isLive,
    ...values,
  });
  return (
    <section>
      <Title order={2} mb="md">
        {t("deliveries.title")}
      </Title>
      <Group gap="sm" mb="md" align="flex-end">
        <NativeSelect
          size="sm"
          label={t("deliveries.status")}
          value={values.status ?? ""}
          onChange={(event) => set({ status: event.currentTarget.value })}
          data={[
            { value: "", label: t("invoices.any") },
            ...DELIVERY_STATUSES.map((value) => ({ value, label: t(`deliveryStatus.${value}`) })),
          ]}
        />
        <NativeSelect
          size="sm"
          label={t("deliveries.event")}
          value={values.eventType ?? ""}
          onChange={(event) => set({ eventType: event.currentTarget.value })}
          data={[{ value: "", label: t("invoices.any") }, ...EVENT_TYPES]}
        />
        {endpoints.length > 1 && (
          <NativeSelect
            size="sm"
            label={t("deliveries.endpoint")}
            value={values.endpointId ?? ""}
            onChange={(event) => set({ endpointId: event.currentTarget.value })}
            data={[
              { value: "", label: t("invoices.any") },
              ...endpoints.map(({ id, url }) => ({ value: id, label: url })),
            ]}
          />
        )}
        {isActive && (
          <Button variant="subtle" color="gray" onClick={clear}>
            {t("invoices.clearFilters")}
          </Button>
        )}
      </Group>
      <PagedList
        query={query}
        skeleton={<TableSkeleton />}
        empty={
          isActive
            ? { title: t("deliveries.noMatch"), text: t("invoices.noMatchHint") }
            : { title: t("deliveries.empty"), text: t("deliveries.emptyHint") }
        }
      >
        {(rows) => (
          <DataTable
            label={t("deliveries.title")}
            rows={rows}
            rowKey={(row) => row.id}
            rowTo={(row) => `/dashboard/webhooks/deliveries/${row.id}`}
            columns={[
              { key: "event", label: t("deliveries.event"), render: (row) => row.eventType },
              {
                key: "status",
                label: t("deliveries.status"),
                render: (row) => <DeliveryBadge delivery={row} />,
              },
              {
                key: "url",
                isText: true,
                label: t("deliveries.endpoint"),
                isDeskOnly: true,
                render: (row) => (
                  <Text component="span" fz="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
                    {row.url}
                  </Text>
                ),
              },
              {
                key: "attempts",
                label: t("deliveries.attempts"),
                align: "end",
                render: (row) => <span className="tabular">{row.attemptCount}</span>,
              },
              {
                key: "at",
                label: t("deliveries.created"),
                render: (row) => <RelativeTime atSec={row.createdAtSec} />,
              },
            ]}
          />
        )}
      </PagedList>
    </section>
  );
}
