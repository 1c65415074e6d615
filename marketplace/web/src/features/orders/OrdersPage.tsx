/** My orders: as buyer or seller, open or closed; filters in the URL. */
import { Badge, Card, Group, SegmentedControl, Skeleton, Stack, Text } from "@mantine/core";
import { IconReceipt } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import type { OrderCard } from "../../../../src/api/schema/orders.ts";
import { shortAddress } from "../../components/Address.tsx";
import { Money } from "../../components/Money.tsx";
import { Page } from "../../components/Page.tsx";
import { Picture } from "../../components/Picture.tsx";
import { PagedList, usePages } from "../../components/QueryStates.tsx";
import { RelativeTime } from "../../components/Time.tsx";
import { SignInGate } from "../../session/SignInGate.tsx";
import classes from "./Orders.module.css";
import { StateBadge } from "./StateBadge.tsx";

export default function OrdersPage() {
  const { t } = useTranslation("orders");
  return (
    <Page title={t("list.title")}>
      <SignInGate>
        <OrderList />
      </SignInGate>
    </Page>
  );
}

function OrderList() {
  const { t } = useTranslation(["orders", "common"]);
  const [params, setParams] = useSearchParams();
  const role = params.get("role") === "seller" ? "seller" : "buyer";
  const state = params.get("state") ?? "";
  const query = usePages<OrderCard>(
    ["orders", "list"],
    "/api/orders",
    { role, state },
    { refetchInterval: 15_000 },
  );
  const change = (changes: Record<string, string>) => {
    const next = new URLSearchParams({ role, state, ...changes });
    setParams(next, { replace: true });
  };
  return (
    <Stack gap="lg">
      <Group gap="sm">
        <SegmentedControl
          aria-label={t("list.role")}
          value={role}
          onChange={(value) => change({ role: value })}
          data={[
            { value: "buyer", label: t("list.bought") },
            { value: "seller", label: t("list.sold") },
          ]}
        />
        <SegmentedControl
          aria-label={t("list.state")}
          value={state}
          onChange={(value) => change({ state: value })}
          data={[
            { value: "", label: t("list.all") },
            { value: "open", label: t("list.open") },
            { value: "closed", label: t("list.closed") },
          ]}
        />
      </Group>
      <PagedList
        query={query}
        skeleton={
          <Stack>
            {["a", "b", "c"].map((key) => (
              <Skeleton key={key} height={112} radius="lg" />
            ))}
          </Stack>
        }
        empty={{
          title: t(`list.empty.${role}.title`),
          text: t(`list.empty.${role}.text`),
          icon: <IconReceipt aria-hidden />,
          action: <Link to={role === "buyer" ? "/search" : "/seller"}>{t(`list.empty.${role}.action`)}</Link>,
        }}
      >
        {(orders) => (
          <Stack gap="sm">
            {orders.map((order) => (
              <OrderRow key={order.id} order={order} role={role} />
            ))}
          </Stack>
        )}
      </PagedList>
    </Stack>
  );
}

function OrderRow({ order, role }: { order: OrderCard; role: "buyer" | "seller" }) {
  const { t } = useTranslation("orders");
  const other = role === "buyer" ? order.seller : order.buyer;
  const [first] = order.lines;
  const title = first
    ? order.lines.length > 1
      ? t("list.andMore", { title: first.title, count: order.lines.length - 1 })
      : first.title
    : t("list.invoice");
  return (
    <Card component="article" padding="md" className={classes.row ?? ""}>
      <Group wrap="nowrap" align="flex-start">
        <div className={classes.thumb}>
          <Picture picture={first?.picture ?? null} alt="" sizes="80px" style={{ borderRadius: 10 }} />
        </div>
        <Stack gap={4} flex={1} miw={0}>
          <Group gap={8}>
            <StateBadge state={order.state} />
            {order.needsAttention && <Badge color="orange">{t("list.yourTurn")}</Badge>}
            {order.unreadMessages > 0 && (
              <Badge color="blue">{t("list.unread", { count: order.unreadMessages })}</Badge>
            )}
          </Group>
          <Link to={`/orders/${order.id}`} className={classes.rowLink}>
            {title}
          </Link>
          <Text size="sm" c="dimmed">
            {t("list.line", { id: order.id, name: other.name ?? shortAddress(other.address) })} ·{" "}
            <RelativeTime atSec={order.fundedAtSec} />
          </Text>
        </Stack>
        <Money amountAtto={order.amountAtto} currency={order.currency} align="end" isStatic />
      </Group>
    </Card>
  );
}
