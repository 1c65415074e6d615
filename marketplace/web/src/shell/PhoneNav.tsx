/** The phone's five places, under the thumb. */
import { Indicator } from "@mantine/core";
import { IconBuildingStore, IconReceipt, IconSearch, IconShoppingBag, IconWallet } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import { useCartCount } from "../features/checkout/cart.ts";
import classes from "./Shell.module.css";

export function PhoneNav() {
  const { t } = useTranslation();
  const cartCount = useCartCount();
  const tab = (to: string, label: string, icon: ReactNode) => (
    <NavLink to={to} end={to === "/"} className={classes.tab ?? ""} key={to}>
      {icon}
      {label}
    </NavLink>
  );
  return (
    <nav className={classes.phoneNav} aria-label={t("nav.phone")}>
      {tab("/", t("nav.shop"), <IconBuildingStore size={22} stroke={1.7} aria-hidden />)}
      {tab("/search", t("nav.search"), <IconSearch size={22} stroke={1.7} aria-hidden />)}
      {tab(
        "/cart",
        t("nav.cart"),
        <Indicator label={cartCount} disabled={cartCount === 0} size={16} lh={0}>
          <IconShoppingBag size={22} stroke={1.7} aria-hidden />
        </Indicator>,
      )}
      {tab("/orders", t("nav.orders"), <IconReceipt size={22} stroke={1.7} aria-hidden />)}
      {tab("/wallet", t("nav.wallet"), <IconWallet size={22} stroke={1.7} aria-hidden />)}
    </nav>
  );
}
