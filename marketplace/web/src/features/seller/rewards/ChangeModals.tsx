/** New terms of a programme: the earn rate counts for later orders; a better rate at once, a worse one after notice. */

import { rewardsProgramAbi } from "@cybermiles/contracts/abi/rewardsProgram";
import { Alert, Button, Group, Modal, NumberInput, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Program } from "../../../../../src/api/schema/sellers.ts";
import { useConfig, useCurrency } from "../../../api/config.ts";
import { formatBps, parseAmount, toDecimal } from "../../../format/money.ts";
import { formatDuration } from "../../../format/time.ts";
import { usePreferences } from "../../../preferences.ts";
import { runTransaction } from "../../../tx/transactions.ts";

const INVALIDATE = [["seller"], ["sellers"], ["listings"], ["rewards"]];

interface ChangeProps {
  isOpen: boolean;
  onClose: () => void;
  program: Program;
}

export function EarnModal({ isOpen, onClose, program, maxEarnBps }: ChangeProps & { maxEarnBps: number }) {
  const { t } = useTranslation(["seller", "common"]);
  const { language } = usePreferences();
  const { contracts } = useConfig();
  const [percent, setPercent] = useState<number | string>(program.earnBps / 100);
  const isGood = typeof percent === "number" && percent >= 0 && percent * 100 <= maxEarnBps;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isGood) return;
    const earnBps = Math.round(percent * 100);
    onClose();
    void runTransaction({
      title: t("rewards.changeEarn"),
      details: [
        { label: t("rewards.before"), value: formatBps(program.earnBps, language) },
        { label: t("rewards.after"), value: formatBps(earnBps, language) },
      ],
      note: t("rewards.earnNote"),
      confirmLabel: t("rewards.changeEarn"),
      steps: [
        {
          label: t("rewards.changeEarn"),
          call: {
            address: contracts.rewardsProgram,
            abi: rewardsProgramAbi,
            functionName: "setEarnRate",
            args: [earnBps],
          },
        },
      ],
      doneText: t("rewards.changed"),
      invalidate: INVALIDATE,
    });
  };
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t("rewards.changeEarn")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <NumberInput
            label={t("rewards.earn")}
            description={t("rewards.earnNote")}
            suffix=" %"
            decimalScale={2}
            min={0}
            max={maxEarnBps / 100}
            value={percent}
            onChange={setPercent}
            error={isGood ? null : t("rewards.badEarn", { max: formatBps(maxEarnBps, language) })}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button type="submit" disabled={!isGood}>
              {t("common:continue")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

export function RateModal({ isOpen, onClose, program, noticeSec }: ChangeProps & { noticeSec: number }) {
  const { t } = useTranslation(["seller", "common"]);
  const { language } = usePreferences();
  const { contracts } = useConfig();
  const currency = useCurrency(program.currency);
  const decimals = currency?.decimals ?? 18;
  const current = BigInt(program.rateAtto);
  const [text, setText] = useState(toDecimal(current, decimals));
  const rate = parseAmount(text, decimals);
  const isGood = rate !== null && rate > 0n && rate !== current;
  const isBetter = isGood && rate > current;
  const notice = formatDuration(noticeSec, language);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isGood) return;
    onClose();
    const title = isBetter ? t("rewards.improve") : t("rewards.announceCut");
    void runTransaction({
      title,
      details: [
        { label: t("rewards.before"), value: `${toDecimal(current, decimals)} ${currency?.symbol ?? ""}` },
        { label: t("rewards.after"), value: `${toDecimal(rate, decimals)} ${currency?.symbol ?? ""}` },
      ],
      note: isBetter ? t("rewards.improveNote") : t("rewards.cutNote", { notice }),
      confirmLabel: title,
      steps: [
        {
          label: title,
          call: {
            address: contracts.rewardsProgram,
            abi: rewardsProgramAbi,
            functionName: isBetter ? "improveRate" : "announceRateCut",
            args: [rate],
          },
        },
      ],
      doneText: t("rewards.changed"),
      invalidate: INVALIDATE,
      isDangerous: !isBetter,
    });
  };
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t("rewards.changeRate")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label={t("rewards.rate")}
            description={t("rewards.rateHint")}
            inputMode="decimal"
            rightSection={currency?.symbol}
            rightSectionWidth={64}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            error={rate === null || rate === 0n ? t("rewards.badRate") : null}
            data-autofocus
          />
          {isGood && (
            <Alert variant="light" color={isBetter ? "jade" : "orange"} aria-live="polite">
              {isBetter ? t("rewards.improveNote") : t("rewards.cutNote", { notice })}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button type="submit" disabled={!isGood}>
              {t("common:continue")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
