/** The payment gateway's dashboard: sign in, choose a shop and a mode, then its pages. No shop yet: open one. */
import { Alert, Box, SegmentedControl, Select, Stack } from "@mantine/core";
import {
  IconHistory,
  IconHome2,
  IconKey,
  IconReceipt2,
  IconSettings,
  IconTestPipe,
  IconWebhook,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Navigate, Route, Routes } from "react-router";
import { QueryView } from "../../components/QueryStates.tsx";
import { useStore } from "../../persistentStore.ts";
import { type Session, useSession } from "../../session/session.ts";
import { PageSkeleton } from "../workspace/PageSkeleton.tsx";
import { SectionLayout } from "../workspace/SectionLayout.tsx";
import { SignedInArea } from "../workspace/SignedInArea.tsx";
import { ApiKeysPage } from "./ApiKeysPage.tsx";
import { AuditLogPage } from "./AuditLogPage.tsx";
import { CreateInvoicePage } from "./CreateInvoicePage.tsx";
import { DeliveryPage } from "./DeliveryPage.tsx";
import { getMerchant } from "./gatewayApi.ts";
import { HomePage } from "./HomePage.tsx";
import { InvoicePage } from "./InvoicePage.tsx";
import { InvoicesPage } from "./InvoicesPage.tsx";
import { choiceStore, MerchantContext } from "./merchantContext.ts";
import { OpenShopPage } from "./OpenShopPage.tsx";
import { SettingsPage } from "./SettingsPage.tsx";
import { WebhooksPage } from "./WebhooksPage.tsx";

export default function GatewayArea() {
  const { t } = useTranslation("gateway");
  return (
    <SignedInArea title={t("title")} text={t("lead")}>
      <SignedIn />
    </SignedInArea>
  );
}

function SignedIn() {
  const { session } = useSession();
  const { merchantId } = useStore(choiceStore);
  const shops = session?.merchants ?? [];
  const chosen = shops.find((shop) => shop.id === merchantId) ?? shops[0];
  return chosen ? <Dashboard key={chosen.id} shops={shops} merchantId={chosen.id} /> : <OpenShopPage />;
}

function Dashboard({ shops, merchantId }: { shops: Shop[]; merchantId: string }) {
  const { t } = useTranslation("gateway");
  const { isLive } = useStore(choiceStore);
  const query = useQuery({
    queryKey: ["gateway", merchantId, "merchant"],
    queryFn: ({ signal }) => getMerchant(merchantId, signal),
  });
  const icon = { size: 18, "aria-hidden": true } as const;
  return (
    <SectionLayout
      label={t("title")}
      top={<Switches shops={shops} merchantId={merchantId} isLive={isLive} />}
      links={[
        { to: "/dashboard", label: t("nav.home"), icon: <IconHome2 {...icon} /> },
        {
          to: "/dashboard/invoices",
          label: t("nav.invoices"),
          icon: <IconReceipt2 {...icon} />,
          isPrefix: true,
        },
        {
          to: "/dashboard/webhooks",
          label: t("nav.webhooks"),
          icon: <IconWebhook {...icon} />,
          isPrefix: true,
        },
        { to: "/dashboard/keys", label: t("nav.keys"), icon: <IconKey {...icon} /> },
        { to: "/dashboard/settings", label: t("nav.settings"), icon: <IconSettings {...icon} /> },
        { to: "/dashboard/audit", label: t("nav.audit"), icon: <IconHistory {...icon} /> },
      ]}
    >
      {!isLive && (
        <Box pt="md">
          <Alert variant="light" color="orange" icon={<IconTestPipe aria-hidden />} py="xs">
            {t("mode.testNote")}
          </Alert>
        </Box>
      )}
      <QueryView query={query} skeleton={<PageSkeleton />}>
        {(merchant) => (
          <MerchantContext value={{ merchant, isLive }}>
            <Routes>
              <Route index element={<HomePage />} />
              <Route path="invoices" element={<InvoicesPage />} />
              <Route path="invoices/new" element={<CreateInvoicePage />} />
              <Route path="invoices/:id" element={<InvoicePage />} />
              <Route path="webhooks" element={<WebhooksPage />} />
              <Route path="webhooks/deliveries/:id" element={<DeliveryPage />} />
              <Route path="keys" element={<ApiKeysPage />} />
              <Route path="settings" element={<SettingsPage />} />
              <Route path="audit" element={<AuditLogPage />} />
              <Route path="*" element={<Navigate to="/dashboard" replace />} />
            </Routes>
          </MerchantContext>
        )}
      </QueryView>
    </SectionLayout>
  );
}

type Shop = NonNullable<Session["merchants"]>[number];

interface SwitchesProps {
  shops: Shop[];
  merchantId: string;
  isLive: boolean;
}

function Switches({ shops, merchantId, isLive }: SwitchesProps) {
  const { t } = useTranslation("gateway");
  return (
    <Stack gap="xs">
      {shops.length > 1 && (
        <Select
          size="sm"
          aria-label={t("mode.shop")}
          data={shops.map(({ id, name }) => ({ value: id, label: name }))}
          value={merchantId}
          allowDeselect={false}
          onChange={(chosen) => choiceStore.set((choice) => ({ ...choice, merchantId: chosen }))}
        />
      )}
      <SegmentedControl
        size="sm"
        fullWidth
        aria-label={t("mode.label")}
        data={[
          { value: "live", label: t("mode.live") },
          { value: "test", label: t("mode.test") },
        ]}
        value={isLive ? "live" : "test"}
        onChange={(mode) => choiceStore.set((choice) => ({ ...choice, isLive: mode === "live" }))}
      />
    </Stack>
  );
}
