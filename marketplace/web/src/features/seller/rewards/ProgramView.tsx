/** A running programme: its liability, its terms and the ways they may change, its history. */

import { rewardsProgramAbi } from "@cybermiles/contracts/abi/rewardsProgram";
import { Alert, Badge, Button, Card, DataList, Group, Progress, Stack, Text, Title } from "@mantine/core";
import { IconClockExclamation } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProgramDetail } from "../../../../../src/api/schema/rewards.ts";
import type { Program } from "../../../../../src/api/schema/sellers.ts";
import { useConfig } from "../../../api/config.ts";
import { Address, TransactionLink } from "../../../components/Address.tsx";
import { Money } from "../../../components/Money.tsx";
import { Empty } from "../../../components/QueryStates.tsx";
import { RelativeTime } from "../../../components/Time.tsx";
import { formatAmount, formatBps } from "../../../format/money.ts";
import { formatAbsolute } from "../../../format/time.ts";
import { usePreferences } from "../../../preferences.ts";
import { runTransaction } from "../../../tx/transactions.ts";
import { shareBps } from "../../explorer/shareBps.ts";
import { DataTable } from "../../workspace/DataTable.tsx";
import { StatGrid, StatTile } from "../../workspace/StatTile.tsx";
import { CapsModal } from "./CapsModal.tsx";
import { EarnModal, RateModal } from "./ChangeModals.tsx";

type Change = "earn" | "rate" | "caps" | null;

export function ProgramView({ detail, program }: { detail: ProgramDetail; program: Program }) {
  const [change, setChange] = useState<Change>(null);
  const close = () => setChange(null);
  return (
    <Stack gap="lg">
      {program.nextRateAtto !== null && program.nextRateAtSec !== null && (
        <RateCutNotice program={program} nextRateAtto={program.nextRateAtto} atSec={program.nextRateAtSec} />
      )}
      <Figures detail={detail} program={program} />
      {detail.liability && <LiabilityCard liability={detail.liability} program={program} />}
      <TermsCard program={program} onChange={setChange} />
      <History detail={detail} program={program} />
      <EarnModal
        isOpen={change === "earn"}
        onClose={close}
        program={program}
        maxEarnBps={detail.maxEarnBps}
      />
      <RateModal isOpen={change === "rate"} onClose={close} program={program} noticeSec={detail.noticeSec} />
      <CapsModal isOpen={change === "caps"} onClose={close} program={program} />
    </Stack>
  );
}

function Figures({ detail, program }: { detail: ProgramDetail; program: Program }) {
  const { t } = useTranslation("seller");
  const { language } = usePreferences();
  const tokens = (amount: string) => `${formatAmount(BigInt(amount), 18, language)} ${program.symbol}`;
  return (
    <StatGrid>
      <StatTile label={t("rewards.liability")} note={t("rewards.liabilityNote")}>
        <Money amountAtto={detail.liability?.valueAtto ?? "0"} currency={program.currency} size="lg" />
      </StatTile>
      <StatTile label={t("rewards.holders")}>{detail.holders.toLocaleString(language)}</StatTile>
      <StatTile label={t("rewards.earned")}>{tokens(detail.earnedAtto)}</StatTile>
      <StatTile label={t("rewards.redeemed")}>{tokens(detail.redeemedAtto)}</StatTile>
    </StatGrid>
  );
}

