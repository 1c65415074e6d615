/** What a toast says, with the link to go on from there. */
import { Anchor, Stack, Text } from "@mantine/core";
import { Link } from "react-router";

export function ToastText({ text, link }: { text: string; link: { to: string; label: string } | null }) {
  return (
    <Stack gap={4} align="flex-start">
      <Text size="sm">{text}</Text>
      {link && (
        <Anchor component={Link} to={link.to} size="sm">
          {link.label}
        </Anchor>
      )}
    </Stack>
  );
}
