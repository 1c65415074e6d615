/** The cart, grouped by seller. What can no longer be bought says so and stays out of the total. */
import {
  ActionIcon,
  Alert,
  Button,
  Card,
  Divider,
  Grid,
  Group,
  NumberInput,
  Skeleton,
  Stack,
  Text,
  Title,
} from "@mantine/core";
import { IconShieldCheck, IconShoppingBag, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Product } from "../../../../src/api/schema/listings.ts";
import { shortAddress } from "../../components/Address.tsx";
import { Money } from "../../components/Money.tsx";
import { Page } from "../../components/Page.tsx";
import { Picture } from "../../components/Picture.tsx";
import { Empty, QueryView } from "../../components/QueryStates.tsx";
import classes from "./Checkout.module.css";
import { type CartLine, setQuantity, useCart } from "./cart.ts";
import { findProblem, groupOrders, totalsOf } from "./orderGroups.ts";
import { useCartProducts } from "./useCartProducts.ts";

export default function CartPage() {
  const { t } = useTranslation("checkout");
  const cart = useCart();
  const query = useCartProducts();
  return (
    <Page title={t("cart.title")}>
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
        <QueryView query={query} skeleton={<Skeleton height={320} radius="lg" />}>
          {(products) => <CartView cart={cart} products={products} />}
        </QueryView>
      )}
    </Page>
  );
}

function CartView({ cart, products }: { cart: CartLine[]; products: Product[] }) {
  const { t } = useTranslation("checkout");
  const bySeller = Map.groupBy(
    cart.map((line) => ({ line, product: products.find((product) => product.id === line.listingId) })),
    ({ product }) => product?.seller.address ?? "",
  );
  const groups = groupOrders(cart, products);
  const totals = totalsOf(groups.map((group) => ({ currency: group.currency, payAtto: group.subtotalAtto })));
  return (
    <Grid gap="xl">
      <Grid.Col span={{ base: 12, md: 8 }}>
        <Stack gap="lg">
          {[...bySeller].map(([address, lines]) => (
            <Card key={address} component="section">
              {lines[0]?.product && (
                <Title order={2} size="h3" mb="sm">
                  <Link to={`/sellers/${address}`} className={classes.plainLink}>
                    {lines[0].product.seller.name ?? shortAddress(address)}
                  </Link>
                </Title>
              )}
              <Stack gap={0}>
                {lines.map(({ line, product }, index) => (
                  <div key={line.listingId}>
                    {index > 0 && <Divider my="md" />}
                    <CartRow line={line} product={product} />
                  </div>
                ))}
              </Stack>
            </Card>
          ))}
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 4 }}>
        <Card component="aside" className={classes.summary ?? ""} aria-label={t("summary.title")}>
          <Stack>
            <Title order={2} size="h3">
              {t("summary.title")}
            </Title>
            {[...totals].map(([currency, amountAtto]) => (
              <Group key={currency} justify="space-between" align="flex-start">
                <Text>{t("summary.total")}</Text>
                <Money amountAtto={amountAtto} currency={currency} size="lg" align="end" />
              </Group>
            ))}
            <Text size="sm" c="dimmed">
              {t("summary.orders", { count: groups.length })}
            </Text>
            {groups.length > 0 ? (
              <Button component={Link} to="/checkout" size="lg" fullWidth>
                {t("cart.checkout")}
              </Button>
            ) : (
              <Alert color="orange" variant="light">
                {t("cart.nothingLeft")}
              </Alert>
            )}
            <Group gap={8} wrap="nowrap" c="dimmed">
              <IconShieldCheck size={18} aria-hidden style={{ flex: "none" }} />
              <Text size="sm">{t("summary.escrow")}</Text>
            </Group>
          </Stack>
        </Card>
      </Grid.Col>
    </Grid>
  );
}

function CartRow({ line, product }: { line: CartLine; product: Product | undefined }) {
  const { t } = useTranslation("checkout");
  const problem = product ? findProblem(product, line.quantity) : "gone";
  const remove = (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={t("cart.remove", { title: product?.title ?? "" })}
      onClick={() => setQuantity(line.listingId, 0)}
    >
      <IconTrash size={18} aria-hidden />
    </ActionIcon>
  );
  if (!product) {
    return (
      <Group justify="space-between">
        <Text c="dimmed">{t("problem.gone")}</Text>
        {remove}
      </Group>
    );
  }
  return (
    <Group wrap="nowrap" align="flex-start" gap="md">
      <div className={classes.thumb}>
        <Picture picture={product.picture} alt="" sizes="96px" style={{ borderRadius: 10 }} />
      </div>
      <Stack gap={8} flex={1} miw={0}>
        <Link to={`/products/${product.id}`} className={classes.title}>
          {product.title}
        </Link>
        <Money
          amountAtto={BigInt(product.priceAtto) * BigInt(line.quantity)}
          currency={product.currency}
          layout="stack"
        />
        {problem && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {t(`problem.${problem}`, { count: product.stock })}
          </Text>
        )}
        <Group gap="xs">
          <NumberInput
            aria-label={t("cart.quantityOf", { title: product.title })}
            value={line.quantity}
            onChange={(value) => setQuantity(line.listingId, Math.max(1, Number(value) || 1))}
            min={1}
            max={Math.max(1, product.stock)}
            allowDecimal={false}
            size="sm"
            w={88}
          />
          {remove}
        </Group>
      </Stack>
    </Group>
  );
}
