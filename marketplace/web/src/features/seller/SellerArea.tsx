/** The seller centre: sign in, become a merchant once, then its pages. */
import {
  IconChartBar,
  IconGift,
  IconPackage,
  IconTruckDelivery,
  IconUserCircle,
  IconWallet,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Navigate, Route, Routes } from "react-router";
import { QueryView } from "../../components/QueryStates.tsx";
import { PageSkeleton } from "../workspace/PageSkeleton.tsx";
import { SectionLayout } from "../workspace/SectionLayout.tsx";
import { SignedInArea } from "../workspace/SignedInArea.tsx";
import { BulkPage } from "./bulk/BulkPage.tsx";
import { EditListingPage } from "./listing/EditListingPage.tsx";
import { ListingsPage } from "./listing/ListingsPage.tsx";
import { NewListingPage } from "./listing/NewListingPage.tsx";
import { OverviewPage } from "./OverviewPage.tsx";
import { SellerOrdersPage } from "./orders/SellerOrdersPage.tsx";
import { PayoutsPage } from "./payouts/PayoutsPage.tsx";
import { BecomeMerchantPage } from "./profile/BecomeMerchantPage.tsx";
import { ProfilePage } from "./profile/ProfilePage.tsx";
import { RewardsPage } from "./rewards/RewardsPage.tsx";
import { useSellerSummary } from "./useSellerSummary.ts";

export default function SellerArea() {
  const { t } = useTranslation("seller");
  return (
    <SignedInArea title={t("title")} text={t("lead")}>
      <SignedIn />
    </SignedInArea>
  );
}

function SignedIn() {
  const query = useSellerSummary(30);
  return (
    <QueryView query={query} skeleton={<PageSkeleton />}>
      {(summary) => (summary.seller.registeredAtSec === null ? <BecomeMerchantPage /> : <Centre />)}
    </QueryView>
  );
}

function Centre() {
  const { t } = useTranslation("seller");
  const { data } = useSellerSummary(30);
  const toShip = data?.todo.filter((todo) => todo.kind === "ship").length ?? 0;
  const icon = { size: 18, "aria-hidden": true } as const;
  return (
    <SectionLayout
      label={t("title")}
      links={[
        { to: "/seller", label: t("nav.overview"), icon: <IconChartBar {...icon} /> },
        {
          to: "/seller/orders",
          label: t("nav.orders"),
          icon: <IconTruckDelivery {...icon} />,
          count: toShip,
        },
        { to: "/seller/listings", label: t("nav.listings"), icon: <IconPackage {...icon} />, isPrefix: true },
        { to: "/seller/payouts", label: t("nav.payouts"), icon: <IconWallet {...icon} /> },
        { to: "/seller/rewards", label: t("nav.rewards"), icon: <IconGift {...icon} /> },
        { to: "/seller/profile", label: t("nav.profile"), icon: <IconUserCircle {...icon} /> },
      ]}
    >
      <Routes>
        <Route index element={<OverviewPage />} />
        <Route path="orders" element={<SellerOrdersPage />} />
        <Route path="listings" element={<ListingsPage />} />
        <Route path="listings/new" element={<NewListingPage />} />
        <Route path="listings/bulk" element={<BulkPage />} />
        <Route path="listings/:id" element={<EditListingPage />} />
        <Route path="payouts" element={<PayoutsPage />} />
        <Route path="rewards" element={<RewardsPage />} />
        <Route path="profile" element={<ProfilePage />} />
        <Route path="*" element={<Navigate to="/seller" replace />} />
      </Routes>
    </SectionLayout>
  );
}
