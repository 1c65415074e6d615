/** Send CMT or a token: to whom (typed, pasted or scanned), how much; the transaction dialog shows the rest. */
import { ActionIcon, Button, Group, Modal, NativeSelect, Stack, TextInput, Tooltip } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { IconQrcode } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { erc20Abi, getAddress, isAddress } from "viem";
import type { AddressDetail } from "../../../../src/api/schema/explorer.ts";
import { NATIVE_CURRENCY } from "../../api/config.ts";
import { Address as AddressView } from "../../components/Address.tsx";
import { Money } from "../../components/Money.tsx";
import { formatAmount, parseAmount, toDecimal } from "../../format/money.ts";
import { usePreferences } from "../../preferences.ts";
import { runTransaction, type TxCall } from "../../tx/transactions.ts";
import type { Address } from "../../wallet/connection.ts";
import { useBalance } from "../../wallet/useBalance.ts";
import { readPaymentCode } from "./sendForm.ts";

const QrScanner = lazy(() => import("./QrScanner.tsx"));

/** Left behind for the network fee when everything is sent: 21,000 gas at 50 gwei. */
const FEE_RESERVE_ATTO = 21_000n * 50n * 10n ** 9n;

interface SendDialogProps {
  address: Address;
  tokens: AddressDetail["tokens"];
  onClose: () => void;
}

export default function SendDialog({ address, tokens, onClose }: SendDialogProps) {
  const { t } = useTranslation(["walletPage", "common"]);
  const { language } = usePreferences();
  const [isScanning, scanner] = useDisclosure(false);
  const balance = useBalance(address).data ?? 0n;
  const native = { address: NATIVE_CURRENCY as string, symbol: "CMT", decimals: 18, balanceAtto: balance };
  const assets = [native, ...tokens.map((token) => ({ ...token, balanceAtto: BigInt(token.balanceAtto) }))];
  const assetOf = (token: string) => assets.find((asset) => asset.address === token) ?? native;
  const form = useForm({
    initialValues: { token: NATIVE_CURRENCY as string, to: "", amount: "" },
    validate: {
      to: (value) => {
        const to = readPaymentCode(value)?.address ?? "";
        if (!isAddress(to, { strict: /[a-f]/.test(to) && /[A-F]/.test(to) })) return t("send.badAddress");
        return to.toLowerCase() === address ? t("send.self") : null;
      },
      amount: (value, values) => {
        const asset = assetOf(values.token);
        const amount = parseAmount(value, asset.decimals);
        if (amount === null || amount === 0n) return t("send.badAmount");
        return amount > asset.balanceAtto ? t("send.tooMuch") : null;
      },
    },
  });
  const asset = assetOf(form.values.token);

  const takeCode = (text: string) => {
    scanner.close();
    const code = readPaymentCode(text);
    if (!code) return form.setFieldError("to", t("send.badCode"));
    form.setFieldValue("to", code.address);
    if (code.amountAtto !== null) {
      form.setFieldValue("token", NATIVE_CURRENCY);
      form.setFieldValue("amount", toDecimal(code.amountAtto, 18));
    }
  };
  const sendAll = () => {
    const isNative = asset.address === NATIVE_CURRENCY;
    const most = isNative ? asset.balanceAtto - FEE_RESERVE_ATTO : asset.balanceAtto;
    form.setFieldValue("amount", toDecimal(most > 0n ? most : 0n, asset.decimals));
  };
  const submit = form.onSubmit(async (values) => {
    const to = getAddress(readPaymentCode(values.to)?.address.toLowerCase() ?? "");
    const amount = parseAmount(values.amount, asset.decimals) ?? 0n;
    const isNative = asset.address === NATIVE_CURRENCY;
    const call: TxCall = isNative
      ? { address: to, value: amount }
      : { address: asset.address as Address, abi: erc20Abi, functionName: "transfer", args: [to, amount] };
    const outcome = await runTransaction({
      title: t("send.title"),
      details: [
        { label: t("send.to"), value: <AddressView address={to} isStatic /> },
        {
          label: t("send.amount"),
          value: isNative ? (
            <Money amountAtto={amount} size="sm" />
          ) : (
            <Money
              amountAtto={amount}
              currency={asset.address}
              symbol={asset.symbol}
              decimals={asset.decimals}
              size="sm"
              layout="token"
            />
          ),
        },
      ],
      note: t("send.note"),
      confirmLabel: t("send.confirm"),
      steps: [{ label: t("send.title"), call }],
      doneText: t("send.done"),
    });
    if (outcome) onClose();
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("send.title")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <NativeSelect
            label={t("send.asset")}
            size="md"
            data={assets.map(({ address: value, symbol, decimals, balanceAtto }) => ({
              value,
              label: `${symbol} (${formatAmount(balanceAtto, decimals, language)})`,
            }))}
            {...form.getInputProps("token")}
          />
          <TextInput
            label={t("send.to")}
            placeholder="0x…"
            autoComplete="off"
            spellCheck={false}
            data-autofocus
            rightSection={
              <Tooltip label={t("send.scan")}>
                <ActionIcon variant="subtle" onClick={scanner.open} aria-label={t("send.scan")}>
                  <IconQrcode size={20} aria-hidden />
                </ActionIcon>
              </Tooltip>
            }
            {...form.getInputProps("to")}
          />
          <TextInput
            label={t("send.amount")}
            inputMode="decimal"
            autoComplete="off"
            rightSectionWidth={72}
            rightSection={
              <Button variant="subtle" size="compact-sm" onClick={sendAll}>
                {t("send.all")}
              </Button>
            }
            {...form.getInputProps("amount")}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={form.submitting}>
              {t("common:continue")}
            </Button>
          </Group>
        </Stack>
      </form>
      {isScanning && (
        <Suspense fallback={null}>
          <QrScanner onCode={takeCode} onClose={scanner.close} />
        </Suspense>
      )}
    </Modal>
  );
}
