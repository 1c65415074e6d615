/** Who is here: connect where nobody is, else the account with its places and ways out. */
import { Button, Group, Menu, Text, UnstyledButton } from "@mantine/core";
import {
  IconBuildingStore,
  IconGavel,
  IconGift,
  IconLayoutDashboard,
  IconLogout,
  IconReceipt,
  IconSwitchHorizontal,
  IconWallet,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Identicon, shortAddress } from "../components/Address.tsx";
import { signOut, useSession } from "../session/session.ts";
import { disconnect, openWalletDialog, useWallet } from "../wallet/connection.ts";

const PLACES: [string, string, ComponentType<{ size?: number }>][] = [
  ["/orders", "nav.orders", IconReceipt],
  ["/wallet", "nav.wallet", IconWallet],
  ["/rewards", "nav.rewards", IconGift],
  ["/seller", "nav.sellerCentre", IconBuildingStore],
  ["/dashboard", "nav.dashboard", IconLayoutDashboard],
  ["/arbiter", "nav.arbiter", IconGavel],
];

export function AccountMenu() {
  const { t } = useTranslation();
  const wallet = useWallet();
  const { session } = useSession();
  if (!wallet.address) {
    return (
      <Button radius="xl" onClick={() => openWalletDialog()}>
        {t("wallet.connect")}
      </Button>
    );
  }
  const leave = async () => {
    if (session?.address) await signOut().catch(() => undefined);
    disconnect();
  };
  return (
    <Menu position="bottom-end" width={240} shadow="md" withArrow>
      <Menu.Target>
        <UnstyledButton aria-label={t("account.menu")} p={4} style={{ borderRadius: 24 }}>
          <Group gap={8} wrap="nowrap">
            <Identicon address={wallet.address} size={32} />
            <Text component="span" size="sm" fw={500} visibleFrom="lg" className="tabular">
              {wallet.name || shortAddress(wallet.address)}
            </Text>
          </Group>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label className="tabular">{shortAddress(wallet.address)}</Menu.Label>
        {PLACES.map(([to, label, Icon]) => (
          <Menu.Item key={to} component={Link} to={to} leftSection={<Icon size={18} aria-hidden />}>
            {t(label)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconSwitchHorizontal size={18} aria-hidden />}
          onClick={() => openWalletDialog()}
        >
          {t("account.switch")}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={leave}>
          {t("account.leave")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
