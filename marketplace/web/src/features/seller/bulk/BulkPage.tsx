/**
 * Many products at once by a table. The server checks every row and stores the texts; the wallet then signs one call a
 * change, because only the seller can change his listings. What is signed is remembered, so that a reload or a refusal
 * in the middle goes on where it stopped.
 */
import { Alert, Button, Card, Group, List, Stack, Stepper, Text } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import "@mantine/dropzone/styles.layer.css";
import { notifications } from "@mantine/notifications";
import { IconDownload, IconFileSpreadsheet } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CSV_COLUMNS, type CsvAnswer } from "../../../../../src/api/schema/seller.ts";
import { useConfig } from "../../../api/config.ts";
import { request } from "../../../api/http.ts";
import { Page } from "../../../components/Page.tsx";
import { errorText } from "../../../components/QueryStates.tsx";
import { useStore } from "../../../persistentStore.ts";
import { runTransaction } from "../../../tx/transactions.ts";
import { useWallet } from "../../../wallet/connection.ts";
import { downloadText } from "../../workspace/downloadText.ts";
import { ErrorSummary } from "../../workspace/ErrorSummary.tsx";
import { FaultTable, PreparedTable } from "./BulkTables.tsx";
import { bulkSteps, bulkStore, remaining } from "./bulkSteps.ts";

const MAX_BYTES = 4 * 1024 * 1024;

export function BulkPage() {
  const { t } = useTranslation("seller");
  const { address } = useWallet();
  const run = useStore(bulkStore);
  const isMine = run !== null && run.account === address;
  const left = isMine ? remaining(run) : [];
  return (
    <Page title={t("bulk.title")} text={t("bulk.text")}>
      <Stack gap="lg">
        <Stepper active={left.length > 0 ? 2 : 0} size="sm" iconSize={32} visibleFrom="sm">
          <Stepper.Step label={t("bulk.step1")} />
          <Stepper.Step label={t("bulk.step2")} />
          <Stepper.Step label={t("bulk.step3")} />
        </Stepper>
        {left.length > 0 ? <SignCard /> : <UploadCard />}
      </Stack>
    </Page>
  );
}

function UploadCard() {
  const { t } = useTranslation("seller");
  const { address } = useWallet();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [faults, setFaults] = useState<CsvAnswer["faults"]>([]);

  const read = async ([file]: File[]) => {
    if (!file || !address) return;
    setBusy(true);
    setProblem(null);
    setFaults([]);
    try {
      const body = new Blob([await file.text()], { type: "text/csv" });
      const answer = await request<CsvAnswer>("/api/seller/listings.csv", { method: "POST", body });
      setFaults(answer.faults);
      if (answer.faults.length === 0 && answer.prepared.length === 0) {
        notifications.show({ message: t("bulk.unchanged", { count: answer.unchanged }) });
      } else if (answer.faults.length === 0) {
        bulkStore.set({ account: address, prepared: answer.prepared, done: 0 });
      }
    } catch (error) {
      setProblem(errorText(error, t));
    }
    setBusy(false);
  };

  return (
    <>
      <Card>
        <Stack>
          <List type="ordered" spacing="xs" fz="sm">
            <List.Item>{t("bulk.how1")}</List.Item>
            <List.Item>{t("bulk.how2")}</List.Item>
            <List.Item>{t("bulk.how3")}</List.Item>
          </List>
          <Group gap="sm">
            <DownloadButton />
            <Button
              variant="subtle"
              onClick={() => downloadText("listings-template.csv", `${CSV_COLUMNS.join(",")}\n`, "text/csv")}
            >
              {t("bulk.template")}
            </Button>
          </Group>
          <Dropzone
            onDrop={read}
            onReject={() => setProblem(t("bulk.rejected"))}
            maxFiles={1}
            maxSize={MAX_BYTES}
            accept={["text/csv", "text/plain", "application/vnd.ms-excel"]}
            loading={isBusy}
            inputProps={{ "aria-label": t("bulk.drop") }}
          >
            <Group justify="center" gap="sm" mih={96} c="dimmed">
              <IconFileSpreadsheet size={28} aria-hidden />
              <Text>{t("bulk.drop")}</Text>
            </Group>
          </Dropzone>
          <ErrorSummary text={problem} />
        </Stack>
      </Card>
      {faults.length > 0 && (
        <Stack gap="sm" role="alert">
          <Alert color="red" variant="light" title={t("bulk.faults", { count: faults.length })}>
            {t("bulk.faultsText")}
          </Alert>
          <FaultTable faults={faults} />
        </Stack>
      )}
    </>
  );
}

function DownloadButton() {
  const { t } = useTranslation("seller");
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    const response = await fetch("/api/seller/listings.csv", { credentials: "same-origin" }).catch(
      () => null,
    );
    if (response?.ok) downloadText("listings.csv", await response.text(), "text/csv;charset=utf-8");
    else notifications.show({ color: "red", message: t("bulk.downloadFailed") });
    setBusy(false);
  };
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={18} aria-hidden />}
      loading={isBusy}
      onClick={save}
    >
      {t("bulk.download")}
    </Button>
  );
}

function SignCard() {
  const { t } = useTranslation("seller");
  const { contracts } = useConfig();
  const run = useStore(bulkStore);
  if (!run) return null;
  const left = remaining(run);
  const sign = () =>
    runTransaction({
      title: t("bulk.signTitle"),
      details: [{ label: t("bulk.changes"), value: String(left.length) }],
      note: t("bulk.signNote"),
      confirmLabel: t("bulk.sign"),
      steps: bulkSteps(left, {
        listings: contracts.listings,
        label: (action, title) => t(`bulk.${action}`, { title }),
      }),
      doneText: t("bulk.done"),
      doneLink: { to: "/seller/listings", label: t("nav.listings") },
      invalidate: [["seller"], ["listings"]],
    }).then((outcome) => {
      if (outcome) bulkStore.set(null);
    });
  return (
    <Card>
      <Stack>
        <Group justify="space-between">
          <Text fw={600}>{t("bulk.ready", { count: left.length })}</Text>
          <Group gap="sm">
            <Button variant="subtle" color="gray" onClick={() => bulkStore.set(null)}>
              {t("bulk.discard")}
            </Button>
            <Button onClick={sign}>{t("bulk.sign")}</Button>
          </Group>
        </Group>
        <PreparedTable prepared={left} />
      </Stack>
    </Card>
  );
}
