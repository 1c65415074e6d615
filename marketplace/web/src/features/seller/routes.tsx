import type { AppRoute } from "../../routes.tsx";

export const sellerRoutes: AppRoute[] = [];
