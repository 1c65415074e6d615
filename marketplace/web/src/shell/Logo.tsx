/** The mark, and the mark with the name. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import classes from "./Shell.module.css";

export function Mark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" style={{ flex: "none" }}>
      <rect width="32" height="32" rx="9" fill="var(--mantine-color-jade-7)" />
      <path
        d="M22.4 11.6a7.6 7.6 0 1 0 0 8.8"
        fill="none"
        stroke="#fff"
        strokeWidth="3.4"
        strokeLinecap="round"
      />
      <circle cx="16.6" cy="16" r="2.5" fill="var(--mantine-color-jade-3)" />
    </svg>
  );
}

export function Logo() {
  const { t } = useTranslation();
  return (
    <Link to="/" className={classes.logo} aria-label={t("appName")}>
      <Mark size={28} />
      <span>{t("appName")}</span>
    </Link>
  );
}
