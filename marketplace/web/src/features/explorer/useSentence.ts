/**
 * Says a decoded call or event in the visitor's language. Amounts need their currency's symbol and decimals: from the
 * marketplace's list, else from the transfers of the same transaction; an unknown unit is shown as the bare integer.
 */
import { useTranslation } from "react-i18next";
import { useConfig } from "../../api/config.ts";
import { shortAddress } from "../../components/Address.tsx";
import { formatAmount, formatBps } from "../../format/money.ts";
import { formatDuration } from "../../format/time.ts";
import { usePreferences } from "../../preferences.ts";
import type { Sentence, SentenceValue } from "./decode/sentence.ts";

interface UnitHint {
  token: string;
  symbol: string;
  decimals: number;
}

export function useSentence(hints: readonly UnitHint[]): (sentence: Sentence, name: string) => string {
  const { t, i18n } = useTranslation("explorer");
  const { language } = usePreferences();
  const { currencies } = useConfig();

  const unitOf = (currency: string) =>
    currencies.find((known) => known.address === currency.toLowerCase()) ??
    hints.find((hint) => hint.token.toLowerCase() === currency.toLowerCase());

  const textOf = (value: SentenceValue): string => {
    switch (value.kind) {
      case "amount": {
        const unit = unitOf(value.currency);
        if (!unit) return value.amountAtto.toLocaleString(language);
        return `${formatAmount(value.amountAtto, unit.decimals, language)} ${unit.symbol}`;
      }
      case "address":
        return shortAddress(value.address);
      case "share":
        return formatBps(value.bps, language);
      case "duration":
        return formatDuration(value.seconds, language);
      case "text":
        return value.text;
    }
  };

  return (sentence, name) => {
    const values = Object.fromEntries(
      Object.entries(sentence.values).map(([key, value]) => [key, textOf(value)]),
    );
    if (i18n.exists(`explorer:${sentence.key}`)) return t(sentence.key, values);
    return sentence.key.startsWith("event.")
      ? t("event.generic", { event: name })
      : t("call.generic", { function: name });
  };
}
