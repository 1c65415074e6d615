import { lazy } from "react";
import type { AppRoute } from "../../routes.tsx";

const WalletPage = lazy(() => import("./WalletPage.tsx"));

export const walletRoutes: AppRoute[] = [{ path: "/wallet", element: <WalletPage /> }];
