/** Who sells: reputation counted from the chain alone. */
import { Avatar, Card, Group, SimpleGrid, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { mediaUrl } from "../../../../src/api/schema/mediaUrl.ts";
import type { Seller } from "../../../../src/api/schema/sellers.ts";
import { Identicon, shortAddress } from "../../components/Address.tsx";
import { Stars } from "../../components/Stars.tsx";
import { countryName } from "../../format/country.ts";
import { formatBps } from "../../format/money.ts";
import { formatDuration } from "../../format/time.ts";
import { usePreferences } from "../../preferences.ts";
import classes from "./Browse.module.css";

export function SellerCard({ seller }: { seller: Seller }) {
  const { t } = useTranslation("browse");
  return (
    <Card component="section" aria-label={t("seller.title")} pos="relative">
      <Group wrap="nowrap" mb="md">
        <SellerPicture seller={seller} size={48} />
        <Stack gap={2}>
          <Link to={`/sellers/${seller.address}`} className={classes.cardLink}>
            {seller.name ?? shortAddress(seller.address)}
          </Link>
          <SellerLine seller={seller} />
        </Stack>
      </Group>
      <ReputationFacts seller={seller} />
      <Text size="xs" c="dimmed" mt="md">
        {t("seller.fromChain")}
      </Text>
    </Card>
  );
}

export function SellerPicture({ seller, size }: { seller: Seller; size: number }) {
  if (!seller.picture) return <Identicon address={seller.address} size={size} />;
  return <Avatar src={mediaUrl(seller.picture.hash, 320)} size={size} radius="xl" alt="" />;
}

export function SellerLine({ seller }: { seller: Seller }) {
  const { language } = usePreferences();
  return (
    <Group gap="sm">
      <Stars rating={seller.reputation.rating} size="xs" />
      {seller.country && (
        <Text size="xs" c="dimmed">
          {countryName(seller.country, language)}
        </Text>
      )}
    </Group>
  );
}

export function ReputationFacts({ seller }: { seller: Seller }) {
  const { t } = useTranslation("browse");
  const { language } = usePreferences();
  const { ordersDone, disputeRateBps, medianShipSec } = seller.reputation;
  const facts = [
    { label: t("seller.ordersDone"), value: new Intl.NumberFormat(language).format(ordersDone) },
    {
      label: t("seller.disputeRate"),
      value: disputeRateBps === null ? "–" : formatBps(disputeRateBps, language),
    },
    {
      label: t("seller.shipsIn"),
      value: medianShipSec === null ? "–" : formatDuration(medianShipSec, language),
    },
  ];
  return (
    <SimpleGrid cols={3} spacing="xs" component="dl" m={0}>
      {facts.map((fact) => (
        <Stack key={fact.label} gap={0}>
          <Text component="dt" size="xs" c="dimmed">
            {fact.label}
          </Text>
          <Text component="dd" m={0} fw={600} className="tabular">
            {fact.value}
          </Text>
        </Stack>
      ))}
    </SimpleGrid>
  );
}
