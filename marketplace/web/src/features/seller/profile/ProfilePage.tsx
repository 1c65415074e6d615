/** The shop as buyers see it: profile, message key, reputation. */

import { merchantRegistryAbi } from "@cybermiles/contracts/abi/merchantRegistry";
import { Alert, Badge, Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconKey } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Seller } from "../../../../../src/api/schema/sellers.ts";
import { useConfig } from "../../../api/config.ts";
import { storeDocument } from "../../../api/contents.ts";
import { Page } from "../../../components/Page.tsx";
import { QueryView } from "../../../components/QueryStates.tsx";
import { createMessageKey, publishKeyCall } from "../../../crypto/messageKey.ts";
import { explainError } from "../../../tx/explainError.ts";
import { runTransaction } from "../../../tx/transactions.ts";
import { useWallet } from "../../../wallet/connection.ts";
import { ErrorSummary } from "../../workspace/ErrorSummary.tsx";
import { PageSkeleton } from "../../workspace/PageSkeleton.tsx";
import { useSellerSummary } from "../useSellerSummary.ts";
import { ProfileFields } from "./ProfileFields.tsx";
import { type ProfileForm, toMerchantDocument, validateProfile } from "./profileForm.ts";
import { ReputationCard } from "./ReputationCard.tsx";

export function ProfilePage() {
  const { t } = useTranslation("seller");
  const query = useSellerSummary(30);
  return (
    <Page title={t("profile.title")} width="narrow">
      <QueryView query={query} skeleton={<PageSkeleton />}>
        {({ seller }) => (
          <Stack gap="lg">
            <ReputationCard seller={seller} />
            <ProfileEditor key={seller.profileHash} seller={seller} />
            <MessageKeyCard seller={seller} />
          </Stack>
        )}
      </QueryView>
    </Page>
  );
}

function ProfileEditor({ seller }: { seller: Seller }) {
  const { t } = useTranslation(["seller", "errors"]);
  const { contracts } = useConfig();
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm<ProfileForm>({
    initialValues: {
      name: seller.name ?? "",
      about: seller.about,
      country: seller.country,
      picture: seller.picture?.hash ?? null,
    },
    validate: (values) =>
      Object.fromEntries(
        Object.entries(validateProfile(values)).map(([field, key]) => [field, t(`profile.${key}`)]),
      ),
  });
  const submit = form.onSubmit(async (values) => {
    setProblem(null);
    form.setSubmitting(true);
    try {
      const profileHash = await storeDocument(toMerchantDocument(values));
      await runTransaction({
        title: t("profile.saveTitle"),
        details: [{ label: t("profile.name"), value: values.name }],
        confirmLabel: t("profile.save"),
        steps: [
          {
            label: t("profile.saveTitle"),
            call: {
              address: contracts.merchantRegistry,
              abi: merchantRegistryAbi,
              functionName: "setProfile",
              args: [profileHash],
            },
          },
        ],
        doneText: t("profile.saved"),
        invalidate: [["seller"], ["sellers"]],
      });
    } catch (error) {
      setProblem(explainError(error, t));
    }
    form.setSubmitting(false);
  });
  return (
    <Card>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Title order={2}>{t("profile.public")}</Title>
          <ProfileFields form={form} />
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

function MessageKeyCard({ seller }: { seller: Seller }) {
  const { t } = useTranslation(["seller", "errors"]);
  const { address } = useWallet();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const hasKey = seller.messageKey !== null;
  const publish = async () => {
    if (!address) return;
    setBusy(true);
    setProblem(null);
    try {
      const { publicKey } = await createMessageKey(address);
      await runTransaction({
        title: t("key.publish"),
        note: hasKey ? t("key.replaceNote") : t("key.note"),
        confirmLabel: t("key.publish"),
        steps: [{ label: t("key.publish"), call: () => publishKeyCall(address, publicKey) }],
        doneText: t("key.done"),
        invalidate: [["seller"], ["sellers"]],
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
          {t("key.text")}
        </Text>
        {!hasKey && (
          <Alert variant="light" color="orange" icon={<IconKey aria-hidden />}>
            {t("key.missingText")}
          </Alert>
        )}
        <ErrorSummary text={problem} />
        <Group>
          <Button variant={hasKey ? "default" : "filled"} onClick={publish} loading={isBusy}>
            {hasKey ? t("key.check") : t("key.publish")}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}
