/** A product in a grid: picture, price, seller, stars, reward. The whole card is one link. */
import { Badge, Group, Stack, Text } from "@mantine/core";
import { IconGift } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ListingCard } from "../../../../src/api/schema/listings.ts";
import { MoneyText } from "../../components/MoneyText.tsx";
import { Picture } from "../../components/Picture.tsx";
import { Stars } from "../../components/Stars.tsx";
import { shortAddress } from "../../format/address.ts";
import { formatBps } from "../../format/money.ts";
import { usePreferences } from "../../preferences.ts";
import classes from "./Browse.module.css";

export function ProductCard({ listing, isEager = false }: { listing: ListingCard; isEager?: boolean }) {
  const { t } = useTranslation("browse");
  const { language } = usePreferences();
  const isSoldOut = listing.stock === 0;
  return (
    <article className={classes.card}>
      <div className={classes.cardPicture}>
        <Picture
          picture={listing.picture}
          alt=""
          sizes="(max-width: 36em) 50vw, (max-width: 62em) 33vw, 280px"
          isEager={isEager}
        />
        <Group gap={4} className={classes.badges ?? ""}>
          {listing.rewardBps > 0 && (
            <Badge variant="white" c="jade.8" leftSection={<IconGift size={12} aria-hidden />}>
              {t("card.reward", { rate: formatBps(listing.rewardBps, language) })}
            </Badge>
          )}
          {isSoldOut && (
            <Badge variant="white" c="gray.8">
              {t("card.soldOut")}
            </Badge>
          )}
        </Group>
      </div>
      <Stack gap={4} pt={10}>
        <Link to={`/products/${listing.id}`} className={classes.cardLink}>
          {listing.title}
        </Link>
        <Group gap={8} wrap="nowrap" justify="space-between">
          <Text size="xs" c="dimmed" truncate>
            {listing.seller.name ?? shortAddress(listing.seller.address)}
          </Text>
          {listing.rating.count > 0 && <Stars rating={listing.rating} size="xs" />}
        </Group>
        <MoneyText amountAtto={listing.priceAtto} currency={listing.currency} />
      </Stack>
    </article>
  );
}
