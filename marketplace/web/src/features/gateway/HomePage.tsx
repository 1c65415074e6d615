/** Where the merchant stands: what is left to set up, then the latest invoices. */
import { Anchor, Button, Card, Group, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import { IconCheck, IconPlus } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Page } from "../../components/Page.tsx";
import { PagedList } from "../../components/QueryStates.tsx";
import { TableSkeleton } from "../workspace/DataTable.tsx";
import { useGatewayPages } from "./gatewayApi.ts";
import type { ApiKey, Invoice, WebhookEndpoint } from "./gatewayTypes.ts";
import { InvoiceTable } from "./InvoicesPage.tsx";
import { useMerchant } from "./merchantContext.ts";
import { SignerStep } from "./SignerStep.tsx";

const LATEST = 5;

export function HomePage() {
  const { t } = useTranslation("gateway");
  const { merchant, isLive } = useMerchant();
  const invoices = useGatewayPages<Invoice>(merchant.id, "/invoices", { livemode: isLive, limit: LATEST });
  const create = (
    <Button component={Link} to="/dashboard/invoices/new" leftSection={<IconPlus size={18} aria-hidden />}>
      {t("invoices.create")}
    </Button>
  );
  return (
    <Page title={merchant.name} actions={create}>
      <Stack gap="xl">
        <Setup hasInvoices={(invoices.data?.length ?? 0) > 0} />
        <section>
          <Group justify="space-between" mb="md">
            <Title order={2}>{t("home.latest")}</Title>
            <Anchor component={Link} to="/dashboard/invoices" fz="sm">
              {t("home.all")}
            </Anchor>
          </Group>
          <PagedList
            query={{ ...invoices, hasNextPage: false } as typeof invoices}
            skeleton={<TableSkeleton rows={LATEST} />}
            empty={{ title: t("invoices.empty"), text: t("invoices.emptyHint"), action: create }}
          >
            {(rows) => <InvoiceTable rows={rows.slice(0, LATEST)} />}
          </PagedList>
        </section>
      </Stack>
    </Page>
  );
}

/** The checklist disappears once everything is done. */
function Setup({ hasInvoices }: { hasInvoices: boolean }) {
  const { t } = useTranslation("gateway");
  const { merchant, isLive } = useMerchant();
  const keys = useGatewayPages<ApiKey>(merchant.id, "/api_keys");
  const endpoints = useGatewayPages<WebhookEndpoint>(merchant.id, "/webhook_endpoints");
  const hasKey = keys.data?.some((key) => key.livemode === isLive && key.revokedAtSec === null) ?? false;
  const hasEndpoint = endpoints.data?.some((endpoint) => endpoint.livemode === isLive) ?? false;
  const isSignerCurrent = merchant.gatewaySigner.status === "current";
  if (isSignerCurrent && hasKey && hasEndpoint && hasInvoices) return null;
  if (keys.isPending || endpoints.isPending) return <TableSkeleton rows={4} />;
  return (
    <Card>
      <Title order={2} mb={4}>
        {t("setup.title")}
      </Title>
      <Text c="dimmed" fz="sm" mb="md">
        {t("setup.text")}
      </Text>
      <Stack gap={0} component="ol" m={0} p={0} style={{ listStyle: "none" }}>
        <Step isDone title={t("setup.account")} text={t("setup.accountText")} />
        <Step
          isDone={isSignerCurrent}
          title={t("setup.signer")}
          text={t(`signer.${merchant.gatewaySigner.status}`)}
        >
          <SignerStep />
        </Step>
        <Step isDone={hasInvoices} title={t("setup.invoice")} text={t("setup.invoiceText")}>
          <Button component={Link} to="/dashboard/invoices/new" variant="default" size="sm">
            {t("invoices.create")}
          </Button>
        </Step>
        <Step isDone={hasKey} title={t("setup.key")} text={t("setup.keyText")}>
          <Button component={Link} to="/dashboard/keys" variant="default" size="sm">
            {t("keys.create")}
          </Button>
        </Step>
        <Step isDone={hasEndpoint} title={t("setup.webhook")} text={t("setup.webhookText")}>
          <Button component={Link} to="/dashboard/webhooks" variant="default" size="sm">
            {t("webhooks.add")}
          </Button>
        </Step>
      </Stack>
    </Card>
  );
}

interface StepProps {
  isDone: boolean;
  title: string;
  text: string;
  children?: ReactNode;
}

function Step({ isDone, title, text, children }: StepProps) {
  const { t } = useTranslation("gateway");
  return (
    <Group component="li" wrap="nowrap" align="flex-start" py="sm" gap="md">
      <ThemeIcon size={24} radius="xl" variant={isDone ? "filled" : "default"}>
        {isDone ? <IconCheck size={14} role="img" aria-label={t("setup.done")} /> : <span />}
      </ThemeIcon>
      <Group flex={1} justify="space-between" gap="sm">
        <div style={{ flex: "1 1 240px" }}>
          <Text fw={550} {...(isDone ? { td: "line-through", c: "dimmed" } : {})}>
            {title}
          </Text>
          {!isDone && (
            <Text fz="sm" c="dimmed">
              {text}
            </Text>
          )}
        </div>
        {!isDone && children}
      </Group>
    </Group>
  );
}
