/** Logo, search, the ways to sell and look under the hood, preferences, cart, account. */
import { ActionIcon, Container, Group, Indicator } from "@mantine/core";
import { IconShoppingBag } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link, NavLink } from "react-router";
import { useCartCount } from "../features/checkout/cart.ts";
import { AccountButton } from "./AccountButton.tsx";
import { Logo } from "./Logo.tsx";
import { PreferencesButton } from "./PreferencesButton.tsx";
import { SearchBox } from "./SearchBox.tsx";
import classes from "./Shell.module.css";

export function Header() {
  const { t } = useTranslation();
  const cartCount = useCartCount();
  return (
    <header className={classes.header}>
      <Container size="var(--cm-page-width)" className={classes.bar}>
        <Logo />
        <div className={classes.search}>
          <SearchBox visibleFrom="sm" />
        </div>
        <Group component="nav" gap="md" wrap="nowrap" visibleFrom="md" aria-label={t("nav.main")}>
          <NavLink to="/seller" className={classes.link ?? ""}>
            {t("nav.sell")}
          </NavLink>
          <NavLink to="/explorer" className={classes.link ?? ""}>
            {t("nav.explorer")}
          </NavLink>
        </Group>
        <Group gap={4} wrap="nowrap">
          <PreferencesButton />
          <Indicator
            label={cartCount}
            disabled={cartCount === 0}
            size={18}
            offset={6}
            visibleFrom="sm"
            withBorder={false}
          >
            <ActionIcon
              component={Link}
              to="/cart"
              variant="subtle"
              color="gray"
              size={40}
              aria-label={t("nav.cartCount", { count: cartCount })}
            >
              <IconShoppingBag size={22} stroke={1.7} aria-hidden />
            </ActionIcon>
          </Indicator>
          <AccountButton />
        </Group>
      </Container>
    </header>
  );
}
