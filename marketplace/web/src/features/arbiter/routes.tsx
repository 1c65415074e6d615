import type { AppRoute } from "../../routes.tsx";

export const arbiterRoutes: AppRoute[] = [];
