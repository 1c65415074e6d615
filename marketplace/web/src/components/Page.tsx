/** The frame of a page: document title, heading, optional text and actions on the right. One h1 a page. */
import { Box, Group, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface PageProps {
  title: string;
  text?: ReactNode;
  actions?: ReactNode;
  /** narrow: forms and reading */
  width?: "wide" | "narrow";
  children: ReactNode;
}

export function Page({ title, text, actions, width = "wide", children }: PageProps) {
  usePageTitle(title);
  return (
    <Box maw={width === "narrow" ? 720 : undefined} mx="auto" py="lg">
      <Group justify="space-between" align="flex-start" mb="lg" gap="md">
        <Stack gap={4}>
          <Title order={1}>{title}</Title>
          {text && (
            <Text c="dimmed" maw="65ch">
              {text}
            </Text>
          )}
        </Stack>
        {actions && <Group gap="sm">{actions}</Group>}
      </Group>
      {children}
    </Box>
  );
}

export function usePageTitle(title: string): void {
  const { t } = useTranslation();
  useDocumentTitle(title ? `${title} · ${t("appName")}` : t("appName"));
}
