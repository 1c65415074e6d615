/**
 * Texts: one namespace a feature, one JSON file a language, loaded when a screen first asks for it.
 * `useTranslation("browse")` suspends until its namespace is there; "common" holds what every screen shares.
 * i18n.test.ts checks that the languages have the same keys and that no text stands in code.
 */
import i18next, { type BackendModule } from "i18next";
import { initReactI18next } from "react-i18next";
import { preferencesStore } from "../preferences.ts";

const files = import.meta.glob<Record<string, unknown>>("./{en,zh,ko}/*.json", { import: "default" });

const backend: BackendModule = {
  type: "backend",
  init() {},
  read(language, namespace, done) {
    const load = files[`./${language}/${namespace}.json`];
    if (!load) return done(new Error(`no texts for ${namespace} in ${language}`), false);
    load().then(
      (texts) => done(null, texts),
      (error: Error) => done(error, false),
    );
  },
};

export async function startI18n(): Promise<void> {
  const language = preferencesStore.get().language;
  document.documentElement.lang = language;
  preferencesStore.subscribe(() => {
    const next = preferencesStore.get().language;
    document.documentElement.lang = next;
    void i18next.changeLanguage(next);
  });
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: "en",
      load: "languageOnly",
      ns: ["common"],
      defaultNS: "common",
      interpolation: { escapeValue: false },
    });
}
