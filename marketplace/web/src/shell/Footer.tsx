/** Where everything else is found. */
import { Anchor, Container, SimpleGrid, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Logo } from "./Logo.tsx";
import classes from "./Shell.module.css";

const COLUMNS = [
  {
    key: "buy",
    links: [
      ["nav.shop", "/"],
      ["nav.orders", "/orders"],
      ["nav.rewards", "/rewards"],
      ["nav.wallet", "/wallet"],
    ],
  },
  {
    key: "sell",
    links: [
      ["nav.sellerCentre", "/seller"],
      ["nav.dashboard", "/dashboard"],
      ["nav.arbiter", "/arbiter"],
    ],
  },
  {
    key: "network",
    links: [
      ["nav.explorer", "/explorer"],
      ["nav.developers", "/developers"],
    ],
  },
] as const;

export function Footer() {
  const { t } = useTranslation();
  return (
    <footer className={classes.footer}>
      <Container size="var(--cm-page-width)">
        <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="lg">
          <Stack gap="xs">
            <Logo />
            <Text size="sm" c="dimmed" maw={240}>
              {t("footer.promise")}
            </Text>
          </Stack>
          {COLUMNS.map((column) => (
            <nav key={column.key} aria-label={t(`footer.${column.key}`)}>
              <Text size="sm" fw={600} mb={8}>
                {t(`footer.${column.key}`)}
              </Text>
              <Stack gap={0} align="flex-start">
                {column.links.map(([label, to]) => (
                  <Anchor
                    key={to}
                    component={Link}
                    to={to}
                    size="sm"
                    c="dimmed"
                    className={classes.footerLink ?? ""}
                  >
                    {t(label)}
                  </Anchor>
                ))}
              </Stack>
            </nav>
          ))}
        </SimpleGrid>
      </Container>
    </footer>
  );
}
