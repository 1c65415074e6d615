import { lazy } from "react";
import type { AppRoute } from "../../routes.tsx";

const GatewayArea = lazy(() => import("./GatewayArea.tsx"));

export const gatewayRoutes: AppRoute[] = [{ path: "/dashboard/*", element: <GatewayArea /> }];
