/** Starts a reward programme, with what it would mean for a purchase said before. */

import { rewardsProgramAbi } from "@cybermiles/contracts/abi/rewardsProgram";
import { Alert, Button, Card, Grid, NumberInput, Select, Stack, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconInfoCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { NATIVE_CURRENCY, useConfig } from "../../../api/config.ts";
import { formatAmount, formatBps, parseAmount } from "../../../format/money.ts";
import { formatDuration } from "../../../format/time.ts";
import { usePreferences } from "../../../preferences.ts";
import { runTransaction } from "../../../tx/transactions.ts";
import { discountOf, paybackTokens } from "./rewardMath.ts";

const MAX_SYMBOL_LENGTH = 11;

interface CreateProgramProps {
  maxEarnBps: number;
  noticeSec: number;
}

export function CreateProgram({ maxEarnBps, noticeSec }: CreateProgramProps) {
  const { t } = useTranslation("seller");
  const { language } = usePreferences();
  const { contracts, currencies } = useConfig();
  const maxPercent = maxEarnBps / 100;
  const form = useForm({
    initialValues: {
      name: "",
      symbol: "",
      currency: NATIVE_CURRENCY as string,
      earnPercent: 5 as number | string,
      rate: "1",
    },
    validate: {
      name: (name) => (name.trim() === "" ? t("rewards.nameMissing") : null),
      symbol: (symbol) =>
        new RegExp(`^[A-Za-z0-9]{2,${MAX_SYMBOL_LENGTH}}$`).test(symbol.trim())
          ? null
          : t("rewards.badSymbol"),
      earnPercent: (percent) =>
        typeof percent === "number" && percent >= 0 && percent <= maxPercent
          ? null
          : t("rewards.badEarn", { max: formatBps(maxEarnBps, language) }),
      rate: (rate, { currency }) => (rateOf(rate, currency) === null ? t("rewards.badRate") : null),
    },
  });
  const rateOf = (text: string, address: string) => {
    const decimals = currencies.find((known) => known.address === address)?.decimals ?? 18;
    const rate = parseAmount(text, decimals);
    return rate !== null && rate > 0n ? rate : null;
  };
  const { values } = form;
  const currency = currencies.find((known) => known.address === values.currency);
  const earnBps = Math.round(Number(values.earnPercent) * 100);
  const rate = rateOf(values.rate, values.currency);

  const submit = form.onSubmit((sent) => {
    const rateAtto = rateOf(sent.rate, sent.currency);
    if (rateAtto === null) return;
    void runTransaction({
      title: t("rewards.createTitle"),
      details: [
        { label: t("rewards.token"), value: `${sent.name.trim()} (${sent.symbol.trim().toUpperCase()})` },
        { label: t("rewards.earn"), value: formatBps(earnBps, language) },
        { label: t("rewards.rate"), value: `${sent.rate} ${currency?.symbol ?? ""}` },
      ],
      note: t("rewards.createNote", { notice: formatDuration(noticeSec, language) }),
      confirmLabel: t("rewards.create"),
      steps: [
        {
          label: t("rewards.createTitle"),
          call: {
            address: contracts.rewardsProgram,
            abi: rewardsProgramAbi,
            functionName: "create",
            args: [sent.name.trim(), sent.symbol.trim().toUpperCase(), sent.currency, earnBps, rateAtto],
          },
        },
      ],
      doneText: t("rewards.created"),
      invalidate: [["seller"], ["sellers"], ["listings"]],
    });
  });

  return (
    <Card maw={720}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Title order={2}>{t("rewards.createTitle")}</Title>
          <Grid>
            <Grid.Col span={{ base: 12, sm: 8 }}>
              <TextInput
                label={t("rewards.name")}
                description={t("rewards.nameHint")}
                required
                maxLength={40}
                {...form.getInputProps("name")}
              />
            </Grid.Col>
            <Grid.Col span={{ base: 12, sm: 4 }}>
              <TextInput
                label={t("rewards.symbol")}
                description={t("rewards.symbolHint")}
                required
                maxLength={MAX_SYMBOL_LENGTH}
                {...form.getInputProps("symbol")}
              />
            </Grid.Col>
            <Grid.Col span={{ base: 12, sm: 6 }}>
              <NumberInput
                label={t("rewards.earn")}
                description={t("rewards.earnHint")}
                required
                suffix=" %"
                decimalScale={2}
                min={0}
                max={maxPercent}
                {...form.getInputProps("earnPercent")}
              />
            </Grid.Col>
            <Grid.Col span={{ base: 12, sm: 6 }}>
              <TextInput
                label={t("rewards.rate")}
                description={t("rewards.rateHint")}
                required
                inputMode="decimal"
                rightSection={currency?.symbol}
                rightSectionWidth={64}
                {...form.getInputProps("rate")}
              />
            </Grid.Col>
            {currencies.length > 1 && (
              <Grid.Col span={12}>
                <Select
                  label={t("rewards.currency")}
                  description={t("rewards.currencyHint")}
                  allowDeselect={false}
                  data={currencies.map(({ address, symbol, name }) => ({
                    value: address,
                    label: `${symbol} · ${name}`,
                  }))}
                  {...form.getInputProps("currency")}
                />
              </Grid.Col>
            )}
          </Grid>
          {rate !== null && currency && (
            <Alert variant="light" color="gray" icon={<IconInfoCircle aria-hidden />} aria-live="polite">
              <Example
                rate={rate}
                earnBps={earnBps}
                unit={currency}
                symbol={values.symbol.trim().toUpperCase() || t("rewards.tokens")}
              />
            </Alert>
          )}
          <Button type="submit" size="md">
            {t("rewards.create")}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}

interface ExampleProps {
  rate: bigint;
  earnBps: number;
  unit: { symbol: string; decimals: number };
  symbol: string;
}

/** A purchase of 100 whole units told in numbers. */
function Example({ rate, earnBps, unit, symbol }: ExampleProps) {
  const { t } = useTranslation("seller");
  const { language } = usePreferences();
  const hundred = 100n * 10n ** BigInt(unit.decimals);
  const tokens = paybackTokens(hundred, earnBps, rate);
  return t("rewards.example", {
    paid: `${formatAmount(hundred, unit.decimals, language)} ${unit.symbol}`,
    tokens: `${formatAmount(tokens, 18, language)} ${symbol}`,
    worth: `${formatAmount(discountOf(tokens, rate), unit.decimals, language)} ${unit.symbol}`,
  });
}
