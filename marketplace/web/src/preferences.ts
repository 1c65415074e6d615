/**
 * What the visitor chose: language and the currency prices are shown in first.
 * The first guess comes from the browser; nothing is sent to a server.
 */
import { createPersistentStore, useStore } from "./persistentStore.ts";

export const languages = { en: "English", zh: "中文", ko: "한국어" } as const;
export type Language = keyof typeof languages;

const currencyOfRegion: Record<string, string> = {
  CN: "CNY",
  KR: "KRW",
  JP: "JPY",
  GB: "GBP",
  US: "USD",
  TW: "TWD",
  HK: "HKD",
  SG: "SGD",
  DE: "EUR",
  FR: "EUR",
  IT: "EUR",
  ES: "EUR",
  NL: "EUR",
  AT: "EUR",
};

export interface Preferences {
  language: Language;
  currency: string; // ISO 4217, shown first; converted by /api/rates
}

export const preferencesStore = createPersistentStore<Preferences>("cm.preferences", guess());

export function usePreferences(): Preferences {
  return useStore(preferencesStore);
}

function guess(): Preferences {
  const locale = readLocale(navigator.language).maximize();
  const language = locale.language in languages ? (locale.language as Language) : "en";
  return { language, currency: currencyOfRegion[locale.region ?? "US"] ?? "USD" };
}

/** Browsers without a proper locale report things like "en-US@posix". */
function readLocale(tag: string): Intl.Locale {
  try {
    return new Intl.Locale(tag);
  } catch {
    return new Intl.Locale("en-US");
  }
}
