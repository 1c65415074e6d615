import { lazy } from "react";
import type { AppRoute } from "../../routes.tsx";

const PayPage = lazy(() => import("./PayPage.tsx"));

export const payRoutes: AppRoute[] = [{ path: "/pay/:invoiceId", element: <PayPage /> }];
