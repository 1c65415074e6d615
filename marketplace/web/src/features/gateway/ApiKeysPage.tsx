/** API keys: make (the secret is shown once), see when each was last used, revoke. */
import { Alert, Badge, Button, Checkbox, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconKey, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queryClient } from "../../api/queryClient.ts";
import { Page } from "../../components/Page.tsx";
import { PagedList } from "../../components/QueryStates.tsx";
import { RelativeTime } from "../../components/Time.tsx";
import { applyApiError } from "../workspace/applyApiError.ts";
import { ConfirmModal } from "../workspace/ConfirmModal.tsx";
import { DataTable, TableSkeleton } from "../workspace/DataTable.tsx";
import { ErrorSummary } from "../workspace/ErrorSummary.tsx";
import { useGatewayPages } from "./gatewayApi.ts";
import { type ApiKey, SCOPES, type Scope } from "./gatewayTypes.ts";
import { useMerchant } from "./merchantContext.ts";
import { SecretModal } from "./SecretModal.tsx";

export function ApiKeysPage() {
  const { t } = useTranslation("gateway");
  const { merchant, gateway, isLive } = useMerchant();
  const [isCreating, setCreating] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const query = useGatewayPages<ApiKey>(merchant.id, "/api_keys");
  const create = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setCreating(true)}>
      {t("keys.create")}
    </Button>
  );
  const refresh = () => queryClient.invalidateQueries({ queryKey: ["gateway", merchant.id, "/api_keys"] });
  return (
    <Page title={t("keys.title")} text={t("keys.text")} actions={create}>
      <PagedList
        query={{ ...query, data: query.data?.filter((key) => key.livemode === isLive) } as typeof query}
        skeleton={<TableSkeleton rows={3} />}
        empty={{
          title: isLive ? t("keys.emptyLive") : t("keys.emptyTest"),
          text: t("keys.emptyHint"),
          action: create,
          icon: <IconKey aria-hidden />,
        }}
      >
        {(keys) => <KeyTable keys={keys} onRevoke={setRevoking} />}
      </PagedList>
      <CreateKeyModal
        isOpen={isCreating}
        onClose={() => setCreating(false)}
        onCreated={(created) => {
          setCreating(false);
          setSecret(created);
          void refresh();
        }}
      />
      <SecretModal
        title={t("keys.secretTitle")}
        text={t("keys.secretText")}
        secret={secret}
        onClose={() => setSecret(null)}
      />
      <ConfirmModal
        isOpen={revoking !== null}
        onClose={() => setRevoking(null)}
        title={t("keys.revokeTitle", { name: revoking?.name ?? "" })}
        text={t("keys.revokeText")}
        confirmLabel={t("keys.revoke")}
        isDangerous
        onConfirm={async () => {
          if (revoking) await gateway.revokeKey(revoking.id);
          await refresh();
        }}
      />
    </Page>
  );
}

function KeyTable({ keys, onRevoke }: { keys: ApiKey[]; onRevoke: (key: ApiKey) => void }) {
  const { t } = useTranslation("gateway");
  return (
    <DataTable
      label={t("keys.title")}
      rows={keys}
      rowKey={(key) => key.id}
      columns={[
        {
          key: "name",
          label: t("keys.name"),
          render: (key) => (
            <Stack gap={2}>
              <Text fz="sm" fw={550}>
                {key.name}
              </Text>
              <Text fz="xs" c="dimmed" ff="monospace">
                {key.hint}
              </Text>
            </Stack>
          ),
        },
        {
          key: "scopes",
          isText: true,
          label: t("keys.scopes"),
          render: (key) => (
            <Group gap={4}>
              {key.scopes.map((scope) => (
                <Badge key={scope} color="gray" size="sm">
                  {scope}
                </Badge>
              ))}
            </Group>
          ),
        },
        {
          key: "created",
          label: t("keys.created"),
          render: (key) => <RelativeTime atSec={key.createdAtSec} />,
        },
        {
          key: "used",
          label: t("keys.lastUsed"),
          render: (key) =>
            key.lastUsedAtSec === null ? (
              <Text component="span" fz="sm" c="dimmed">
                {t("keys.never")}
              </Text>
            ) : (
              <RelativeTime atSec={key.lastUsedAtSec} />
            ),
        },
      ]}
      actions={(key) =>
        key.revokedAtSec === null ? (
          <Button variant="subtle" color="red" size="xs" onClick={() => onRevoke(key)}>
            {t("keys.revoke")}
          </Button>
        ) : (
          <Badge color="gray">{t("keys.revoked")}</Badge>
        )
      }
    />
  );
}

interface CreateKeyModalProps {
  isOpen: boolean;
  onClose: () => void;
  onCreated: (secret: string) => void;
}

function CreateKeyModal({ isOpen, onClose, onCreated }: CreateKeyModalProps) {
  const { t } = useTranslation("gateway");
  const { gateway, isLive } = useMerchant();
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm({
    initialValues: { name: "", scopes: ["invoices:read", "invoices:write"] as Scope[] },
    validate: {
      name: (name) => (name.trim() === "" ? t("keys.nameMissing") : null),
      scopes: (scopes) => (scopes.length === 0 ? t("keys.scopesMissing") : null),
    },
  });
  const submit = form.onSubmit(async ({ name, scopes }) => {
    setProblem(null);
    form.setSubmitting(true);
    try {
      const { secret } = await gateway.createKey({ name: name.trim(), scopes, livemode: isLive });
      form.reset();
      onCreated(secret);
    } catch (error) {
      setProblem(applyApiError(error, form, t));
    }
    form.setSubmitting(false);
  });
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={isLive ? t("keys.createLive") : t("keys.createTest")}
      closeButtonProps={{ "aria-label": t("close", { ns: "common" }) }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          {isLive && (
            <Alert variant="light" color="orange">
              {t("keys.liveNote")}
            </Alert>
          )}
          <TextInput
            label={t("keys.name")}
            description={t("keys.nameHint")}
            required
            maxLength={80}
            data-autofocus
            {...form.getInputProps("name")}
          />
          <Checkbox.Group label={t("keys.scopes")} required {...form.getInputProps("scopes")}>
            <Stack gap="xs" mt="xs">
              {SCOPES.map((scope) => (
                <Checkbox
                  key={scope}
                  value={scope}
                  label={t(`scope.${scope.replace(":", "_")}`)}
                  description={scope}
                />
              ))}
            </Stack>
          </Checkbox.Group>
          <ErrorSummary text={problem} />
          <Button type="submit" loading={form.submitting}>
            {t("keys.create")}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
