/** What a form as a whole was refused for; an alert, so it is read aloud when it appears. */
import { Alert } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";

export function ErrorSummary({ text }: { text: string | null }) {
  if (!text) return null;
  return (
    <Alert color="red" variant="light" icon={<IconAlertCircle aria-hidden />}>
      {text}
    </Alert>
  );
}
