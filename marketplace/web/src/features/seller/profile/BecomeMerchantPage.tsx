/** The first step of selling: a public profile, where the money goes, and a key for private addresses. */

import { merchantRegistryAbi } from "@cybermiles/contracts/abi/merchantRegistry";
import { Button, Card, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useConfig } from "../../../api/config.ts";
import { storeDocument } from "../../../api/contents.ts";
import { Address } from "../../../components/Address.tsx";
import { Page } from "../../../components/Page.tsx";
import { createMessageKey, publishKeyCall } from "../../../crypto/messageKey.ts";
import { explainError } from "../../../tx/explainError.ts";
import { runTransaction } from "../../../tx/transactions.ts";
import { useWallet } from "../../../wallet/connection.ts";
import { ErrorSummary } from "../../workspace/ErrorSummary.tsx";
import { ProfileFields } from "./ProfileFields.tsx";
import { type ProfileForm, toMerchantDocument, validateProfile } from "./profileForm.ts";

export function BecomeMerchantPage() {
  const { t } = useTranslation(["seller", "errors"]);
  const { contracts } = useConfig();
  const { address } = useWallet();
  const [problem, setProblem] = useState<string | null>(null);
  const [payout, setPayout] = useState(address ?? "");
  const [isPayoutBad, setPayoutBad] = useState(false);
  const form = useForm<ProfileForm>({
    initialValues: { name: "", about: "", country: null, picture: null },
    validate: (values) =>
      Object.fromEntries(
        Object.entries(validateProfile(values)).map(([field, key]) => [field, t(`profile.${key}`)]),
      ),
  });
  const submit = form.onSubmit(async (values) => {
    const isBad = !/^0x[0-9a-fA-F]{40}$/.test(payout.trim());
    setPayoutBad(isBad);
    if (isBad || !address) return;
    setProblem(null);
    form.setSubmitting(true);
    try {
      const profileHash = await storeDocument(toMerchantDocument(values));
      const messageKey = await createMessageKey(address);
      await runTransaction({
        title: t("become.title"),
        details: [
          { label: t("profile.name"), value: values.name },
          { label: t("payouts.address"), value: <Address address={payout.trim()} /> },
        ],
        note: t("become.note"),
        confirmLabel: t("become.action"),
        steps: [
          { label: t("become.keyStep"), call: () => publishKeyCall(address, messageKey.publicKey) },
          {
            label: t("become.registerStep"),
            call: {
              address: contracts.merchantRegistry,
              abi: merchantRegistryAbi,
              functionName: "register",
              args: [payout.trim(), profileHash],
            },
          },
        ],
        doneText: t("become.done"),
        doneLink: { to: "/seller/listings/new", label: t("listings.add") },
        invalidate: [["seller"], ["sellers"], ["gateway"]],
      });
    } catch (error) {
      setProblem(explainError(error, t));
    }
    form.setSubmitting(false);
  });
  return (
    <Page title={t("become.title")} text={t("become.text")} width="narrow">
      <form onSubmit={submit} noValidate>
        <Stack gap="lg">
          <Card>
            <Title order={2} mb="md">
              {t("profile.title")}
            </Title>
            <ProfileFields form={form} />
          </Card>
          <Card>
            <Title order={2} mb="md">
              {t("payouts.title")}
            </Title>
            <TextInput
              label={t("payouts.address")}
              description={t("payouts.addressHint")}
              required
              value={payout}
              error={isPayoutBad ? t("payouts.badAddress") : null}
              onChange={(event) => {
                setPayout(event.currentTarget.value);
                setPayoutBad(false);
              }}
            />
            <Text fz="sm" c="dimmed" mt="md">
              {t("become.keyText")}
            </Text>
          </Card>
          <ErrorSummary text={problem} />
          <Button type="submit" size="md" loading={form.submitting}>
            {t("become.action")}
          </Button>
        </Stack>
      </form>
    </Page>
  );
}
