/** One case: what it is about, what both sides say side by side, and the ruling. */
import { Alert, Anchor, Button, Card, DataList, Group, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { IconClock, IconExternalLink, IconLockOpen } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { Message } from "../../../../src/api/schema/messages.ts";
import type { Order } from "../../../../src/api/schema/orders.ts";
import { ApiError } from "../../api/http.ts";
import { Address } from "../../components/Address.tsx";
import { Money } from "../../components/Money.tsx";
import { Page } from "../../components/Page.tsx";
import { Empty, QueryView, usePages } from "../../components/QueryStates.tsx";
import { Countdown, RelativeTime } from "../../components/Time.tsx";
import { formatBps } from "../../format/money.ts";
import { usePreferences } from "../../preferences.ts";
import { useWallet } from "../../wallet/connection.ts";
import { StateBadge } from "../orders/StateBadge.tsx";
import { useOrder } from "../orders/useOrder.ts";
import { useMessageKey } from "../orders/usePrivate.ts";
import { PageSkeleton } from "../workspace/PageSkeleton.tsx";
import { EvidenceColumn } from "./EvidenceColumn.tsx";
import { RulingForm } from "./RulingForm.tsx";
import { statementsOf } from "./statements.ts";

export function CasePage() {
  const { t } = useTranslation("arbiter");
  const { id = "" } = useParams();
  const query = useOrder(id);
  const isMissing = query.error instanceof ApiError && query.error.status === 404;
  return (
    <Page
      title={t("case.title", { id })}
      text={query.data && <StateBadge state={query.data.state} />}
      actions={
        <Button
          component={Link}
          to={`/orders/${id}`}
          variant="default"
          rightSection={<IconExternalLink size={16} aria-hidden />}
        >
          {t("case.order")}
        </Button>
      }
    >
      {isMissing ? (
        <Empty
          title={t("case.missing")}
          action={
            <Button component={Link} to="/arbiter" variant="default">
              {t("nav.cases")}
            </Button>
          }
        />
      ) : (
        <QueryView query={query} skeleton={<PageSkeleton />}>
          {(order) => <CaseView order={order} />}
        </QueryView>
      )}
    </Page>
  );
}

function CaseView({ order }: { order: Order }) {
  const { t } = useTranslation("arbiter");
  const { address } = useWallet();
  const canRule = order.actions.some((action) => action.action === "rule");
  const isMine = order.arbiter.address === address || order.fallbackArbiter?.address === address;
  return (
    <Stack gap="lg">
      {!isMine && <Alert color="orange">{t("case.notYours")}</Alert>}
      {canRule && order.deadlineSec !== null && (
        <Alert variant="light" color="orange" icon={<IconClock aria-hidden />}>
          {t("case.ruleBy")} <Countdown untilSec={order.deadlineSec} nowSec={order.nowSec} />.{" "}
          {t("case.slashed")}
        </Alert>
      )}
      {order.state === "Disputed" && (
        <Alert variant="light" icon={<IconClock aria-hidden />}>
          {t("case.waitsAnswer")}
        </Alert>
      )}
      <Facts order={order} />
      <Evidence order={order} />
      {canRule && <RulingForm order={order} />}
      {order.outcome && <Outcome order={order} outcome={order.outcome} />}
    </Stack>
  );
}

function Facts({ order }: { order: Order }) {
  const { t } = useTranslation("arbiter");
  return (
    <Card>
      <DataList withDivider labelWidth="35%">
        <DataList.Item>
          <DataList.ItemLabel>{t("case.about")}</DataList.ItemLabel>
          <DataList.ItemValue>
            <Stack gap={2}>
              {order.lines.length === 0 && <span>{t("cases.invoice")}</span>}
              {order.lines.map((line) => (
                <Anchor key={line.listingId} component={Link} to={`/products/${line.listingId}`} fz="sm">
                  {line.quantity} × {line.title}
                </Anchor>
              ))}
            </Stack>
          </DataList.ItemValue>
        </DataList.Item>
        <DataList.Item>
          <DataList.ItemLabel>{t("cases.amount")}</DataList.ItemLabel>
          <DataList.ItemValue>
            <Money amountAtto={order.amountAtto} currency={order.currency} layout="inline" />
          </DataList.ItemValue>
        </DataList.Item>
        <DataList.Item>
          <DataList.ItemLabel>{t("case.bonds")}</DataList.ItemLabel>
          <DataList.ItemValue>
            <Money amountAtto={order.bondAtto} currency={order.currency} layout="inline" />
          </DataList.ItemValue>
        </DataList.Item>
        <DataList.Item>
          <DataList.ItemLabel>{t("cases.fee")}</DataList.ItemLabel>
          <DataList.ItemValue>
            <Money amountAtto={order.arbiterFeeAtto} currency={order.currency} layout="inline" />
          </DataList.ItemValue>
        </DataList.Item>
        <DataList.Item>
          <DataList.ItemLabel>{t("case.paid")}</DataList.ItemLabel>
          <DataList.ItemValue>
            <RelativeTime atSec={order.fundedAtSec} />
          </DataList.ItemValue>
        </DataList.Item>
        {order.shippedAtSec !== null && (
          <DataList.Item>
            <DataList.ItemLabel>{t("case.shipped")}</DataList.ItemLabel>
            <DataList.ItemValue>
              <RelativeTime atSec={order.shippedAtSec} />
            </DataList.ItemValue>
          </DataList.Item>
        )}
        {order.opener && (
          <DataList.Item>
            <DataList.ItemLabel>{t("case.openedBy")}</DataList.ItemLabel>
            <DataList.ItemValue>
              <Address address={order.opener} />
            </DataList.ItemValue>
          </DataList.Item>
        )}
      </DataList>
    </Card>
  );
}

function Evidence({ order }: { order: Order }) {
  const { t } = useTranslation("arbiter");
  const { key, unlock, isBusy } = useMessageKey();
  const messages = usePages<Message>(["orders", "messages", order.id], `/api/orders/${order.id}/messages`, {
    limit: 100,
  });
  return (
    <section aria-labelledby="evidence">
      <Group justify="space-between" mb="md">
        <Title order={2} id="evidence">
          {t("evidence.title")}
        </Title>
        {!key && (
          <Button
            variant="light"
            leftSection={<IconLockOpen size={18} aria-hidden />}
            loading={isBusy}
            onClick={unlock}
          >
            {t("evidence.unlock")}
          </Button>
        )}
      </Group>
      <Text fz="sm" c="dimmed" mb="md">
        {t("evidence.text")}
      </Text>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        {(["buyer", "seller"] as const).map((side) => (
          <EvidenceColumn
            key={side}
            side={side}
            party={order[side]}
            isUnlocked={key !== null}
            statements={statementsOf(order, messages.data ?? [], order[side].address)}
          />
        ))}
      </SimpleGrid>
      {messages.hasNextPage && (
        <Group justify="center" mt="md">
          <Button
            variant="default"
            loading={messages.isFetchingNextPage}
            onClick={() => messages.fetchNextPage()}
          >
            {t("evidence.older")}
          </Button>
        </Group>
      )}
    </section>
  );
}

function Outcome({ order, outcome }: { order: Order; outcome: NonNullable<Order["outcome"]> }) {
  const { t } = useTranslation("arbiter");
  const { language } = usePreferences();
  return (
    <Card>
      <Title order={2} fz="md" mb="md">
        {t("outcome.title")}
      </Title>
      <DataList withDivider labelWidth="35%">
        <DataList.Item>
          <DataList.ItemLabel>{t("outcome.share")}</DataList.ItemLabel>
          <DataList.ItemValue>{formatBps(outcome.buyerBps, language)}</DataList.ItemValue>
        </DataList.Item>
        <DataList.Item>
          <DataList.ItemLabel>{t("ruling.buyerGets")}</DataList.ItemLabel>
          <DataList.ItemValue>
            <Money amountAtto={outcome.buyerAmountAtto} currency={order.currency} layout="inline" />
          </DataList.ItemValue>
        </DataList.Item>
        <DataList.Item>
          <DataList.ItemLabel>{t("ruling.sellerGets")}</DataList.ItemLabel>
          <DataList.ItemValue>
            <Money
              amountAtto={BigInt(outcome.sellerAmountAtto) - BigInt(outcome.feeAtto)}
              currency={order.currency}
              layout="inline"
            />
          </DataList.ItemValue>
        </DataList.Item>
      </DataList>
    </Card>
  );
}
