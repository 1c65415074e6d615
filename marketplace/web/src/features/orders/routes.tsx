import { lazy } from "react";
import type { AppRoute } from "../../routes.tsx";

const OrdersPage = lazy(() => import("./OrdersPage.tsx"));
const OrderPage = lazy(() => import("./OrderPage.tsx"));
const ReceiptPage = lazy(() => import("./ReceiptPage.tsx"));

export const ordersRoutes: AppRoute[] = [
  { path: "/orders", element: <OrdersPage /> },
  { path: "/orders/:orderId", element: <OrderPage /> },
  { path: "/orders/:orderId/receipt", element: <ReceiptPage /> },
];
