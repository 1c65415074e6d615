/**
 * An account or contract: identicon, short address (or its name), copy button, link to the explorer.
 *   <Address address={order.seller.address} name={order.seller.name} />
 * `isStatic` inside a link or a button: neither copy nor link.
 */
import { ActionIcon, Anchor, Group, Text, Tooltip } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { shortAddress } from "../format/address.ts";
import { Identicon } from "./Identicon.tsx";

export { Identicon, shortAddress };

interface AddressProps {
  address: string;
  name?: string | null | undefined;
  size?: "sm" | "md";
  isStatic?: boolean;
}

export function Address({ address, name, size = "sm", isStatic = false }: AddressProps) {
  const { t } = useTranslation();
  const label = name || shortAddress(address);
  return (
    <Group gap={6} wrap="nowrap" component="span" display="inline-flex">
      <Identicon address={address} size={size === "sm" ? 20 : 32} />
      {isStatic ? (
        <Text component="span" fz={size} className="tabular" truncate>
          {label}
        </Text>
      ) : (
        <>
          <Tooltip label={address}>
            <Anchor
              component={Link}
              to={`/explorer/addresses/${address}`}
              fz={size}
              c="inherit"
              className="tabular"
              aria-label={`${label}, ${t("openInExplorer")}`}
            >
              {label}
            </Anchor>
          </Tooltip>
          <CopyIcon value={address} label={t("copyAddress")} />
        </>
      )}
    </Group>
  );
}

export function CopyIcon({ value, label }: { value: string; label: string }) {
  const { t } = useTranslation();
  const clipboard = useClipboard({ timeout: 1500 });
  return (
    <Tooltip label={clipboard.copied ? t("copied") : label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        onClick={() => clipboard.copy(value)}
        aria-label={clipboard.copied ? t("copied") : label}
      >
        {clipboard.copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
      </ActionIcon>
    </Tooltip>
  );
}

/** A transaction hash, linked to the explorer. */
export function TransactionLink({ hash }: { hash: string }) {
  const { t } = useTranslation();
  return (
    <Group gap={4} wrap="nowrap" component="span" display="inline-flex">
      <Anchor component={Link} to={`/explorer/transactions/${hash}`} fz="sm" ff="monospace">
        {shortAddress(hash)}
      </Anchor>
      <CopyIcon value={hash} label={t("copyHash")} />
    </Group>
  );
}
