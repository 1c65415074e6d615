/** The arbiter's desk: sign in, register once with a bond, then cases, bond and fees, profile. */
import { IconCoins, IconGavel, IconUserCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Navigate, Route, Routes } from "react-router";
import type { ArbiterSummary } from "../../../../src/api/schema/arbiters.ts";
import { QueryView } from "../../components/QueryStates.tsx";
import { PageSkeleton } from "../workspace/PageSkeleton.tsx";
import { SectionLayout } from "../workspace/SectionLayout.tsx";
import { SignedInArea } from "../workspace/SignedInArea.tsx";
import { AccountPage } from "./AccountPage.tsx";
import { CasePage } from "./CasePage.tsx";
import { CasesPage } from "./CasesPage.tsx";
import { ProfilePage } from "./ProfilePage.tsx";
import { RegisterPage } from "./RegisterPage.tsx";
import { useArbiterSummary } from "./useArbiterSummary.ts";

export default function ArbiterArea() {
  const { t } = useTranslation("arbiter");
  return (
    <SignedInArea title={t("title")} text={t("lead")}>
      <SignedIn />
    </SignedInArea>
  );
}

function SignedIn() {
  const query = useArbiterSummary();
  return (
    <QueryView query={query} skeleton={<PageSkeleton />}>
      {(summary) => (summary.arbiter ? <Desk summary={summary} /> : <RegisterPage />)}
    </QueryView>
  );
}

function Desk({ summary }: { summary: ArbiterSummary }) {
  const { t } = useTranslation("arbiter");
  const icon = { size: 18, "aria-hidden": true } as const;
  return (
    <SectionLayout
      label={t("title")}
      links={[
        { to: "/arbiter", label: t("nav.cases"), icon: <IconGavel {...icon} />, count: summary.openCases },
        { to: "/arbiter/account", label: t("nav.account"), icon: <IconCoins {...icon} /> },
        { to: "/arbiter/profile", label: t("nav.profile"), icon: <IconUserCircle {...icon} /> },
      ]}
    >
      <Routes>
        <Route index element={<CasesPage />} />
        <Route path="cases/:id" element={<CasePage />} />
        <Route path="account" element={<AccountPage summary={summary} />} />
        {summary.arbiter && <Route path="profile" element={<ProfilePage arbiter={summary.arbiter} />} />}
        <Route path="*" element={<Navigate to="/arbiter" replace />} />
      </Routes>
    </SectionLayout>
  );
}
