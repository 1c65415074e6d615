/** Logo, search, the ways to sell and look under the hood, preferences, cart, account. */
import { ActionIcon, Container, Group, Indicator, Tooltip } from "@mantine/core";
import { IconShoppingBag } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link, NavLink } from "react-router";
import { useCartCount } from "../features/checkout/cart.ts";
import { AccountMenu } from "./AccountMenu.tsx";
import { Logo } from "./Logo.tsx";
import { PreferencesMenu } from "./PreferencesMenu.tsx";
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
          <PreferencesMenu />
          <Tooltip label={t("nav.cart")}>
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
          </Tooltip>
          <AccountMenu />
        </Group>
      </Container>
    </header>
  );
}
