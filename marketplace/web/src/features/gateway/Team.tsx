/** Who may work at this shop, and as what. The owner is the account that opened it and cannot be removed. */
import {
  ActionIcon,
  Badge,
  Button,
  Card,
  Group,
  NativeSelect,
  Skeleton,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconUserMinus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queryClient } from "../../api/queryClient.ts";
import { Address } from "../../components/Address.tsx";
import { QueryView } from "../../components/QueryStates.tsx";
import { applyApiError } from "../workspace/applyApiError.ts";
import { ConfirmModal } from "../workspace/ConfirmModal.tsx";
import { ErrorSummary } from "../workspace/ErrorSummary.tsx";
import { type Member, TEAM_ROLES, type TeamRole } from "./gatewayTypes.ts";
import { useMerchant } from "./merchantContext.ts";

export function Team() {
  const { t } = useTranslation("gateway");
  const { merchant, gateway } = useMerchant();
  const key = ["gateway", merchant.id, "members"];
  const query = useQuery({ queryKey: key, queryFn: ({ signal }) => gateway.listMembers(signal) });
  const [removing, setRemoving] = useState<Member | null>(null);
  return (
    <Card>
      <Stack>
        <div>
          <Title order={2}>{t("team.title")}</Title>
          <Text fz="sm" c="dimmed">
            {t("team.text")}
          </Text>
        </div>
        <QueryView query={query} skeleton={<Skeleton height={80} />}>
          {({ data }) => (
            <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: "none" }}>
              {data.map((member) => (
                <Group key={member.address} component="li" justify="space-between">
                  <Address address={member.address} size="md" />
                  <Group gap="xs">
                    <Badge color="gray">{t(`role.${member.role}`)}</Badge>
                    {member.role !== "owner" && (
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        aria-label={t("team.removeOne", { address: member.address })}
                        onClick={() => setRemoving(member)}
                      >
                        <IconUserMinus size={18} aria-hidden />
                      </ActionIcon>
                    )}
                  </Group>
                </Group>
              ))}
            </Stack>
          )}
        </QueryView>
        <AddMember onAdded={() => queryClient.invalidateQueries({ queryKey: key })} />
      </Stack>
      <ConfirmModal
        isOpen={removing !== null}
        onClose={() => setRemoving(null)}
        title={t("team.remove")}
        text={t("team.removeText", { address: removing?.address ?? "" })}
        confirmLabel={t("team.remove")}
        isDangerous
        onConfirm={async () => {
          if (removing) await gateway.removeMember(removing.address);
          await queryClient.invalidateQueries({ queryKey: key });
        }}
      />
    </Card>
  );
}

function AddMember({ onAdded }: { onAdded: () => Promise<unknown> }) {
  const { t } = useTranslation("gateway");
  const { gateway } = useMerchant();
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm({
    initialValues: { address: "", role: "staff" as TeamRole },
    validate: {
      address: (text) => (/^0x[0-9a-fA-F]{40}$/.test(text.trim()) ? null : t("create.badAddress")),
    },
  });
  const submit = form.onSubmit(async ({ address, role }) => {
    setProblem(null);
    form.setSubmitting(true);
    try {
      await gateway.putMember(address.trim(), role);
      await onAdded();
      form.reset();
    } catch (error) {
      setProblem(applyApiError(error, form, t));
    }
    form.setSubmitting(false);
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Group align="flex-start" gap="sm">
          <TextInput
            flex="1 1 240px"
            size="sm"
            label={t("team.address")}
            placeholder="0x…"
            {...form.getInputProps("address")}
          />
          <NativeSelect
            size="sm"
            label={t("team.role")}
            data={TEAM_ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
            {...form.getInputProps("role")}
          />
          <Button type="submit" variant="default" mt={25} loading={form.submitting}>
            {t("team.add")}
          </Button>
        </Group>
        <ErrorSummary text={problem} />
      </Stack>
    </form>
  );
}
