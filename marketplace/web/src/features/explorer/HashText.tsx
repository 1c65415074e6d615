/** A long hex value on one line, cut in the middle by space, whole on copy. */
import { Anchor, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { CopyIcon } from "../../components/Address.tsx";

export function HashText({ value, to }: { value: string; to?: string }) {
  const { t } = useTranslation();
  const text = (
    <Text component="span" fz="sm" ff="monospace" truncate display="block" inherit={to !== undefined}>
      {value}
    </Text>
  );
  return (
    <Group gap={4} wrap="nowrap" miw={0} maw="100%">
      {to ? (
        <Anchor component={Link} to={to} miw={0} fz="sm">
          {text}
        </Anchor>
      ) : (
        text
      )}
      <CopyIcon value={value} label={t("copyHash")} />
    </Group>
  );
}
