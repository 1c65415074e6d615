/** A secret that is shown once: copy it, say that it is safe, gone. Closing needs that word. */
import { Alert, Button, Checkbox, Code, CopyButton, Group, Modal, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconCopy } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

interface SecretModalProps {
  title: string;
  text: string;
  secret: string | null;
  onClose: () => void;
}

export function SecretModal({ title, text, secret, onClose }: SecretModalProps) {
  const { t } = useTranslation("gateway");
  const [isSafe, setSafe] = useState(false);
  const close = () => {
    setSafe(false);
    onClose();
  };
  return (
    <Modal
      opened={secret !== null}
      onClose={close}
      title={title}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Stack>
        <Text>{text}</Text>
        <Code block fz="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }} tabIndex={0}>
          {secret ?? ""}
        </Code>
        <CopyButton value={secret ?? ""}>
          {({ copied, copy }) => (
            <Button
              variant="light"
              onClick={copy}
              leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
              data-autofocus
            >
              {copied ? t("secret.copied") : t("secret.copy")}
            </Button>
          )}
        </CopyButton>
        <Alert variant="light" color="orange" icon={<IconAlertTriangle aria-hidden />}>
          {t("secret.warning")}
        </Alert>
        <Checkbox
          label={t("secret.safe")}
          checked={isSafe}
          onChange={(event) => setSafe(event.currentTarget.checked)}
        />
        <Group justify="flex-end">
          <Button disabled={!isSafe} onClick={close}>
            {t("secret.done")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
