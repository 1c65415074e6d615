import { lazy } from "react";
import type { AppRoute } from "../../routes.tsx";

const CartPage = lazy(() => import("./CartPage.tsx"));
const CheckoutPage = lazy(() => import("./CheckoutPage.tsx"));
const PaidPage = lazy(() => import("./PaidPage.tsx"));

export const checkoutRoutes: AppRoute[] = [
  { path: "/cart", element: <CartPage /> },
  { path: "/checkout", element: <CheckoutPage /> },
  { path: "/paid/:hash", element: <PaidPage /> },
];
