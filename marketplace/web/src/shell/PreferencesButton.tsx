/** The globe in the header; its menu is loaded when it is first opened. */
import { ActionIcon } from "@mantine/core";
import { IconWorld } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";

const PreferencesMenu = lazy(() => import("./PreferencesMenu.tsx"));

export function PreferencesButton() {
  const { t } = useTranslation();
  const [isWanted, setWanted] = useState(false);
  const button = (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={40}
      aria-label={t("preferences.title")}
      aria-haspopup="dialog"
      onClick={() => setWanted(true)}
    >
      <IconWorld size={22} stroke={1.7} aria-hidden />
    </ActionIcon>
  );
  return isWanted ? (
    <Suspense fallback={button}>
      <PreferencesMenu />
    </Suspense>
  ) : (
    button
  );
}
