/** After paying: the orders that the transaction made, each with its receipt. Finds them again after a reload. */
import { Button, Card, Group, Skeleton, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import { IconCheck, IconFileDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { OrderCard, OrdersOfTransaction } from "../../../../src/api/schema/orders.ts";
import { request } from "../../api/http.ts";
import { shortAddress, TransactionLink } from "../../components/Address.tsx";
import { Money } from "../../components/Money.tsx";
import { usePageTitle } from "../../components/Page.tsx";
import { Empty, QueryView } from "../../components/QueryStates.tsx";

export default function PaidPage() {
  const { t } = useTranslation("checkout");
  const { hash = "" } = useParams();
  const query = useQuery({
    queryKey: ["orders", "of-transaction", hash],
    queryFn: ({ signal }) =>
      request<OrdersOfTransaction>(`/api/orders/by-transaction/${encodeURIComponent(hash)}`, { signal }),
    refetchInterval: (state) => (state.state.data?.isIndexed ? false : 500),
  });
  usePageTitle(t("paid.title"));
  return (
    <Stack maw={640} mx="auto" py={48} gap="lg">
      <Stack align="center" gap="sm">
        <ThemeIcon size={64} radius="xl" variant="light">
          <IconCheck size={32} aria-hidden />
        </ThemeIcon>
        <Title order={1} ta="center">
          {t("paid.title")}
        </Title>
        <Text ta="center" c="dimmed" maw="48ch">
          {t("paid.text")}
        </Text>
        <TransactionLink hash={hash} />
      </Stack>
      <QueryView query={query} skeleton={<Skeleton height={120} radius="lg" />}>
        {({ data, isIndexed }) =>
          data.length > 0 ? (
            data.map((order) => <PaidOrder key={order.id} order={order} />)
          ) : isIndexed ? (
            <Empty title={t("paid.noneTitle")} text={t("paid.noneText")} />
          ) : (
            <Skeleton height={120} radius="lg" />
          )
        }
      </QueryView>
      <Group justify="center">
        <Button component={Link} to="/" variant="subtle">
          {t("paid.goOn")}
        </Button>
      </Group>
    </Stack>
  );
}

function PaidOrder({ order }: { order: OrderCard }) {
  const { t } = useTranslation("checkout");
  return (
    <Card component="article">
      <Group justify="space-between" align="flex-start">
        <Stack gap={4}>
          <Text fw={600}>{t("paid.order", { id: order.id })}</Text>
          <Text size="sm" c="dimmed">
            {order.seller.name ?? shortAddress(order.seller.address)}
          </Text>
          <Text size="sm">{order.lines.map((line) => `${line.quantity} × ${line.title}`).join(", ")}</Text>
        </Stack>
        <Money amountAtto={order.amountAtto} currency={order.currency} align="end" />
      </Group>
      <Group mt="md">
        <Button component={Link} to={`/orders/${order.id}`}>
          {t("paid.view")}
        </Button>
        <Button
          component="a"
          href={`/api/orders/${order.id}/receipt.pdf`}
          variant="default"
          leftSection={<IconFileDownload size={18} aria-hidden />}
        >
          {t("paid.receipt")}
        </Button>
      </Group>
    </Card>
  );
}
