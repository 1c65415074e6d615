/** Who changed what at this shop. */
import { Code, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Address } from "../../components/Address.tsx";
import { Page } from "../../components/Page.tsx";
import { PagedList } from "../../components/QueryStates.tsx";
import { RelativeTime } from "../../components/Time.tsx";
import { DataTable, TableSkeleton } from "../workspace/DataTable.tsx";
import { useGatewayPages } from "./gatewayApi.ts";
import type { AuditEntry } from "./gatewayTypes.ts";
import { useMerchant } from "./merchantContext.ts";

export function AuditLogPage() {
  const { t, i18n } = useTranslation("gateway");
  const { merchant } = useMerchant();
  const query = useGatewayPages<AuditEntry>(merchant.id, "/audit_log");
  const actionText = (action: string) => {
    const key = `auditAction.${action.replaceAll(".", "_")}`;
    return i18n.exists(`gateway:${key}`) ? t(key) : action;
  };
  return (
    <Page title={t("audit.title")} text={t("audit.text")}>
      <PagedList
        query={query}
        skeleton={<TableSkeleton rows={8} />}
        empty={{ title: t("audit.empty"), text: t("audit.emptyHint") }}
      >
        {(entries) => (
          <DataTable
            label={t("audit.title")}
            rows={entries}
            rowKey={(entry) => entry.id}
            columns={[
              {
                key: "action",
                label: t("audit.action"),
                render: (entry) => (
                  <Text component="span" fz="sm" fw={550}>
                    {actionText(entry.action)}
                  </Text>
                ),
              },
              { key: "actor", label: t("audit.actor"), render: (entry) => <Actor actor={entry.actor} /> },
              {
                key: "target",
                isText: true,
                label: t("audit.target"),
                render: (entry) => (
                  <Text component="span" fz="sm" ff="monospace" style={{ overflowWrap: "anywhere" }}>
                    {entry.target ?? "–"}
                  </Text>
                ),
              },
              {
                key: "data",
                isText: true,
                label: t("audit.data"),
                isDeskOnly: true,
                render: (entry) =>
                  Object.keys(entry.data).length === 0 ? "–" : <Code>{JSON.stringify(entry.data)}</Code>,
              },
              { key: "at", label: t("audit.at"), render: (entry) => <RelativeTime atSec={entry.atSec} /> },
            ]}
          />
        )}
      </PagedList>
    </Page>
  );
}

function Actor({ actor }: { actor: string }) {
  if (actor.startsWith("0x")) return <Address address={actor} />;
  return (
    <Text component="span" fz="sm" ff="monospace">
      {actor}
    </Text>
  );
}
