import { lazy } from "react";
import type { AppRoute } from "../../routes.tsx";

const DevelopersPage = lazy(() => import("./DevelopersPage.tsx"));

export const developersRoutes: AppRoute[] = [{ path: "/developers", element: <DevelopersPage /> }];
