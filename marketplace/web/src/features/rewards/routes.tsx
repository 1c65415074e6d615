import { lazy } from "react";
import type { AppRoute } from "../../routes.tsx";

const RewardsPage = lazy(() => import("./RewardsPage.tsx"));

export const rewardsRoutes: AppRoute[] = [{ path: "/rewards", element: <RewardsPage /> }];
