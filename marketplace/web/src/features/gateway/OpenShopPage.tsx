/** The first step at the gateway: a merchant account with the shop's name. */
import { Button, Card, List, Stack, TextInput, ThemeIcon } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queryClient } from "../../api/queryClient.ts";
import { Page } from "../../components/Page.tsx";
import { applyApiError } from "../workspace/applyApiError.ts";
import { ErrorSummary } from "../workspace/ErrorSummary.tsx";
import { createMerchant } from "./gatewayApi.ts";

export function OpenShopPage() {
  const { t } = useTranslation("gateway");
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm({
    initialValues: { name: "" },
    validate: { name: (name) => (name.trim() === "" ? t("open.nameMissing") : null) },
  });
  const submit = form.onSubmit(async ({ name }) => {
    setProblem(null);
    form.setSubmitting(true);
    try {
      await createMerchant(name.trim());
      await queryClient.invalidateQueries({ queryKey: ["gateway"] });
      await queryClient.invalidateQueries({ queryKey: ["session"] });
    } catch (error) {
      setProblem(applyApiError(error, form, t));
    }
    form.setSubmitting(false);
  });
  return (
    <Page title={t("open.title")} text={t("open.text")} width="narrow">
      <Card>
        <form onSubmit={submit} noValidate>
          <Stack>
            <List
              spacing="xs"
              icon={
                <ThemeIcon size={22} radius="xl" variant="light">
                  <IconCheck size={14} aria-hidden />
                </ThemeIcon>
              }
            >
              <List.Item>{t("open.point1")}</List.Item>
              <List.Item>{t("open.point2")}</List.Item>
              <List.Item>{t("open.point3")}</List.Item>
            </List>
            <TextInput
              label={t("open.name")}
              description={t("open.nameHint")}
              required
              maxLength={120}
              {...form.getInputProps("name")}
            />
            <ErrorSummary text={problem} />
            <Button type="submit" size="md" loading={form.submitting}>
              {t("open.action")}
            </Button>
          </Stack>
        </form>
      </Card>
    </Page>
  );
}
