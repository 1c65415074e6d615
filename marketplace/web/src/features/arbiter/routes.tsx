import { lazy } from "react";
import type { AppRoute } from "../../routes.tsx";

const ArbiterArea = lazy(() => import("./ArbiterArea.tsx"));

export const arbiterRoutes: AppRoute[] = [{ path: "/arbiter/*", element: <ArbiterArea /> }];
