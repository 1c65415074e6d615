/** One order: what happens next, what may be done, what happened so far, what was said. */
import { Alert, Box, Button, Card, DataList, Grid, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconFileText } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { roleOf } from "../../../../src/api/schema/orderActions.ts";
import type { Order } from "../../../../src/api/schema/orders.ts";
import { Address, shortAddress } from "../../components/Address.tsx";
import { Money } from "../../components/Money.tsx";
import { usePageTitle } from "../../components/Page.tsx";
import { Picture } from "../../components/Picture.tsx";
import { QueryView } from "../../components/QueryStates.tsx";
import { RelativeTime } from "../../components/Time.tsx";
import { formatAmount, formatBps } from "../../format/money.ts";
import { formatDuration } from "../../format/time.ts";
import { usePreferences } from "../../preferences.ts";
import { useWallet } from "../../wallet/connection.ts";
import { Messages } from "./Messages.tsx";
import { NextStep } from "./NextStep.tsx";
import classes from "./Orders.module.css";
import { OrderTimeline } from "./OrderTimeline.tsx";
import { PrivateDocuments } from "./PrivateDocuments.tsx";
import { StateBadge } from "./StateBadge.tsx";
import { useOrder } from "./useOrder.ts";

export default function OrderPage() {
  const { t } = useTranslation("orders");
  const { orderId = "" } = useParams();
  const query = useOrder(orderId);
  usePageTitle(t("order.title", { id: orderId }));
  return (
    <Box py="lg">
      <QueryView query={query} skeleton={<OrderSkeleton />}>
        {(order) => <OrderView order={order} />}
      </QueryView>
    </Box>
  );
}

function OrderView({ order }: { order: Order }) {
  const { t } = useTranslation("orders");
  const { address } = useWallet();
  const isParty = roleOf(order, address) !== null;
  return (
    <>
      <Group justify="space-between" mb="lg">
        <Group gap="sm">
          <Title order={1}>{t("order.title", { id: order.id })}</Title>
          <StateBadge state={order.state} />
        </Group>
        <Button
          component={Link}
          to={`/orders/${order.id}/receipt`}
          variant="default"
          leftSection={<IconFileText size={18} aria-hidden />}
        >
          {t("order.receipt")}
        </Button>
      </Group>
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="lg">
            <NextStep order={order} />
            <Lines order={order} />
            <Card component="section" aria-label={t("timeline.title")}>
              <Title order={2} size="h3" mb="md">
                {t("timeline.title")}
              </Title>
              <OrderTimeline order={order} />
            </Card>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="lg">
            <Facts order={order} />
            {order.role && <PrivateDocuments order={order} />}
            {isParty && <Messages order={order} />}
            {!isParty && (
              <Alert variant="light" color="gray">
                {t("order.visitor")}
              </Alert>
            )}
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  );
}

function Lines({ order }: { order: Order }) {
  const { t } = useTranslation("orders");
  if (order.lines.length === 0) return null;
  return (
    <Card component="section" aria-label={t("order.products")}>
      <Stack gap="md">
        {order.lines.map((line) => (
          <Group key={line.listingId} wrap="nowrap" align="flex-start">
            <div className={classes.smallThumb}>
              <Picture picture={line.picture} alt="" sizes="56px" style={{ borderRadius: 8 }} />
            </div>
            <Stack gap={2} flex={1} miw={0}>
              <Link to={`/products/${line.listingId}`} style={{ color: "inherit", fontWeight: 550 }}>
                {line.title}
              </Link>
              <Text size="sm" c="dimmed">
                {t("order.quantity", { count: line.quantity })}
              </Text>
            </Stack>
            <Money
              amountAtto={BigInt(line.unitPriceAtto) * BigInt(line.quantity)}
              currency={order.currency}
              size="sm"
              align="end"
            />
          </Group>
        ))}
      </Stack>
    </Card>
  );
}

function Facts({ order }: { order: Order }) {
  const { t } = useTranslation("orders");
  const { language } = usePreferences();
  const { outcome, rewards } = order;
  const facts = [
    {
      label: t("fact.paid"),
      value: <Money amountAtto={order.amountAtto} currency={order.currency} size="sm" />,
    },
    BigInt(order.discountAtto) > 0n && {
      label: t("fact.discount"),
      value: <Money amountAtto={order.discountAtto} currency={order.currency} size="sm" layout="inline" />,
    },
    outcome !== null &&
      outcome.sellerAmountAtto !== "0" && {
        label: t("fact.toSeller"),
        value: (
          <Money amountAtto={outcome.sellerAmountAtto} currency={order.currency} size="sm" layout="inline" />
        ),
      },
    outcome !== null &&
      outcome.buyerAmountAtto !== "0" && {
        label: t("fact.toBuyer"),
        value: (
          <Money amountAtto={outcome.buyerAmountAtto} currency={order.currency} size="sm" layout="inline" />
        ),
      },
    { label: t("fact.buyer"), value: <Address address={order.buyer.address} name={order.buyer.name} /> },
    { label: t("fact.seller"), value: <Address address={order.seller.address} name={order.seller.name} /> },
    {
      label: t("fact.arbiter"),
      value: <Address address={order.arbiter.address} name={order.arbiter.name} />,
    },
    order.fallbackArbiter && {
      label: t("fact.fallbackArbiter"),
      value: <Address address={order.fallbackArbiter.address} name={order.fallbackArbiter.name} />,
    },
    { label: t("fact.releaseWindow"), value: formatDuration(order.releaseSec, language) },
    { label: t("fact.fee"), value: t("fact.feeBySeller", { rate: formatBps(order.feeBps, language) }) },
    rewards && {
      label: t("fact.rewards"),
      value: `${formatAmount(BigInt(rewards.vestedAtto ?? rewards.pledgedAtto), 18, language)} ${rewards.symbol}`,
    },
    { label: t("fact.when"), value: <RelativeTime atSec={order.fundedAtSec} /> },
    {
      label: t("fact.transaction"),
      value: (
        <Link to={`/explorer/transactions/${order.transactionHash}`}>
          {shortAddress(order.transactionHash)}
        </Link>
      ),
    },
  ].filter((fact) => fact !== false && fact !== null);
  return (
    <Card component="section" aria-label={t("fact.title")}>
      <DataList withDivider labelWidth="40%">
        {facts.map((fact) => (
          <DataList.Item key={fact.label}>
            <DataList.ItemLabel>{fact.label}</DataList.ItemLabel>
            <DataList.ItemValue>{fact.value}</DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList>
    </Card>
  );
}

function OrderSkeleton() {
  return (
    <Stack>
      <Skeleton height={40} width={240} />
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack>
            <Skeleton height={180} radius="lg" />
            <Skeleton height={320} radius="lg" />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Skeleton height={420} radius="lg" />
        </Grid.Col>
      </Grid>
    </Stack>
  );
}
