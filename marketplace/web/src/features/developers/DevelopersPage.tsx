/** Everything a developer needs to build on the chain and on the gateway, made from what is running right now. */
import { Anchor, Button, Card, Group, SimpleGrid, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import { IconApi, IconArrowUpRight, IconBook2, IconWebhook } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { MarketplaceConfig } from "../../../../src/api/schema/config.ts";
import { useConfig } from "../../api/config.ts";
import { Page } from "../../components/Page.tsx";
import { ContractList } from "./ContractList.tsx";
import { NetworkCard } from "./NetworkCard.tsx";
import { SnippetTabs } from "./SnippetTabs.tsx";
import { gatewaySnippets, type NetworkFacts, networkSnippets } from "./snippets.ts";

export default function DevelopersPage() {
  const { t } = useTranslation("developers");
  const config = useConfig();
  const facts = factsOf(config);
  return (
    <Page title={t("title")} text={t("lead", { chain: config.chain.name })}>
      <Stack gap={48}>
        <NetworkCard facts={facts} hasFaucet={config.faucet !== null} />
        <Section title={t("connect.title")} text={t("connect.text")}>
          <SnippetTabs snippets={networkSnippets(facts)} />
        </Section>
        <Section title={t("gateway.title")} text={t("gateway.text")}>
          <SimpleGrid cols={{ base: 1, sm: 3 }} mb="md">
            <Doorway
              icon={<IconBook2 size={20} aria-hidden />}
              title={t("gateway.reference")}
              text={t("gateway.referenceText")}
            >
              <Anchor href={`${config.origins.gatewayPath}/docs`} target="_blank" rel="noreferrer" fz="sm">
                {t("gateway.openReference")} <IconArrowUpRight size={14} aria-hidden />
              </Anchor>
            </Doorway>
            <Doorway
              icon={<IconApi size={20} aria-hidden />}
              title={t("gateway.keys")}
              text={t("gateway.keysText")}
            >
              <Anchor component={Link} to="/dashboard/keys" fz="sm">
                {t("gateway.openKeys")}
              </Anchor>
            </Doorway>
            <Doorway
              icon={<IconWebhook size={20} aria-hidden />}
              title={t("gateway.webhooks")}
              text={t("gateway.webhooksText")}
            >
              <Anchor component={Link} to="/dashboard/webhooks" fz="sm">
                {t("gateway.openWebhooks")}
              </Anchor>
            </Doorway>
          </SimpleGrid>
          <SnippetTabs snippets={gatewaySnippets(facts)} />
        </Section>
        <Section
          title={t("contracts.title")}
          text={t("contracts.text")}
          action={
            <Button component={Link} to="/explorer" variant="default">
              {t("contracts.explorer")}
            </Button>
          }
        >
          <ContractList />
        </Section>
      </Stack>
    </Page>
  );
}

function factsOf({ chain, origins, contracts }: MarketplaceConfig): NetworkFacts {
  return {
    name: chain.name,
    chainId: chain.chainId,
    rpcUrl: chain.rpcUrl,
    wsUrl: chain.rpcUrl.replace(/^http/, "ws"),
    explorerUrl: chain.explorerUrl,
    gatewayUrl: new URL(origins.gatewayPath, location.origin).href,
    escrow: contracts.escrow,
  };
}

interface SectionProps {
  title: string;
  text: string;
  action?: ReactNode;
  children: ReactNode;
}

function Section({ title, text, action, children }: SectionProps) {
  return (
    <section>
      <Group justify="space-between" align="flex-end" mb="md">
        <div>
          <Title order={2}>{title}</Title>
          <Text c="dimmed" maw="65ch">
            {text}
          </Text>
        </div>
        {action}
      </Group>
      {children}
    </section>
  );
}

interface DoorwayProps {
  icon: ReactNode;
  title: string;
  text: string;
  children: ReactNode;
}

function Doorway({ icon, title, text, children }: DoorwayProps) {
  return (
    <Card padding="md">
      <Stack gap="xs" h="100%">
        <ThemeIcon variant="light" size={36}>
          {icon}
        </ThemeIcon>
        <Text fw={600}>{title}</Text>
        <Text fz="sm" c="dimmed" flex={1}>
          {text}
        </Text>
        {children}
      </Stack>
    </Card>
  );
}
