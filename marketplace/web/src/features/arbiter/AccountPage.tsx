/** The arbiter's money: fees to take out, and the bond that backs open cases, per currency. */

import { arbiterRegistryAbi } from "@cybermiles/contracts/abi/arbiterRegistry";
import { escrowAbi } from "@cybermiles/contracts/abi/escrow";
import {
  Button,
  Card,
  Group,
  Modal,
  NativeSelect,
  Progress,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { IconCoins, IconShieldDollar } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ArbiterSummary, Bond } from "../../../../src/api/schema/arbiters.ts";
import type { Money as MoneyData } from "../../../../src/api/schema/primitives.ts";
import { NATIVE_CURRENCY, useConfig } from "../../api/config.ts";
import { Money } from "../../components/Money.tsx";
import { Page } from "../../components/Page.tsx";
import { Empty } from "../../components/QueryStates.tsx";
import { parseAmount } from "../../format/money.ts";
import { approveCall } from "../../tx/approveCall.ts";
import { runTransaction } from "../../tx/transactions.ts";
import { useWallet } from "../../wallet/connection.ts";
import { shareBps } from "../explorer/shareBps.ts";

const INVALIDATE = [["arbiter"], ["arbiters"]];

export function AccountPage({ summary }: { summary: ArbiterSummary }) {
  const { t } = useTranslation("arbiter");
  const [moving, setMoving] = useState<"deposit" | "withdraw" | null>(null);
  const bonds = summary.arbiter?.bonds ?? [];
  return (
    <Page title={t("nav.account")}>
      <Stack gap="lg">
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
          <Withdrawable money={summary.withdrawable} />
          <Card>
            <Title order={2} fz="md" mb="md">
              {t("fees.earned")}
            </Title>
            {summary.feesEarned.length === 0 ? (
              <Empty title={t("fees.none")} text={t("fees.noneHint")} icon={<IconCoins aria-hidden />} />
            ) : (
              <Stack>
                {summary.feesEarned.map((money) => (
                  <Money
                    key={money.currency}
                    amountAtto={money.amountAtto}
                    currency={money.currency}
                    size="xl"
                  />
                ))}
              </Stack>
            )}
          </Card>
        </SimpleGrid>
        <Card>
          <Group justify="space-between" mb="md">
            <div>
              <Title order={2} fz="md">
                {t("bond.title")}
              </Title>
              <Text fz="sm" c="dimmed" maw="60ch">
                {t("bond.text")}
              </Text>
            </div>
            <Group gap="sm">
              {bonds.length > 0 && (
                <Button variant="default" onClick={() => setMoving("withdraw")}>
                  {t("bond.withdraw")}
                </Button>
              )}
              <Button onClick={() => setMoving("deposit")}>{t("bond.deposit")}</Button>
            </Group>
          </Group>
          {bonds.length === 0 ? (
            <Empty title={t("bond.none")} text={t("bond.noneHint")} icon={<IconShieldDollar aria-hidden />} />
          ) : (
            <Stack gap="lg">
              {bonds.map((bond) => (
                <BondRow key={bond.currency} bond={bond} />
              ))}
            </Stack>
          )}
        </Card>
      </Stack>
      <BondModal key={moving} direction={moving} bonds={bonds} onClose={() => setMoving(null)} />
    </Page>
  );
}

function Withdrawable({ money }: { money: MoneyData[] }) {
  const { t } = useTranslation("arbiter");
  const { contracts } = useConfig();
  const { address } = useWallet();
  const due = money.filter(({ amountAtto }) => BigInt(amountAtto) > 0n);
  const withdraw = ({ amountAtto, currency }: MoneyData) =>
    runTransaction({
      title: t("fees.withdrawTitle"),
      details: [
        {
          label: t("cases.amount"),
          value: <Money amountAtto={amountAtto} currency={currency} layout="inline" size="sm" />,
        },
      ],
      confirmLabel: t("fees.withdraw"),
      steps: [
        {
          label: t("fees.withdrawTitle"),
          call: {
            address: contracts.escrow,
            abi: escrowAbi,
            functionName: "withdraw",
            args: [address, currency],
          },
        },
      ],
      doneText: t("fees.withdrawn"),
      invalidate: INVALIDATE,
    });
  return (
    <Card>
      <Title order={2} fz="md" mb="md">
        {t("fees.ready")}
      </Title>
      {due.length === 0 ? (
        <Empty title={t("fees.nothing")} text={t("fees.nothingHint")} icon={<IconCoins aria-hidden />} />
      ) : (
        <Stack>
          {due.map((one) => (
            <Group key={one.currency} justify="space-between">
              <Money amountAtto={one.amountAtto} currency={one.currency} size="xl" />
              <Button onClick={() => withdraw(one)}>{t("fees.withdraw")}</Button>
            </Group>
          ))}
        </Stack>
      )}
    </Card>
  );
}

