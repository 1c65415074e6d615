/** One side of a case: what it says, in order, decrypted in this browser; what was not shared is named as such. */
import { Badge, Card, Group, Image, SimpleGrid, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconEyeOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { MessageBody, Tracking } from "../../../../src/api/schema/envelopes.ts";
import type { Party } from "../../../../src/api/schema/primitives.ts";
import { Address } from "../../components/Address.tsx";
import { RelativeTime } from "../../components/Time.tsx";
import { usePrivateText } from "../orders/usePrivate.ts";
import classes from "./EvidenceColumn.module.css";
import type { Statement } from "./statements.ts";

interface EvidenceColumnProps {
  side: "buyer" | "seller";
  party: Party;
  isUnlocked: boolean;
  statements: Statement[];
}

export function EvidenceColumn({ side, party, isUnlocked, statements }: EvidenceColumnProps) {
  const { t } = useTranslation("arbiter");
  return (
    <Card component="section" aria-label={t(`evidence.${side}`)}>
      <Group justify="space-between" mb="md">
        <Title order={3}>{t(`evidence.${side}`)}</Title>
        <Address address={party.address} name={party.name} />
      </Group>
      {statements.length === 0 ? (
        <Text fz="sm" c="dimmed">
          {t("evidence.silent")}
        </Text>
      ) : (
        <Stack gap="md" component="ol" m={0} p={0} style={{ listStyle: "none" }}>
          {statements.map((statement) => (
            <li key={statement.id} className={classes.statement}>
              <Group justify="space-between" mb={6}>
                <Badge color="gray">{t(`evidence.kind.${statement.kind}`)}</Badge>
                <Text fz="xs" c="dimmed">
                  <RelativeTime atSec={statement.atSec} />
                </Text>
              </Group>
              <Body statement={statement} isUnlocked={isUnlocked} />
            </li>
          ))}
        </Stack>
      )}
    </Card>
  );
}

function Body({ statement, isUnlocked }: { statement: Statement; isUnlocked: boolean }) {
  const { t } = useTranslation("arbiter");
  const text = usePrivateText<MessageBody | Tracking>(statement.envelope, statement.id);
  if (statement.envelope === null) return <Hidden text={t("evidence.notShared")} />;
  if (!isUnlocked) return <Hidden text={t("evidence.locked")} />;
  if (!text) return <Skeleton height={40} />;
  if (!text.isReadable) return <Hidden text={t(`evidence.unreadable.${text.reason}`)} />;
  if ("carrier" in text.content) {
    const { carrier, code, note } = text.content;
    return (
      <Text fz="sm" style={{ whiteSpace: "pre-line" }}>
        {[`${carrier} ${code}`.trim(), note].filter(Boolean).join("\n")}
      </Text>
    );
  }
  const { pictures = [] } = text.content;
  return (
    <Stack gap="xs">
      <Text fz="sm" style={{ whiteSpace: "pre-line" }}>
        {text.content.text}
      </Text>
      {pictures.length > 0 && (
        <SimpleGrid cols={2} spacing="xs">
          {pictures.map((picture, index) => (
            <a key={picture.slice(-40)} href={picture} download={`evidence-${index + 1}.webp`}>
              <Image src={picture} radius="md" alt={t("evidence.picture", { number: index + 1 })} />
            </a>
          ))}
        </SimpleGrid>
      )}
    </Stack>
  );
}

function Hidden({ text }: { text: string }) {
  return (
    <Group gap={6} c="dimmed" wrap="nowrap">
      <IconEyeOff size={16} aria-hidden />
      <Text fz="sm">{text}</Text>
    </Group>
  );
}
