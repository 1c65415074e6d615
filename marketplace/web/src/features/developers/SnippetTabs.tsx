/** Programs to copy, one tab each. */
import { Box, Code, Group, Tabs, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { CopyIcon } from "../../components/Address.tsx";
import classes from "./SnippetTabs.module.css";
import type { Snippet } from "./snippets.ts";

export function SnippetTabs({ snippets }: { snippets: Snippet[] }) {
  const { t } = useTranslation("developers");
  return (
    <Tabs defaultValue={snippets[0]?.id ?? null} variant="pills">
      <Tabs.List mb="sm">
        {snippets.map((snippet) => (
          <Tabs.Tab key={snippet.id} value={snippet.id}>
            {t(`snippet.${snippet.id}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {snippets.map((snippet) => (
        <Tabs.Panel key={snippet.id} value={snippet.id}>
          <Box className={classes.frame}>
            <Group justify="space-between" className={classes.head}>
              <Text fz="xs" c="dimmed" ff="monospace">
                {snippet.fileName}
              </Text>
              <CopyIcon value={snippet.code} label={t("snippet.copy")} />
            </Group>
            <Code block tabIndex={0} aria-label={t(`snippet.${snippet.id}`)} className={classes.code}>
              {snippet.code}
            </Code>
          </Box>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
