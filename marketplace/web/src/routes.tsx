/**
 * All screens. Each area lists its own in features/<area>/routes.tsx as {@link AppRoute}s, loaded when first visited.
 */
import type { ReactNode } from "react";
import { arbiterRoutes } from "./features/arbiter/routes.tsx";
import { browseRoutes } from "./features/browse/routes.tsx";
import { checkoutRoutes } from "./features/checkout/routes.tsx";
import { developersRoutes } from "./features/developers/routes.tsx";
import { explorerRoutes } from "./features/explorer/routes.tsx";
import { gatewayRoutes } from "./features/gateway/routes.tsx";
import { ordersRoutes } from "./features/orders/routes.tsx";
import { payRoutes } from "./features/pay/routes.tsx";
import { rewardsRoutes } from "./features/rewards/routes.tsx";
import { sellerRoutes } from "./features/seller/routes.tsx";
import { walletRoutes } from "./features/wallet/routes.tsx";

export interface AppRoute {
  path: string;
  element: ReactNode;
}

export const routes: AppRoute[] = [
  ...browseRoutes,
  ...checkoutRoutes,
  ...ordersRoutes,
  ...walletRoutes,
  ...rewardsRoutes,
  ...payRoutes,
  ...sellerRoutes,
  ...arbiterRoutes,
  ...gatewayRoutes,
  ...explorerRoutes,
  ...developersRoutes,
];
