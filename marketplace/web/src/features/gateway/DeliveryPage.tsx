/** One webhook delivery: exactly what was sent, what the shop answered each time, and the button to send it again. */
import { Alert, Badge, Button, Card, Code, DataList, Group, Stack, Text, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconRefresh } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { ApiError } from "../../api/http.ts";
import { queryClient } from "../../api/queryClient.ts";
import { CopyIcon } from "../../components/Address.tsx";
import { Page } from "../../components/Page.tsx";
import { Empty, errorText, QueryView } from "../../components/QueryStates.tsx";
import { RelativeTime } from "../../components/Time.tsx";
import { PageSkeleton } from "../workspace/PageSkeleton.tsx";
import { DeliveryBadge } from "./DeliveryBadge.tsx";
import type { Delivery, DeliveryAttempt } from "./gatewayTypes.ts";
import { useMerchant } from "./merchantContext.ts";
import { prettyJson } from "./prettyJson.ts";

export function DeliveryPage() {
  const { t } = useTranslation("gateway");
  const { merchant, gateway } = useMerchant();
  const { id = "" } = useParams();
  const query = useQuery({
    queryKey: ["gateway", merchant.id, "delivery", id],
    queryFn: ({ signal }) => gateway.getDelivery(id, signal),
    refetchInterval: ({ state }) => (state.data?.status === "pending" ? 3000 : false),
  });
  const isMissing = query.error instanceof ApiError && query.error.status === 404;
  return (
    <Page
      title={query.data?.eventType ?? t("deliveries.one")}
      text={query.data && <DeliveryBadge delivery={query.data} />}
      actions={query.data && <RedeliverButton delivery={query.data} />}
    >
      {isMissing ? (
        <Empty
          title={t("deliveries.missing")}
          action={
            <Button component={Link} to="/dashboard/webhooks" variant="default">
              {t("deliveries.back")}
            </Button>
          }
        />
      ) : (
        <QueryView query={query} skeleton={<PageSkeleton />}>
          {(delivery) => <DeliveryView delivery={delivery} />}
        </QueryView>
      )}
    </Page>
  );
}

function RedeliverButton({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation("gateway");
  const { merchant, gateway } = useMerchant();
  const [isBusy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    try {
      await gateway.redeliver(delivery.id);
      notifications.show({ message: t("deliveries.queued") });
      await queryClient.invalidateQueries({ queryKey: ["gateway", merchant.id] });
    } catch (error) {
      notifications.show({ color: "red", message: errorText(error, t) });
    }
    setBusy(false);
  };
  return (
    <Button leftSection={<IconRefresh size={18} aria-hidden />} loading={isBusy} onClick={send}>
      {t("deliveries.redeliver")}
    </Button>
  );
}

function DeliveryView({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation("gateway");
  return (
    <Stack gap="lg">
      <Card>
        <DataList withDivider labelWidth="140px">
          <Fact label={t("deliveries.endpoint")} value={delivery.url} />
          <Fact label={t("deliveries.eventId")} value={delivery.eventId} isCode />
          <DataList.Item>
            <DataList.ItemLabel>{t("deliveries.created")}</DataList.ItemLabel>
            <DataList.ItemValue>
              <RelativeTime atSec={delivery.createdAtSec} />
            </DataList.ItemValue>
          </DataList.Item>
          {delivery.nextAttemptAtSec !== null && (
            <DataList.Item>
              <DataList.ItemLabel>{t("deliveries.next")}</DataList.ItemLabel>
              <DataList.ItemValue>
                <RelativeTime atSec={delivery.nextAttemptAtSec} />
              </DataList.ItemValue>
            </DataList.Item>
          )}
        </DataList>
      </Card>
      <Body title={t("deliveries.requestBody")} text={delivery.requestBody} />
      <section>
        <Title order={2} mb="md">
          {t("deliveries.attemptsTitle", { count: delivery.attempts.length })}
        </Title>
        {delivery.attempts.length === 0 ? (
          <Empty title={t("deliveries.noAttempts")} text={t("deliveries.noAttemptsHint")} />
        ) : (
          <Stack gap="md">
            {[...delivery.attempts].reverse().map((attempt, index) => (
              <Attempt key={`${attempt.atSec}-${index.toString()}`} attempt={attempt} />
            ))}
          </Stack>
        )}
      </section>
    </Stack>
  );
}

function Fact({ label, value, isCode = false }: { label: string; value: string; isCode?: boolean }) {
  return (
    <DataList.Item>
      <DataList.ItemLabel>{label}</DataList.ItemLabel>
      <DataList.ItemValue miw={0}>
        <Text fz="sm" {...(isCode ? { ff: "monospace" } : {})} style={{ overflowWrap: "anywhere" }}>
          {value}
        </Text>
      </DataList.ItemValue>
    </DataList.Item>
  );
}

function Attempt({ attempt }: { attempt: DeliveryAttempt }) {
  const { t } = useTranslation("gateway");
  const { responseStatus } = attempt;
  const isGood = responseStatus !== null && responseStatus >= 200 && responseStatus < 300;
  return (
    <Card padding="md">
      <Group justify="space-between" mb="xs">
        <Badge color={isGood ? "jade" : "red"}>
          {responseStatus === null
            ? t("deliveries.noAnswer")
            : t("deliveries.answered", { status: responseStatus })}
        </Badge>
        <Text fz="sm" c="dimmed">
          <RelativeTime atSec={attempt.atSec} /> · {t("deliveries.took", { ms: attempt.durationMs })}
        </Text>
      </Group>
      {attempt.error && (
        <Alert color="red" variant="light" p="xs">
          {attempt.error}
        </Alert>
      )}
      {attempt.responseBody !== null && attempt.responseBody !== "" && (
        <Code block mah={240} tabIndex={0} style={{ overflow: "auto", whiteSpace: "pre-wrap" }}>
          {prettyJson(attempt.responseBody)}
        </Code>
      )}
    </Card>
  );
}

function Body({ title, text }: { title: string; text: string }) {
  const { t } = useTranslation("gateway");
  return (
    <Card padding="md">
      <Group justify="space-between" mb="xs">
        <Title order={2} fz="md">
          {title}
        </Title>
        <CopyIcon value={text} label={t("deliveries.copyBody")} />
      </Group>
      <Code block mah={480} tabIndex={0} aria-label={title} style={{ overflow: "auto" }}>
        {prettyJson(text)}
      </Code>
    </Card>
  );
}
