/** Says that a list refreshes by itself; nothing while the stream is not connected. */
import { Badge } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./LiveMark.module.css";

export function LiveMark({ isLive }: { isLive: boolean }) {
  const { t } = useTranslation("explorer");
  if (!isLive) return null;
  return (
    <Badge leftSection={<span className={classes.dot} aria-hidden />} size="lg">
      {t("live")}
    </Badge>
  );
}
