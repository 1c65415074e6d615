/** How one becomes an arbiter: a profile, a fee, and a bond as large as the cases one wants to hold. */

import { arbiterRegistryAbi } from "@cybermiles/contracts/abi/arbiterRegistry";
import { Alert, Button, Card, List, Stack, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconInfoCircle } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NATIVE_CURRENCY, useConfig } from "../../api/config.ts";
import { storeDocument } from "../../api/contents.ts";
import { Money } from "../../components/Money.tsx";
import { Page } from "../../components/Page.tsx";
import { createMessageKey, publishKeyCall } from "../../crypto/messageKey.ts";
import { formatBps, parseAmount } from "../../format/money.ts";
import { usePreferences } from "../../preferences.ts";
import { explainError } from "../../tx/explainError.ts";
import { runTransaction } from "../../tx/transactions.ts";
import { useWallet } from "../../wallet/connection.ts";
import { ErrorSummary } from "../workspace/ErrorSummary.tsx";
import { ArbiterFields } from "./ArbiterFields.tsx";
import { type ArbiterForm, feeBpsOf, toArbiterDocument, validateArbiter } from "./arbiterForm.ts";

const CMT_DECIMALS = 18;

export function RegisterPage() {
  const { t } = useTranslation(["arbiter", "errors"]);
  const { language } = usePreferences();
  const { contracts } = useConfig();
  const { address } = useWallet();
  const [problem, setProblem] = useState<string | null>(null);
  const [bondText, setBondText] = useState("1000");
  const bondAtto = parseAmount(bondText, CMT_DECIMALS);
  const isBondGood = bondAtto !== null && bondAtto > 0n;
  const form = useForm<ArbiterForm>({
    initialValues: { name: "", about: "", languages: [language], feePercent: 2 },
    validate: (values) =>
      Object.fromEntries(
        Object.entries(validateArbiter(values)).map(([field, key]) => [field, t(`profile.${key}`)]),
      ),
  });
  const submit = form.onSubmit(async (values) => {
    if (!isBondGood || !address) return;
    setProblem(null);
    form.setSubmitting(true);
    try {
      const profileHash = await storeDocument(toArbiterDocument(values));
      const { publicKey } = await createMessageKey(address);
      const registry = { address: contracts.arbiterRegistry, abi: arbiterRegistryAbi };
      await runTransaction({
        title: t("register.title"),
        details: [
          { label: t("profile.name"), value: values.name },
          { label: t("profile.fee"), value: formatBps(feeBpsOf(values), language) },
          { label: t("bond.title"), value: <Money amountAtto={bondAtto} layout="inline" size="sm" /> },
        ],
        note: t("register.note"),
        confirmLabel: t("register.action"),
        steps: [
          { label: t("register.keyStep"), call: () => publishKeyCall(address, publicKey) },
          {
            label: t("register.title"),
            call: { ...registry, functionName: "register", args: [feeBpsOf(values), profileHash] },
          },
          {
            label: t("bond.deposit"),
            call: {
              ...registry,
              functionName: "deposit",
              args: [NATIVE_CURRENCY, bondAtto],
              value: bondAtto,
            },
          },
        ],
        doneText: t("register.done"),
        invalidate: [["arbiter"], ["arbiters"]],
      });
    } catch (error) {
      setProblem(explainError(error, t));
    }
    form.setSubmitting(false);
  });
  return (
    <Page title={t("register.title")} text={t("register.text")} width="narrow">
      <form onSubmit={submit} noValidate>
        <Stack gap="lg">
          <Alert variant="light" color="gray" icon={<IconInfoCircle aria-hidden />}>
            <List spacing={4} fz="sm">
              <List.Item>{t("register.point1")}</List.Item>
              <List.Item>{t("register.point2")}</List.Item>
              <List.Item>{t("register.point3")}</List.Item>
            </List>
          </Alert>
          <Card>
            <Title order={2} mb="md">
              {t("profile.title")}
            </Title>
            <ArbiterFields form={form} />
          </Card>
          <Card>
            <Title order={2} mb="md">
              {t("bond.title")}
            </Title>
            <TextInput
              label={t("bond.amount")}
              description={t("bond.hint")}
              required
              inputMode="decimal"
              rightSection="CMT"
              rightSectionWidth={64}
              value={bondText}
              error={isBondGood ? null : t("bond.bad")}
              onChange={(event) => setBondText(event.currentTarget.value)}
            />
          </Card>
          <ErrorSummary text={problem} />
          <Button type="submit" size="md" loading={form.submitting}>
            {t("register.action")}
          </Button>
        </Stack>
      </form>
    </Page>
  );
}
