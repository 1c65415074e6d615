/** An average of stars with the number of reviews; says so where there are none. */
import { Group, Text } from "@mantine/core";
import { IconStarFilled } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Rating } from "../../../src/api/schema/sellers.ts";
import { usePreferences } from "../preferences.ts";

export function Stars({ rating, size = "sm" }: { rating: Rating; size?: "xs" | "sm" | "md" }) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  if (rating.averageMilli === null || rating.count === 0) {
    return (
      <Text component="span" size={size} c="dimmed">
        {t("stars.none")}
      </Text>
    );
  }
  const average = new Intl.NumberFormat(language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(rating.averageMilli / 1000);
  return (
    <Group
      gap={4}
      wrap="nowrap"
      component="span"
      display="inline-flex"
      style={{ flex: "none", whiteSpace: "nowrap" }}
    >
      <IconStarFilled size={14} color="var(--mantine-color-yellow-6)" aria-hidden />
      <Text
        component="span"
        size={size}
        fw={550}
        className="tabular"
        aria-label={t("stars.label", { average })}
      >
        {average}
      </Text>
      <Text component="span" size={size} c="dimmed" className="tabular">
        ({rating.count})
      </Text>
    </Group>
  );
}
