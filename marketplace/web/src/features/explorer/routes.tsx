import { lazy } from "react";
import type { AppRoute } from "../../routes.tsx";

const ExplorerArea = lazy(() => import("./ExplorerArea.tsx"));

export const explorerRoutes: AppRoute[] = [{ path: "/explorer/*", element: <ExplorerArea /> }];
