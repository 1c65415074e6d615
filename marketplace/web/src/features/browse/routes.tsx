import { lazy } from "react";
import type { AppRoute } from "../../routes.tsx";

const HomePage = lazy(() => import("./HomePage.tsx"));
const SearchPage = lazy(() => import("./SearchPage.tsx"));
const ProductPage = lazy(() => import("./ProductPage.tsx"));
const SellerPage = lazy(() => import("./SellerPage.tsx"));

export const browseRoutes: AppRoute[] = [
  { path: "/", element: <HomePage /> },
  { path: "/search", element: <SearchPage /> },
  { path: "/products/:listingId", element: <ProductPage /> },
  { path: "/sellers/:address", element: <SellerPage /> },
];
