/** Price, stock, quantity and the two ways to buy; beneath, how the escrow protects the buyer. */
import {
  Alert,
  Badge,
  Button,
  Card,
  Group,
  List,
  NumberInput,
  Stack,
  Text,
  ThemeIcon,
  Title,
} from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconCheck, IconGift, IconShieldCheck, IconTruckDelivery } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import type { Product } from "../../../../src/api/schema/listings.ts";
import { NATIVE_CURRENCY } from "../../api/config.ts";
import { shortAddress } from "../../components/Address.tsx";
import { Money } from "../../components/Money.tsx";
import { Stars } from "../../components/Stars.tsx";
import { countryName } from "../../format/country.ts";
import { formatBps } from "../../format/money.ts";
import { formatDuration } from "../../format/time.ts";
import { usePreferences } from "../../preferences.ts";
import { useWallet } from "../../wallet/connection.ts";
import { addToCart } from "../checkout/cart.ts";

const LOW_STOCK = 5;

export function BuyBox({ product }: { product: Product }) {
  const { t } = useTranslation(["browse", "common"]);
  const { language } = usePreferences();
  const { address } = useWallet();
  const navigate = useNavigate();
  const [quantity, setQuantity] = useState(1);
  const isOwn = address === product.seller.address;
  const canBuy = product.stock > 0 && !product.isPaused && !isOwn;
  const add = () => {
    addToCart(product.id, quantity);
    notifications.show({
      title: t("buy.added"),
      message: product.title,
      icon: <IconCheck size={18} aria-hidden />,
    });
  };
  const buyNow = () => {
    addToCart(product.id, quantity);
    navigate("/cart");
  };
  return (
    <Stack gap="lg">
      <Stack gap={8}>
        <Title order={1}>{product.title}</Title>
        <Group gap="md">
          <Stars rating={product.rating} />
          <Text size="sm" c="dimmed">
            {t("buy.sold", { count: product.sold })}
          </Text>
        </Group>
      </Stack>
      <Price product={product} />
      <Stock product={product} />
      {isOwn && <Alert variant="light">{t("buy.own")}</Alert>}
      {canBuy && (
        <Group align="flex-end" gap="sm">
          <NumberInput
            label={t("buy.quantity")}
            value={quantity}
            onChange={(value) => setQuantity(Math.max(1, Math.min(product.stock, Number(value) || 1)))}
            min={1}
            max={product.stock}
            allowDecimal={false}
            w={104}
          />
          <Button size="md" variant="default" onClick={add} flex="1 1 136px">
            {t("buy.addToCart")}
          </Button>
          <Button size="md" onClick={buyNow} flex="1 1 136px">
            {t("buy.now")}
          </Button>
        </Group>
      )}
      {product.rewardBps > 0 && (
        <Group gap="sm" wrap="nowrap">
          <ThemeIcon variant="light" radius="xl" size="lg">
            <IconGift size={18} aria-hidden />
          </ThemeIcon>
          <Text size="sm">
            {t("buy.reward", {
              rate: formatBps(product.rewardBps, language),
              symbol: product.sellerCard.program?.symbol ?? "",
            })}
          </Text>
        </Group>
      )}
      <Protection product={product} />
    </Stack>
  );
}

function Price({ product }: { product: Product }) {
  const { t } = useTranslation("browse");
  const { language, currency } = usePreferences();
  const { priceBasis } = product;
  const isOtherUnit = priceBasis.currency !== currency && priceBasis.currency !== "CMT";
  const basis = () =>
    new Intl.NumberFormat(language, { style: "currency", currency: priceBasis.currency }).format(
      priceBasis.amount as Intl.StringNumericLiteral,
    );
  return (
    <Stack gap={2} align="flex-start">
      <Money amountAtto={product.priceAtto} currency={product.currency} size="xl" />
      {isOtherUnit && (
        <Text size="sm" c="dimmed" className="tabular">
          {t("buy.basis", { price: basis() })}
        </Text>
      )}
      {product.currency !== NATIVE_CURRENCY && (
        <Text size="sm" c="dimmed">
          {t("buy.tokenPrice")}
        </Text>
      )}
    </Stack>
  );
}

function Stock({ product }: { product: Product }) {
  const { t } = useTranslation("browse");
  const { language } = usePreferences();
  const badge = () => {
    if (product.isPaused) return <Badge color="gray">{t("buy.paused")}</Badge>;
    if (product.stock === 0) return <Badge color="red">{t("buy.soldOut")}</Badge>;
    if (product.stock <= LOW_STOCK)
      return <Badge color="orange">{t("buy.fewLeft", { count: product.stock })}</Badge>;
    return <Badge>{t("buy.inStock", { count: product.stock })}</Badge>;
  };
  return (
    <Group gap="sm">
      {badge()}
      <Group gap={6} wrap="nowrap">
        <IconTruckDelivery size={18} aria-hidden />
        <Text size="sm" c="dimmed">
          {t("buy.from", { country: countryName(product.country, language) })}{" "}
          {product.shipsTo.length === 0
            ? t("buy.toEverywhere")
            : t("buy.to", {
                countries: product.shipsTo.map((code) => countryName(code, language)).join(", "),
              })}
        </Text>
      </Group>
    </Group>
  );
}

function Protection({ product }: { product: Product }) {
  const { t } = useTranslation("browse");
  const { language } = usePreferences();
  const { arbiter, terms } = product;
  return (
    <Card component="section" aria-labelledby="protection" bg="var(--cm-surface)">
      <Group gap="sm" mb="sm">
        <IconShieldCheck size={22} color="var(--mantine-color-jade-6)" aria-hidden />
        <Title order={2} size="h3" id="protection">
          {t("protection.title")}
        </Title>
      </Group>
      <List size="sm" spacing={8} type="ordered">
        <List.Item>{t("protection.hold")}</List.Item>
        <List.Item>{t("protection.ship", { time: formatDuration(terms.shipBySec, language) })}</List.Item>
        <List.Item>{t("protection.release", { time: formatDuration(terms.releaseSec, language) })}</List.Item>
        <List.Item>
          {t("protection.dispute")}{" "}
          <Link to={`/explorer/addresses/${terms.arbiter}`}>
            {arbiter?.name ?? shortAddress(terms.arbiter)}
          </Link>
          {arbiter && ` (${t("protection.arbiter", { ruled: arbiter.ruled, missed: arbiter.missed })})`}
        </List.Item>
      </List>
    </Card>
  );
}
