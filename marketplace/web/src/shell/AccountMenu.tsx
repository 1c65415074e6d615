/** The account's places and ways out. Loaded at the first click on AccountButton. */
import { Menu } from "@mantine/core";
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
import { shortAddress } from "../format/address.ts";
import { signOut, useSession } from "../session/session.ts";
import { disconnect, openWalletDialog } from "../wallet/connection.ts";
import { AccountFace } from "./AccountFace.tsx";

const PLACES: [string, string, ComponentType<{ size?: number }>][] = [
  ["/orders", "nav.orders", IconReceipt],
  ["/wallet", "nav.wallet", IconWallet],
  ["/rewards", "nav.rewards", IconGift],
  ["/seller", "nav.sellerCentre", IconBuildingStore],
  ["/dashboard", "nav.dashboard", IconLayoutDashboard],
  ["/arbiter", "nav.arbiter", IconGavel],
];

export default function AccountMenu({ address }: { address: string }) {
  const { t } = useTranslation();
  const { session } = useSession();
  const leave = async () => {
    if (session?.address) await signOut().catch(() => undefined);
    disconnect();
  };
  return (
    <Menu defaultOpened withinPortal={false} position="bottom-end" width={240} shadow="md" withArrow>
      <Menu.Target>
        <AccountFace />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label className="tabular">{shortAddress(address)}</Menu.Label>
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
