/**
 * The dialog behind `runTransaction`: preview with cost, signature, pending, done or failed.
 * Closing it while a transaction is pending loses nothing: the watcher goes on and says the end in a toast.
 */
import { Alert, Anchor, Button, DataList, Group, Loader, Modal, Stack, Text, ThemeIcon } from "@mantine/core";
import { IconAlertCircle, IconCheck, IconInfoCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useConfig } from "../api/config.ts";
import { TransactionLink } from "../components/Address.tsx";
import { Money } from "../components/Money.tsx";
import { FaucetButton } from "../wallet/FaucetButton.tsx";
import type { OpenTransaction } from "./transactions.ts";
import { linkOf, type Phase, useTxRun } from "./useTxRun.ts";

export default function TxDialog({ open }: { open: OpenTransaction }) {
  const { t } = useTranslation(["tx", "errors"]);
  const run = useTxRun(open);
  const { plan } = open;
  return (
    <Modal
      opened
      onClose={run.close}
      title={plan.title}
      size="md"
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <div aria-live="polite">
        {run.phase.name === "pending" && <PendingView phase={run.phase} label={run.stepLabel} />}
        {run.phase.name === "done" && <DoneView open={open} hash={run.phase.hash} onClose={run.close} />}
        {(run.phase.name === "preview" || run.phase.name === "signing") && <Preview open={open} run={run} />}
        {run.phase.name === "failed" && (
          <Stack>
            <Alert
              color="red"
              variant="light"
              icon={<IconAlertCircle aria-hidden />}
              title={t("failedTitle")}
            >
              {run.phase.reason}
            </Alert>
            {run.phase.hash && <TransactionLink hash={run.phase.hash} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={run.close}>
                {t("close")}
              </Button>
              <Button onClick={run.retry}>{t("tryAgain")}</Button>
            </Group>
          </Stack>
        )}
      </div>
    </Modal>
  );
}

function Preview({ open, run }: { open: OpenTransaction; run: ReturnType<typeof useTxRun> }) {
  const { t } = useTranslation("tx");
  const { plan } = open;
  const { estimate } = run;
  const isSigning = run.phase.name === "signing";
  const hasFaucet = useConfig().faucet !== null;
  return (
    <Stack>
      {plan.details && (
        <DataList withDivider labelWidth="38%">
          {plan.details.map((detail) => (
            <DataList.Item key={detail.label}>
              <DataList.ItemLabel>{detail.label}</DataList.ItemLabel>
              <DataList.ItemValue>{detail.value}</DataList.ItemValue>
            </DataList.Item>
          ))}
          <DataList.Item>
            <DataList.ItemLabel>{t("networkFee")}</DataList.ItemLabel>
            <DataList.ItemValue>
              {estimate.data ? (
                <Money amountAtto={estimate.data.feeAtto} layout="inline" size="sm" />
              ) : (
                <Text size="sm" c="dimmed">
                  {estimate.isError ? "–" : t("estimating")}
                </Text>
              )}
            </DataList.ItemValue>
          </DataList.Item>
        </DataList>
      )}
      {plan.steps.length > 1 && (
        <Text size="sm" c="dimmed">
          {t("stepOf", { step: run.stepIndex + 1, count: plan.steps.length, label: run.stepLabel })}
        </Text>
      )}
      {plan.note && (
        <Alert
          variant="light"
          color={plan.isDangerous ? "orange" : "gray"}
          icon={<IconInfoCircle aria-hidden />}
        >
          {plan.note}
        </Alert>
      )}
      {run.problem && (
        <Alert color="red" variant="light" icon={<IconAlertCircle aria-hidden />}>
          <Stack gap="xs" align="flex-start">
            {run.problem}
            {run.isShortOfFunds && hasFaucet && <FaucetButton address={open.account} onDone={run.retry} />}
          </Stack>
        </Alert>
      )}
      <Group justify="flex-end" mt="xs">
        <Button variant="default" onClick={run.close} disabled={isSigning}>
          {t("cancel")}
        </Button>
        {run.problem && !estimate.data ? (
          <Button onClick={run.retry}>{t("tryAgain")}</Button>
        ) : (
          <Button
            color={plan.isDangerous ? "red" : "jade"}
            onClick={run.confirm}
            loading={isSigning}
            disabled={!estimate.data || run.isShortOfFunds}
            data-autofocus
          >
            {plan.confirmLabel}
          </Button>
        )}
      </Group>
      {isSigning && (
        <Text size="sm" c="dimmed" ta="center" role="status">
          {t("checkWallet")}
        </Text>
      )}
    </Stack>
  );
}

function PendingView({ phase, label }: { phase: Extract<Phase, { name: "pending" }>; label: string }) {
  const { t } = useTranslation("tx");
  return (
    <Stack align="center" py="md" gap="sm" role="status">
      <Loader />
      <Text fw={600}>{label}</Text>
      <Text size="sm" c="dimmed" ta="center">
        {t("pendingText")}
      </Text>
      <TransactionLink hash={phase.hash} />
    </Stack>
  );
}

function DoneView({
  open,
  hash,
  onClose,
}: {
  open: OpenTransaction;
  hash: `0x${string}`;
  onClose: () => void;
}) {
  const { t } = useTranslation("tx");
  const { doneText } = open.plan;
  const doneLink = linkOf(open.plan, hash);
  return (
    <Stack align="center" py="md" gap="sm">
      <ThemeIcon size={56} radius="xl" variant="light">
        <IconCheck size={28} aria-hidden />
      </ThemeIcon>
      <Text fw={600} ta="center" role="status">
        {doneText}
      </Text>
      <TransactionLink hash={hash} />
      <Group mt="sm">
        {doneLink ? (
          <>
            <Anchor component="button" type="button" onClick={onClose}>
              {t("close")}
            </Anchor>
            <Button component={Link} to={doneLink.to} onClick={onClose}>
              {doneLink.label}
            </Button>
          </>
        ) : (
          <Button onClick={onClose} data-autofocus>
            {t("close")}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
