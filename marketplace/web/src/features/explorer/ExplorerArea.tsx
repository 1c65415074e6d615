/** The explorer's pages in their frame: sections and, on every page, the search that finds anything on the chain. */
import { Box } from "@mantine/core";
import { IconBoxMultiple, IconCoins, IconHome2, IconTransfer } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, Route, Routes } from "react-router";
import { PageSkeleton } from "../workspace/PageSkeleton.tsx";
import { SectionLayout } from "../workspace/SectionLayout.tsx";
import { BlockPage } from "./BlockPage.tsx";
import { BlocksPage } from "./BlocksPage.tsx";
import { HomePage } from "./HomePage.tsx";
import { SearchBox } from "./SearchBox.tsx";
import { SearchPage } from "./SearchPage.tsx";
import { TokenPage } from "./TokenPage.tsx";
import { TokensPage } from "./TokensPage.tsx";
import { TransactionsPage } from "./TransactionsPage.tsx";

// These two decode by ABIs, which are heavy.
const TransactionPage = lazy(() => import("./TransactionPage.tsx"));
const AddressPage = lazy(() => import("./AddressPage.tsx"));

export default function ExplorerArea() {
  const { t } = useTranslation("explorer");
  return (
    <SectionLayout
      label={t("title")}
      links={[
        { to: "/explorer", label: t("nav.home"), icon: <IconHome2 size={18} aria-hidden /> },
        {
          to: "/explorer/blocks",
          label: t("nav.blocks"),
          icon: <IconBoxMultiple size={18} aria-hidden />,
          isPrefix: true,
        },
        {
          to: "/explorer/transactions",
          label: t("nav.transactions"),
          icon: <IconTransfer size={18} aria-hidden />,
          isPrefix: true,
        },
        {
          to: "/explorer/tokens",
          label: t("nav.tokens"),
          icon: <IconCoins size={18} aria-hidden />,
          isPrefix: true,
        },
      ]}
    >
      <Box pt={{ base: "xs", md: "lg" }}>
        <SearchBox />
      </Box>
      <Suspense fallback={<PageSkeleton />}>
        <Routes>
          <Route index element={<HomePage />} />
          <Route path="search" element={<SearchPage />} />
          <Route path="blocks" element={<BlocksPage />} />
          <Route path="blocks/:number" element={<BlockPage />} />
          <Route path="transactions" element={<TransactionsPage />} />
          <Route path="transactions/:hash" element={<TransactionPage />} />
          <Route path="addresses/:address" element={<AddressPage />} />
          <Route path="tokens" element={<TokensPage />} />
          <Route path="tokens/:address" element={<TokenPage />} />
          <Route path="*" element={<Navigate to="/explorer" replace />} />
        </Routes>
      </Suspense>
    </SectionLayout>
  );
}