function LiabilityCard({
  liability,
  program,
}: {
  liability: NonNullable<ProgramDetail["liability"]>;
  program: Program;
}) {
  const { t } = useTranslation("seller");
  const { language } = usePreferences();
  const parts = [
    { key: "issued", amount: BigInt(liability.issuedAtto), color: "jade.7" },
    { key: "held", amount: BigInt(liability.heldAtto), color: "blue.7" },
    { key: "pledged", amount: BigInt(liability.pledgedAtto), color: "gray.5" },
  ] as const;
  const all = parts.reduce((sum, part) => sum + part.amount, 0n);
  return (
    <Card>
      <Title order={2} fz="md" mb="md">
        {t("rewards.outstanding")}
      </Title>
      <Progress.Root size="xl" mb="md">
        {parts.map((part) => (
          <Progress.Section
            key={part.key}
            value={shareBps(part.amount, all) / 100}
            color={part.color}
            aria-label={t(`rewards.${part.key}`)}
          />
        ))}
      </Progress.Root>
      <DataList withDivider labelWidth="45%">
        {parts.map((part) => (
          <DataList.Item key={part.key}>
            <DataList.ItemLabel>
              {t(`rewards.${part.key}`)}
              <Text fz="xs" c="dimmed">
                {t(`rewards.${part.key}Hint`)}
              </Text>
            </DataList.ItemLabel>
            <DataList.ItemValue>
              <span className="tabular">
                {formatAmount(part.amount, 18, language)} {program.symbol}
              </span>
            </DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList>
    </Card>
  );
}

function TermsCard({ program, onChange }: { program: Program; onChange: (change: Change) => void }) {
  const { t } = useTranslation("seller");
  const { language } = usePreferences();
  return (
    <Card>
      <Group justify="space-between" mb="md">
        <Title order={2} fz="md">
          {program.name} ({program.symbol})
        </Title>
        <Address address={program.token} />
      </Group>
      <DataList withDivider labelWidth="45%">
        <Term label={t("rewards.earn")} action={t("rewards.changeEarn")} onChange={() => onChange("earn")}>
          {formatBps(program.earnBps, language)}
        </Term>
        <Term label={t("rewards.rate")} action={t("rewards.changeRate")} onChange={() => onChange("rate")}>
          <Money amountAtto={program.rateAtto} currency={program.currency} layout="inline" size="sm" />
        </Term>
        <Term label={t("rewards.caps")} action={t("rewards.changeCaps")} onChange={() => onChange("caps")}>
          <Text fz="sm" c="dimmed">
            {t("rewards.capsHint")}
          </Text>
        </Term>
      </DataList>
    </Card>
  );
}

interface TermProps {
  label: string;
  action: string;
  onChange: () => void;
  children: React.ReactNode;
}

function Term({ label, action, onChange, children }: TermProps) {
  return (
    <DataList.Item>
      <DataList.ItemLabel>{label}</DataList.ItemLabel>
      <DataList.ItemValue flex={1}>
        <Group justify="space-between">
          <span>{children}</span>
          <Button variant="default" size="xs" onClick={onChange}>
            {action}
          </Button>
        </Group>
      </DataList.ItemValue>
    </DataList.Item>
  );
}

function RateCutNotice({
  program,
  nextRateAtto,
  atSec,
}: {
  program: Program;
  nextRateAtto: string;
  atSec: number;
}) {
  const { t } = useTranslation("seller");
  const { language } = usePreferences();
  const { contracts } = useConfig();
  const cancel = () =>
    runTransaction({
      title: t("rewards.cancelCut"),
      confirmLabel: t("rewards.cancelCut"),
      steps: [
        {
          label: t("rewards.cancelCut"),
          call: { address: contracts.rewardsProgram, abi: rewardsProgramAbi, functionName: "cancelRateCut" },
        },
      ],
      doneText: t("rewards.cutCancelled"),
      invalidate: [["seller"]],
    });
  return (
    <Alert
      variant="light"
      color="orange"
      icon={<IconClockExclamation aria-hidden />}
      title={t("rewards.cutTitle")}
    >
      <Group justify="space-between">
        <Text fz="sm" component="div">
          {t("rewards.cutText", { date: formatAbsolute(atSec, language) })}{" "}
          <Money amountAtto={nextRateAtto} currency={program.currency} layout="inline" size="sm" />
        </Text>
        <Button variant="default" size="sm" onClick={cancel}>
          {t("rewards.cancelCut")}
        </Button>
      </Group>
    </Alert>
  );
}

function History({ detail, program }: { detail: ProgramDetail; program: Program }) {
  const { t } = useTranslation("seller");
  const { language } = usePreferences();
  return (
    <section>
      <Title order={2} mb="md">
        {t("rewards.history")}
      </Title>
      {detail.history.length === 0 ? (
        <Empty title={t("rewards.noHistory")} />
      ) : (
        <DataTable
          label={t("rewards.history")}
          rows={detail.history}
          rowKey={(entry) => `${entry.transactionHash}-${entry.event}`}
          columns={[
            {
              key: "event",
              label: t("rewards.event"),
              render: (entry) => <Badge color="gray">{t(`rewards.events.${entry.event}`)}</Badge>,
            },
            {
              key: "value",
              label: t("rewards.value"),
              render: (entry) => (
                <Group gap="xs">
                  {entry.earnBps !== null && <span>{formatBps(entry.earnBps, language)}</span>}
                  {entry.rateAtto !== null && (
                    <Money amountAtto={entry.rateAtto} currency={program.currency} layout="token" size="sm" />
                  )}
                </Group>
              ),
            },
            {
              key: "hash",
              label: t("payouts.transaction"),
              render: (entry) => <TransactionLink hash={entry.transactionHash} />,
            },
            { key: "at", label: t("payouts.at"), render: (entry) => <RelativeTime atSec={entry.atSec} /> },
          ]}
        />
      )}
    </section>
  );
}
