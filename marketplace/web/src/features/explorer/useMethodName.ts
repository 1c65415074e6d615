/**
 * A function's name in the visitor's language ("Pay", "Mark as shipped"); a name nobody translated is split into
 * words; a bare selector stays as it is; null is a plain transfer.
 */
import { useTranslation } from "react-i18next";

export function useMethodName(): (method: string | null) => string {
  const { t, i18n } = useTranslation("explorer");
  return (method) => {
    if (method === null) return t("method.transfer");
    const key = `explorer:method.${method}`;
    return i18n.exists(key) ? t(key) : splitWords(method);
  };
}

function splitWords(name: string): string {
  if (name.startsWith("0x")) return name;
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
