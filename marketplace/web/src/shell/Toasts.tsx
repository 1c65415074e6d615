/** Where messages appear that outlive the screen they came from. */
import "@mantine/notifications/styles.layer.css";
import { MantineThemeProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

export default function Toasts() {
  const { t } = useTranslation();
  const label = t("close");
  const theme = useMemo(
    () => ({
      components: { Notification: { defaultProps: { closeButtonProps: { "aria-label": label } } } },
    }),
    [label],
  );
  return (
    <MantineThemeProvider theme={theme}>
      <Notifications position="bottom-right" zIndex={400} />
    </MantineThemeProvider>
  );
}
