/** What sellers and buyers see of the arbiter; changes, and retiring. */

import { arbiterRegistryAbi } from "@cybermiles/contracts/abi/arbiterRegistry";
import { Badge, Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ArbiterCard } from "../../../../src/api/schema/arbiters.ts";
import { useConfig } from "../../api/config.ts";
import { storeDocument } from "../../api/contents.ts";
import { Page } from "../../components/Page.tsx";
import { createMessageKey, publishKeyCall } from "../../crypto/messageKey.ts";
import { formatBps } from "../../format/money.ts";
import { formatDuration } from "../../format/time.ts";
import { usePreferences } from "../../preferences.ts";
import { explainError } from "../../tx/explainError.ts";
import { runTransaction } from "../../tx/transactions.ts";
import { ErrorSummary } from "../workspace/ErrorSummary.tsx";
import { StatGrid, StatTile } from "../workspace/StatTile.tsx";
import { ArbiterFields } from "./ArbiterFields.tsx";
import { type ArbiterForm, feeBpsOf, toArbiterDocument, validateArbiter } from "./arbiterForm.ts";

const INVALIDATE = [["arbiter"], ["arbiters"]];

export function ProfilePage({ arbiter }: { arbiter: ArbiterCard }) {
  const { t } = useTranslation("arbiter");
  const { language } = usePreferences();
  return (
    <Page
      title={t("nav.profile")}
      width="narrow"
      actions={
        <Group gap="xs">
          <Badge color={arbiter.isActive ? "jade" : "gray"}>
            {arbiter.isActive ? t("profile.active") : t("profile.retired")}
          </Badge>
          {arbiter.isFallback && <Badge color="blue">{t("cases.fallback")}</Badge>}
        </Group>
      }
    >
      <Stack gap="lg">
        <StatGrid>
          <StatTile label={t("profile.ruled")}>{arbiter.ruled}</StatTile>
          <StatTile label={t("profile.missed")}>{arbiter.missed}</StatTile>
          <StatTile label={t("profile.time")}>
            {arbiter.medianRulingSec === null ? "–" : formatDuration(arbiter.medianRulingSec, language)}
          </StatTile>
          <StatTile label={t("profile.fee")}>{formatBps(arbiter.feeBps, language)}</StatTile>
        </StatGrid>
        <MessageKey arbiter={arbiter} />
        <Editor arbiter={arbiter} />
        {arbiter.isActive && <Retire />}
      </Stack>
    </Page>
  );
}

function Editor({ arbiter }: { arbiter: ArbiterCard }) {
  const { t } = useTranslation(["arbiter", "errors"]);
  const { language } = usePreferences();
  const { contracts } = useConfig();
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm<ArbiterForm>({
    initialValues: {
      name: arbiter.name ?? "",
      about: arbiter.about,
      languages: arbiter.languages,
      feePercent: arbiter.feeBps / 100,
    },
    validate: (values) =>
      Object.fromEntries(
        Object.entries(validateArbiter(values)).map(([field, key]) => [field, t(`profile.${key}`)]),
      ),
  });
  const submit = form.onSubmit(async (values) => {
    setProblem(null);
    form.setSubmitting(true);
    try {
      const profileHash = await storeDocument(toArbiterDocument(values));
      const outcome = await runTransaction({
        title: t("profile.saveTitle"),
        details: [{ label: t("profile.fee"), value: formatBps(feeBpsOf(values), language) }],
        note: t("profile.saveNote"),
        confirmLabel: t("profile.save"),
        steps: [
          {
            label: t("profile.saveTitle"),
            call: {
              address: contracts.arbiterRegistry,
              abi: arbiterRegistryAbi,
              functionName: "update",
              args: [feeBpsOf(values), profileHash],
            },
          },
        ],
        doneText: t("profile.saved"),
        invalidate: INVALIDATE,
      });
      if (outcome) form.resetDirty();
    } catch (error) {
      setProblem(explainError(error, t));
    }
    form.setSubmitting(false);
  });
  return (
    <Card>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Title order={2}>{t("profile.title")}</Title>
          <ArbiterFields form={form} />
          <ErrorSummary text={problem} />
          <Group justify="flex-end">
            <Button type="submit" loading={form.submitting} disabled={!form.isDirty()}>
              {t("profile.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}

/** Evidence is encrypted to the published key; another device has another one until the wallet is restored there. */
function MessageKey({ arbiter }: { arbiter: ArbiterCard }) {
  const { t } = useTranslation(["arbiter", "errors"]);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const hasKey = arbiter.messageKey !== null;
  const publish = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const { publicKey } = await createMessageKey(arbiter.address);
      await runTransaction({
        title: t("key.publish"),
        note: hasKey ? t("key.replaceNote") : t("key.missingText"),
        confirmLabel: t("key.publish"),
        steps: [{ label: t("key.publish"), call: () => publishKeyCall(arbiter.address, publicKey) }],
        doneText: t("key.done"),
        invalidate: INVALIDATE,
      });
    } catch (error) {
      setProblem(explainError(error, t));
    }
    setBusy(false);
  };
  return (
    <Card>
      <Stack>
        <Group justify="space-between">
          <Title order={2}>{t("key.title")}</Title>
          <Badge color={hasKey ? "jade" : "orange"}>{hasKey ? t("key.published") : t("key.missing")}</Badge>
        </Group>
        <Text fz="sm" c="dimmed">
          {hasKey ? t("key.text") : t("key.missingText")}
        </Text>
        <ErrorSummary text={problem} />
        <Group>
          <Button variant={hasKey ? "default" : "filled"} onClick={publish} loading={isBusy}>
            {hasKey ? t("key.publishThis") : t("key.publish")}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}

function Retire() {
  const { t } = useTranslation("arbiter");
  const { contracts } = useConfig();
  const retire = () =>
    runTransaction({
      title: t("profile.retire"),
      note: t("profile.retireNote"),
      confirmLabel: t("profile.retire"),
      steps: [
        {
          label: t("profile.retire"),
          call: { address: contracts.arbiterRegistry, abi: arbiterRegistryAbi, functionName: "retire" },
        },
      ],
      doneText: t("profile.retireDone"),
      invalidate: INVALIDATE,
      isDangerous: true,
    });
  return (
    <Card>
      <Group justify="space-between">
        <div>
          <Title order={2} fz="md">
            {t("profile.retire")}
          </Title>
          <Text fz="sm" c="dimmed">
            {t("profile.retireNote")}
          </Text>
        </div>
        <Button variant="default" c="var(--mantine-color-error)" onClick={retire}>
          {t("profile.retire")}
        </Button>
      </Group>
    </Card>
  );
}
