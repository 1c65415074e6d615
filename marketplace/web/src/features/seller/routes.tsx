import { lazy } from "react";
import type { AppRoute } from "../../routes.tsx";

const SellerArea = lazy(() => import("./SellerArea.tsx"));

export const sellerRoutes: AppRoute[] = [{ path: "/seller/*", element: <SellerArea /> }];
