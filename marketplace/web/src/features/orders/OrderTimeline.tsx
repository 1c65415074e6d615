/** What the chain saw of this order, newest last. */
import { Text, Timeline } from "@mantine/core";
import {
  IconArrowsSplit2,
  IconCheck,
  IconFileText,
  IconFlag,
  IconGavel,
  IconGift,
  IconHandStop,
  IconHeartHandshake,
  IconLock,
  IconMessageReply,
  IconTruckDelivery,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Order, TimelineEntry } from "../../../../src/api/schema/orders.ts";
import { shortAddress } from "../../components/Address.tsx";
import { RelativeTime } from "../../components/Time.tsx";
import { formatBps } from "../../format/money.ts";
import { usePreferences } from "../../preferences.ts";

const ICONS: Record<TimelineEntry["event"], typeof IconLock> = {
  OrderFunded: IconLock,
  OrderShipped: IconTruckDelivery,
  OrderDisputed: IconHandStop,
  DisputeAnswered: IconMessageReply,
  EvidenceAdded: IconFileText,
  OfferMade: IconHeartHandshake,
  OfferWithdrawn: IconHeartHandshake,
  DisputeEscalated: IconFlag,
  OrderRuled: IconGavel,
  OrderClosed: IconCheck,
  RewardsDeferred: IconGift,
  RewardsVested: IconGift,
  RewardsReturned: IconArrowsSplit2,
};

export function OrderTimeline({ order }: { order: Order }) {
  const { t } = useTranslation("orders");
  const { language } = usePreferences();
  const who = (address: string | null) => {
    if (address === null) return "";
    if (address === order.buyer.address) return t("fact.buyer");
    if (address === order.seller.address) return t("fact.seller");
    if (address === order.arbiter.address || address === order.fallbackArbiter?.address)
      return t("fact.arbiter");
    return shortAddress(address);
  };
  return (
    <Timeline active={order.timeline.length} bulletSize={28} lineWidth={2}>
      {order.timeline.map((entry) => {
        const Icon = ICONS[entry.event];
        const key = `${entry.transactionHash}-${entry.event}`;
        const closed = entry.event === "OrderClosed" && entry.state ? `.${entry.state}` : "";
        return (
          <Timeline.Item
            key={key}
            bullet={<Icon size={16} aria-hidden />}
            title={t(`timeline.${entry.event}${closed}`, {
              who: who(entry.by),
              share: entry.buyerBps === null ? "" : formatBps(entry.buyerBps, language),
            })}
          >
            <Text size="sm" c="dimmed">
              <RelativeTime atSec={entry.atSec} /> ·{" "}
              <Link to={`/explorer/transactions/${entry.transactionHash}`} style={{ color: "inherit" }}>
                {t("timeline.transaction")}
              </Link>
            </Text>
          </Timeline.Item>
        );
      })}
    </Timeline>
  );
}
