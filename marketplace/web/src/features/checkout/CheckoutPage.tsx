/**
 * Checkout on one page: who pays, where it goes, what is paid. One transaction pays every seller.
 * A newcomer makes a wallet and gets test CMT right here.
 */
import { Alert, Button, Card, Grid, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconLock, IconShoppingBag } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import type { RewardBalances } from "../../../../src/api/schema/rewards.ts";
import { request } from "../../api/http.ts";
import { Page } from "../../components/Page.tsx";
import { Empty, errorText, QueryView } from "../../components/QueryStates.tsx";
import { ensureSession } from "../../session/session.ts";
import { runTransaction } from "../../tx/transactions.ts";
import { useWallet } from "../../wallet/connection.ts";
import { AddressForm, EMPTY_ADDRESS, toShippingAddress } from "./AddressForm.tsx";
import { useCart } from "./cart.ts";
import { OrderGroupCard } from "./OrderGroupCard.tsx";
import { discountOf, groupOrders, maxTokens, type OrderGroup } from "./orderGroups.ts";
import { PayerCard } from "./PayerCard.tsx";
import { PaySummary } from "./PaySummary.tsx";
import type { PayableGroup } from "./payOrders.ts";
import { useCartProducts } from "./useCartProducts.ts";

export default function CheckoutPage() {
  const { t } = useTranslation("checkout");
  const cart = useCart();
  const query = useCartProducts();
  return (
    <Page title={t("checkout.title")}>
      {cart.length === 0 ? (
        <Empty
          title={t("cart.emptyTitle")}
          text={t("cart.emptyText")}
          icon={<IconShoppingBag aria-hidden />}
          action={
            <Button component={Link} to="/search">
              {t("cart.browse")}
            </Button>
          }
        />
      ) : (
        <QueryView query={query} skeleton={<Skeleton height={480} radius="lg" />}>
          {(products) => <CheckoutForm groups={groupOrders(cart, products)} />}
        </QueryView>
      )}
    </Page>
  );
}

function CheckoutForm({ groups }: { groups: OrderGroup[] }) {
  const { t } = useTranslation(["checkout", "common"]);
  const { address } = useWallet();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const payable = usePayable(groups);
  const form = useForm({
    initialValues: EMPTY_ADDRESS,
    validate: {
      name: (value) => (value.trim() ? null : t("address.required")),
      line1: (value) => (value.trim() ? null : t("address.required")),
      city: (value) => (value.trim() ? null : t("address.required")),
      country: (value) => checkCountry(value, groups, t),
    },
  });

  const pay = form.onSubmit(async (values) => {
    setProblem(null);
    setBusy(true);
    try {
      const session = await ensureSession();
      if (!session?.address) return;
      const { prepareSteps } = await import("./payOrders.ts");
      const steps = await prepareSteps(session.address, payable.groups, toShippingAddress(values), {
        publishKey: t("pay.publishKey"),
        approve: t("pay.approve"),
        pay: t("pay.step"),
      });
      const outcome = await runTransaction({
        title: t("pay.title"),
        details: [{ label: t("pay.total"), value: <PaySummary groups={payable.groups} isCompact /> }],
        note: steps.length > 1 ? t("pay.severalSteps", { count: steps.length }) : t("pay.note"),
        confirmLabel: t("pay.action"),
        steps,
        doneText: t("pay.done"),
        doneLink: { to: (hash) => `/paid/${hash}`, label: t("pay.toOrders") },
        paidListingIds: payable.groups.flatMap((group) => group.lines.map((line) => line.product.id)),
        invalidate: [["orders"], ["listings"], ["rewards"]],
        closesWhenDone: true,
      });
      if (outcome) navigate(`/paid/${outcome.hash}`);
    } catch (error) {
      setProblem(await explain(error, t));
    } finally {
      setBusy(false);
    }
  });

  const noKey = groups.filter((group) => !group.seller.messageKey);
  return (
    <form onSubmit={pay} noValidate>
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="lg">
            <PayerCard />
            <Card component="section" aria-labelledby="address-title">
              <Title order={2} size="h3" id="address-title">
                {t("address.title")}
              </Title>
              <Group gap={6} mb="md" c="dimmed" wrap="nowrap">
                <IconLock size={16} aria-hidden style={{ flex: "none" }} />
                <Text size="sm">{t("address.private")}</Text>
              </Group>
              <AddressForm form={form} />
              {noKey.length > 0 && (
                <Alert color="orange" variant="light" mt="md">
                  {t("address.noKey", { sellers: noKey.map((group) => group.seller.name ?? "").join(", ") })}
                </Alert>
              )}
            </Card>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="lg">
            {payable.groups.map((group) => (
              <OrderGroupCard
                key={group.key}
                group={group}
                balance={payable.balanceOf(group)}
                maxTokensAtto={payable.maxTokensOf(group)}
                onTokens={(tokens) => payable.setTokens(group.key, tokens)}
              />
            ))}
            <Card component="section" aria-label={t("summary.title")}>
              <Stack>
                <PaySummary groups={payable.groups} />
                {problem && (
                  <Alert color="red" variant="light" role="alert">
                    {problem}
                  </Alert>
                )}
                <Button type="submit" size="lg" fullWidth loading={isBusy} disabled={groups.length === 0}>
                  {address ? t("checkout.pay") : t("checkout.connectAndPay")}
                </Button>
                <Text size="xs" c="dimmed" ta="center">
                  {t("checkout.nextStep")}
                </Text>
              </Stack>
            </Card>
          </Stack>
        </Grid.Col>
      </Grid>
    </form>
  );
}

/** Order groups with the reward tokens the buyer wants to use. */
function usePayable(groups: OrderGroup[]) {
  const { address } = useWallet();
  const [tokens, setTokens] = useState<Record<string, bigint>>({});
  const { data } = useQuery({
    queryKey: ["rewards", address],
    queryFn: ({ signal }) => request<RewardBalances>(`/api/rewards/${address}`, { signal }),
    enabled: address !== null,
  });
  const balanceOf = (group: OrderGroup) =>
    data?.data.find((balance) => balance.program.merchant === group.seller.address);
  const maxTokensOf = (group: OrderGroup) => maxTokens(group, balanceOf(group));
  const payable: PayableGroup[] = groups.map((group) => {
    const wanted = tokens[group.key] ?? 0n;
    const most = maxTokensOf(group);
    const tokensAtto = wanted > most ? most : wanted;
    const discount = discountOf(tokensAtto, balanceOf(group)?.program.rateAtto ?? "0");
    return { ...group, tokensAtto, payAtto: group.subtotalAtto - discount };
  });
  return {
    groups: payable,
    balanceOf,
    maxTokensOf,
    setTokens: (key: string, amount: bigint) => setTokens((current) => ({ ...current, [key]: amount })),
  };
}

type Translate = TFunction<readonly ["checkout", "common"]>;

function checkCountry(country: string, groups: OrderGroup[], t: Translate): string | null {
  if (!country) return t("address.required");
  const refused = groups.flatMap((group) =>
    group.lines.filter(({ product }) => product.shipsTo.length > 0 && !product.shipsTo.includes(country)),
  );
  return refused[0] ? t("address.notShipped", { title: refused[0].product.title }) : null;
}

async function explain(error: unknown, t: Translate): Promise<string> {
  const { isRejection } = await import("../../tx/explainError.ts");
  return isRejection(error) ? t("checkout.declined") : errorText(error, t);
}
