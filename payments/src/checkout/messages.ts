/** The hosted page's words: three languages, chosen by ?lang or Accept-Language. `fill` puts values into {places}. */
import en from "./i18n/en.json" with { type: "json" };
import ko from "./i18n/ko.json" with { type: "json" };
import zh from "./i18n/zh.json" with { type: "json" };

export type Messages = typeof en;
export type Language = "en" | "zh" | "ko";

const ALL: Record<Language, Messages> = { en, zh, ko };
export const LANGUAGES = Object.keys(ALL) as Language[];

export function messagesOf(language: Language): Messages {
  return ALL[language];
}

export function chooseLanguage(asked: string | undefined, acceptLanguage: string | undefined): Language {
  const wishes = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...rest] = part.trim().split(";");
      const weight = Number(
        rest
          .find((one) => one.trim().startsWith("q="))
          ?.trim()
          .slice(2) ?? 1,
      );
      return { tag: tag.slice(0, 2).toLowerCase(), weight };
    })
    .sort((a, b) => b.weight - a.weight);
  return [asked, ...wishes.map(({ tag }) => tag)].find(isLanguage) ?? "en";
}

function isLanguage(text: string | undefined): text is Language {
  return LANGUAGES.includes(text as Language);
}
