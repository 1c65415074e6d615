/** The buyer's stars and words after a released order. Kept by the marketplace, not on the chain. */
import { Alert, Button, Group, Input, Rating, Stack, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import type { Order } from "../../../../src/api/schema/orders.ts";
import { request } from "../../api/http.ts";
import { queryClient } from "../../api/queryClient.ts";
import { useOrderForm } from "./useOrderForm.ts";

export function ReviewForm({ order, onDone }: { order: Order; onDone: () => void }) {
  const { t } = useTranslation("orders");
  const { submit, problem, isBusy } = useOrderForm(onDone);
  const form = useForm({
    initialValues: { stars: 0, text: "" },
    validate: { stars: (value) => (value > 0 ? null : t("form.review.noStars")) },
  });
  const send = form.onSubmit((body) =>
    submit(async () => {
      await request(`/api/orders/${order.id}/review`, { method: "POST", body });
      await queryClient.invalidateQueries({
        predicate: (query) =>
          ["orders", "reviews", "listings", "sellers"].includes(String(query.queryKey[0])),
      });
      notifications.show({ title: t("form.review.done"), message: "★".repeat(body.stars) });
      return null;
    }),
  );
  return (
    <form onSubmit={send} noValidate>
      <Stack>
        <Input.Wrapper label={t("form.review.stars")} error={form.errors.stars} required>
          <Rating
            size="xl"
            mt={4}
            getSymbolLabel={(stars) => t("form.review.starLabel", { count: stars })}
            value={form.values.stars}
            onChange={(stars) => form.setFieldValue("stars", stars)}
          />
        </Input.Wrapper>
        <Textarea
          label={t("form.review.text")}
          autosize
          minRows={4}
          maxLength={2000}
          {...form.getInputProps("text")}
        />
        {problem && (
          <Alert color="red" variant="light" role="alert">
            {problem}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button type="submit" loading={isBusy}>
            {t("form.review.send")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