function BondRow({ bond }: { bond: Bond }) {
  const { t } = useTranslation("arbiter");
  const free = BigInt(bond.bondAtto) - BigInt(bond.reservedAtto);
  return (
    <div>
      <Group justify="space-between" align="flex-end" mb="xs">
        <Money amountAtto={bond.bondAtto} currency={bond.currency} size="xl" />
        <Group gap="lg">
          <div>
            <Text fz="xs" c="dimmed">
              {t("bond.reserved")}
            </Text>
            <Money amountAtto={bond.reservedAtto} currency={bond.currency} layout="token" size="sm" />
          </div>
          <div>
            <Text fz="xs" c="dimmed">
              {t("bond.free")}
            </Text>
            <Money amountAtto={free} currency={bond.currency} layout="token" size="sm" />
          </div>
        </Group>
      </Group>
      <Progress value={shareBps(bond.reservedAtto, bond.bondAtto) / 100} aria-label={t("bond.reserved")} />
    </div>
  );
}

interface BondModalProps {
  direction: "deposit" | "withdraw" | null;
  bonds: Bond[];
  onClose: () => void;
}

function BondModal({ direction, bonds, onClose }: BondModalProps) {
  const { t } = useTranslation(["arbiter", "common"]);
  const { contracts, currencies } = useConfig();
  const { address } = useWallet();
  const choices =
    direction === "withdraw"
      ? currencies.filter((one) => bonds.some((bond) => bond.currency === one.address))
      : currencies;
  const [currency, setCurrency] = useState<string>(choices[0]?.address ?? NATIVE_CURRENCY);
  const [text, setText] = useState("");
  const unit = currencies.find((one) => one.address === currency);
  const amountAtto = parseAmount(text, unit?.decimals ?? 18);
  const bond = bonds.find((one) => one.currency === currency);
  const freeAtto = bond ? BigInt(bond.bondAtto) - BigInt(bond.reservedAtto) : 0n;
  const isTooMuch = direction === "withdraw" && amountAtto !== null && amountAtto > freeAtto;
  const isGood = amountAtto !== null && amountAtto > 0n && !isTooMuch;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isGood || !address || direction === null) return;
    const isNative = currency === NATIVE_CURRENCY;
    const title = t(`bond.${direction}`);
    onClose();
    await runTransaction({
      title,
      details: [
        {
          label: t("cases.amount"),
          value: <Money amountAtto={amountAtto} currency={currency} layout="inline" size="sm" />,
        },
      ],
      confirmLabel: title,
      steps: [
        ...(direction === "deposit" && !isNative
          ? [
              {
                label: t("bond.approve"),
                call: () =>
                  approveCall(address, currency as `0x${string}`, contracts.arbiterRegistry, amountAtto),
              },
            ]
          : []),
        {
          label: title,
          call: {
            address: contracts.arbiterRegistry,
            abi: arbiterRegistryAbi,
            functionName: direction,
            args: [currency, amountAtto],
            value: direction === "deposit" && isNative ? amountAtto : 0n,
          },
        },
      ],
      doneText: t("bond.changed"),
      invalidate: INVALIDATE,
    });
  };

  return (
    <Modal
      opened={direction !== null}
      onClose={onClose}
      title={t(`bond.${direction ?? "deposit"}`)}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          {choices.length > 1 && (
            <NativeSelect
              label={t("bond.currency")}
              value={currency}
              onChange={(event) => setCurrency(event.currentTarget.value)}
              data={choices.map(({ address: value, symbol }) => ({ value, label: symbol }))}
            />
          )}
          <TextInput
            label={t("bond.amount")}
            description={t(direction === "withdraw" ? "bond.withdrawHint" : "bond.hint")}
            inputMode="decimal"
            rightSection={unit?.symbol}
            rightSectionWidth={64}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            error={text !== "" && !isGood ? t(isTooMuch ? "bond.inUse" : "bond.bad") : null}
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
