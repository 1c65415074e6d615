/** Who is here: connect where nobody is, else the account, whose menu is loaded when it is first opened. */
import { Button } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { openWalletDialog, useWallet } from "../wallet/connection.ts";
import { AccountFace } from "./AccountFace.tsx";

const AccountMenu = lazy(() => import("./AccountMenu.tsx"));

export function AccountButton() {
  const { t } = useTranslation();
  const { address } = useWallet();
  const [isWanted, setWanted] = useState(false);
  if (!address) {
    return (
      <Button radius="xl" onClick={() => openWalletDialog()}>
        {t("wallet.connect")}
      </Button>
    );
  }
  const face = <AccountFace onClick={() => setWanted(true)} />;
  if (!isWanted) return face;
  return (
    <Suspense fallback={face}>
      <AccountMenu address={address} />
    </Suspense>
  );
}
