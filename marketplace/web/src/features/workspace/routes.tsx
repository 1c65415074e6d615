import type { AppRoute } from "../../routes.tsx";

export const dashboardRoutes: AppRoute[] = [];
