/** A recovery phrase as numbered words. */
import { useTranslation } from "react-i18next";
import classes from "./Wallet.module.css";

export function Words({ mnemonic }: { mnemonic: string }) {
  const { t } = useTranslation("wallet");
  return (
    <ol className={classes.words} aria-label={t("backUp.words")} translate="no">
      {mnemonic.split(" ").map((word, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a phrase may hold a word twice and never changes
        <li key={index}>{word}</li>
      ))}
    </ol>
  );
}
