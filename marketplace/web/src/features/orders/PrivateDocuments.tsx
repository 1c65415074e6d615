/** The order's encrypted documents: shipping address, tracking, reasons, evidence. Read in this browser only. */
import { Alert, Button, Card, Divider, Group, Image, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { MessageBody, ShippingAddress, Tracking } from "../../../../src/api/schema/envelopes.ts";
import type { Order, PrivateDocument } from "../../../../src/api/schema/orders.ts";
import { CopyIcon, shortAddress } from "../../components/Address.tsx";
import { RelativeTime } from "../../components/Time.tsx";
import { countryName } from "../../format/country.ts";
import { usePreferences } from "../../preferences.ts";
import classes from "./Orders.module.css";
import { useMessageKey, usePrivateText } from "./usePrivate.ts";

export function PrivateDocuments({ order }: { order: Order }) {
  const { t } = useTranslation("orders");
  const { key, unlock, isBusy } = useMessageKey();
  const documents = order.documents.filter((document) => document.envelope !== null);
  if (documents.length === 0) return null;
  return (
    <Card component="section" aria-label={t("private.title")}>
      <Group gap={8} mb="sm">
        <IconLock size={18} aria-hidden />
        <Title order={2} size="h3">
          {t("private.title")}
        </Title>
      </Group>
      {key === null ? (
        <Stack align="flex-start" gap="sm">
          <Text size="sm" c="dimmed">
            {t("private.locked")}
          </Text>
          <Button variant="light" onClick={unlock} loading={isBusy}>
            {t("private.unlock")}
          </Button>
        </Stack>
      ) : (
        <Stack gap="md">
          {documents.map((document, index) => (
            <div key={document.hash}>
              {index > 0 && <Divider mb="md" />}
              <DocumentView document={document} order={order} />
            </div>
          ))}
        </Stack>
      )}
    </Card>
  );
}

function DocumentView({ document, order }: { document: PrivateDocument; order: Order }) {
  const { t } = useTranslation("orders");
  const text = usePrivateText<ShippingAddress | Tracking | MessageBody>(document.envelope, document.hash);
  const by =
    document.by === order.buyer.address
      ? t("fact.buyer")
      : document.by === order.seller.address
        ? t("fact.seller")
        : shortAddress(document.by);
  return (
    <Stack gap={4}>
      <Group justify="space-between">
        <Text size="sm" fw={600}>
          {t(`private.kind.${document.kind}`)}
        </Text>
        <Text size="xs" c="dimmed">
          {by} · <RelativeTime atSec={document.atSec} />
        </Text>
      </Group>
      {text === undefined && <Skeleton height={48} />}
      {text && !text.isReadable && (
        <Alert variant="light" color="gray">
          {t(`private.unreadable.${text.reason}`)}
        </Alert>
      )}
      {text?.isReadable && document.kind === "note" && (
        <AddressView address={text.content as ShippingAddress} />
      )}
      {text?.isReadable && document.kind === "tracking" && (
        <TrackingView tracking={text.content as Tracking} />
      )}
      {text?.isReadable && (document.kind === "reason" || document.kind === "evidence") && (
        <BodyView body={text.content as MessageBody} />
      )}
    </Stack>
  );
}

function AddressView({ address }: { address: ShippingAddress }) {
  const { t } = useTranslation("orders");
  const { language } = usePreferences();
  const lines = [
    address.name,
    address.line1,
    address.line2,
    [address.postalCode, address.city].filter(Boolean).join(" "),
    address.region,
    countryName(address.country, language),
    address.phone,
  ].filter(Boolean);
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap">
      <Stack gap={0}>
        <Text size="sm" style={{ whiteSpace: "pre-line" }}>
          {lines.join("\n")}
        </Text>
        {address.note && (
          <Text size="sm" mt={8} c="dimmed">
            {address.note}
          </Text>
        )}
      </Stack>
      <CopyIcon value={lines.join("\n")} label={t("private.copy")} />
    </Group>
  );
}

function TrackingView({ tracking }: { tracking: Tracking }) {
  const { t } = useTranslation("orders");
  return (
    <Stack gap={2}>
      <Group gap={6}>
        <Text size="sm">
          {tracking.carrier}
          {tracking.code && ` · ${tracking.code}`}
        </Text>
        {tracking.code && <CopyIcon value={tracking.code} label={t("private.copy")} />}
      </Group>
      {tracking.note && (
        <Text size="sm" c="dimmed">
          {tracking.note}
        </Text>
      )}
    </Stack>
  );
}

function BodyView({ body }: { body: MessageBody }) {
  const { t } = useTranslation("orders");
  return (
    <Stack gap="xs">
      <Text size="sm" style={{ whiteSpace: "pre-line" }}>
        {body.text}
      </Text>
      {body.pictures && (
        <Group gap="xs">
          {body.pictures.map((picture, index) => (
            <a key={picture.slice(-40)} href={picture} download={`evidence-${index + 1}.webp`}>
              <Image
                src={picture}
                className={classes.evidence ?? ""}
                alt={t("private.picture", { number: index + 1 })}
              />
            </a>
          ))}
        </Group>
      )}
    </Stack>
  );
}
