/** What a form as a whole was refused for; read aloud when it appears. */
import { Alert } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";

export function ErrorSummary({ text }: { text: string | null }) {
  return (
    <div aria-live="assertive">
      {text && (
        <Alert color="red" variant="light" icon={<IconAlertCircle aria-hidden />}>
          {text}
        </Alert>
      )}
    </div>
  );
}
