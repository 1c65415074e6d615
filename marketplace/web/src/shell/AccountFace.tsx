/** The connected account as a button: identicon, and on a wide screen its name. */
import { Group, Text, UnstyledButton } from "@mantine/core";
import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import { Identicon } from "../components/Identicon.tsx";
import { shortAddress } from "../format/address.ts";
import { useWallet } from "../wallet/connection.ts";

export function AccountFace(props: ComponentProps<"button">) {
  const { t } = useTranslation();
  const { address, name } = useWallet();
  if (!address) return null;
  const label = name || shortAddress(address);
  return (
    <UnstyledButton
      {...props}
      aria-label={`${label}, ${t("account.menu")}`}
      aria-haspopup="menu"
      p={4}
      style={{ borderRadius: 24 }}
    >
      <Group gap={8} wrap="nowrap">
        <Identicon address={address} size={32} />
        <Text component="span" size="sm" fw={500} visibleFrom="lg" className="tabular">
          {label}
        </Text>
      </Group>
    </UnstyledButton>
  );
}
