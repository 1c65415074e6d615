/** Orders to the seller by what they need; shipping happens in a panel beside the list (`?ship=<order>`). */
import { Badge, Button, Group, ScrollArea, SegmentedControl, Stack, Text } from "@mantine/core";
import { IconTruckDelivery } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { OrderCard } from "../../../../../src/api/schema/orders.ts";
import { Address } from "../../../components/Address.tsx";
import { Money } from "../../../components/Money.tsx";
import { Page } from "../../../components/Page.tsx";
import { Picture } from "../../../components/Picture.tsx";
import { PagedList, usePages } from "../../../components/QueryStates.tsx";
import { RelativeTime } from "../../../components/Time.tsx";
import { StateBadge } from "../../orders/StateBadge.tsx";
import { DataTable, TableSkeleton } from "../../workspace/DataTable.tsx";
import { SearchFilter } from "../../workspace/SearchFilter.tsx";
import { useFilters } from "../../workspace/useFilters.ts";
import { ShipDrawer } from "./ShipDrawer.tsx";

const VIEWS = ["", "Funded", "Shipped", "Disputed", "closed"] as const;

export function SellerOrdersPage() {
  const { t } = useTranslation("seller");
  const { values, set } = useFilters(["state", "q", "ship"]);
  const query = usePages<OrderCard>(
    ["orders", "seller"],
    "/api/orders",
    { role: "seller", state: values.state, q: values.q },
    { refetchInterval: 15_000 },
  );
  return (
    <Page title={t("nav.orders")}>
      <Group gap="sm" mb="md">
        <ScrollArea type="never" maw="100%">
          <SegmentedControl
            size="sm"
            aria-label={t("orders.view")}
            value={values.state ?? ""}
            onChange={(state) => set({ state })}
            data={VIEWS.map((value) => ({ value, label: t(`orders.views.${value || "all"}`) }))}
          />
        </ScrollArea>
        <SearchFilter
          label={t("orders.search")}
          placeholder={t("orders.search")}
          value={values.q}
          onChange={(q) => set({ q })}
        />
      </Group>
      <PagedList
        query={query}
        skeleton={<TableSkeleton />}
        empty={
          values.state || values.q
            ? { title: t("orders.noMatch"), icon: <IconTruckDelivery aria-hidden /> }
            : {
                title: t("orders.empty"),
                text: t("orders.emptyHint"),
                icon: <IconTruckDelivery aria-hidden />,
                action: (
                  <Button component={Link} to="/seller/listings/new">
                    {t("listings.add")}
                  </Button>
                ),
              }
        }
      >
        {(orders) => <OrderTable orders={orders} onShip={(id) => set({ ship: id })} />}
      </PagedList>
      <ShipDrawer orderId={values.ship} onClose={() => set({ ship: null })} />
    </Page>
  );
}

function OrderTable({ orders, onShip }: { orders: OrderCard[]; onShip: (id: string) => void }) {
  const { t } = useTranslation("seller");
  return (
    <DataTable
      label={t("nav.orders")}
      rows={orders}
      rowKey={(order) => order.id}
      rowTo={(order) => `/orders/${order.id}`}
      columns={[
        {
          key: "order",
          isText: true,
          label: t("orders.order"),
          render: (order) => <OrderCell order={order} />,
        },
        {
          key: "state",
          label: t("orders.state"),
          render: (order) => (
            <Group gap={6}>
              <StateBadge state={order.state} />
              {order.unreadMessages > 0 && (
                <Badge color="blue">{t("orders.unread", { count: order.unreadMessages })}</Badge>
              )}
            </Group>
          ),
        },
        {
          key: "buyer",
          label: t("orders.buyer"),
          render: (order) => <Address address={order.buyer.address} name={order.buyer.name} />,
        },
        {
          key: "amount",
          label: t("orders.amount"),
          align: "end",
          render: (order) => (
            <Money amountAtto={order.amountAtto} currency={order.currency} size="sm" align="end" />
          ),
        },
        {
          key: "deadline",
          label: t("orders.deadline"),
          render: (order) =>
            order.nextDeadlineSec === null ? "–" : <RelativeTime atSec={order.nextDeadlineSec} />,
        },
      ]}
      actions={(order) =>
        order.state === "Funded" ? (
          <Button size="xs" onClick={() => onShip(order.id)}>
            {t("ship.action")}
          </Button>
        ) : null
      }
    />
  );
}

function OrderCell({ order }: { order: OrderCard }) {
  const { t } = useTranslation("seller");
  const [first] = order.lines;
  return (
    <Group gap="sm" wrap="nowrap">
      <Picture
        picture={first?.picture ?? null}
        alt=""
        sizes="48px"
        style={{ width: 48, height: 48, borderRadius: 8, flexShrink: 0 }}
      />
      <Stack gap={2} miw={0}>
        <Text fz="sm" fw={550} lineClamp={1}>
          {first ? `${first.quantity} × ${first.title}` : t("orders.invoice")}
        </Text>
        <Text fz="xs" c="dimmed">
          {t("orders.number", { id: order.id })}
          {order.lines.length > 1 && ` · ${t("orders.moreLines", { count: order.lines.length - 1 })}`}
        </Text>
      </Stack>
    </Group>
  );
}
