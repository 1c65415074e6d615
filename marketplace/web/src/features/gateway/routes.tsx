import type { AppRoute } from "../../routes.tsx";

export const gatewayRoutes: AppRoute[] = [];
