/** Choose an account: one of the built-in wallet, a browser wallet, or make or import one. */
import { Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ChooseWallet } from "./ChooseWallet.tsx";
import { CreateWallet } from "./CreateWallet.tsx";
import type { Address, DialogRequest, WalletDialogView } from "./connection.ts";
import { ImportWallet } from "./ImportWallet.tsx";

export default function WalletDialog({ request }: { request: DialogRequest }) {
  const { t } = useTranslation("wallet");
  const [view, setView] = useState<WalletDialogView>(request.view);
  const [made, setMade] = useState<Address | null>(null);
  const finish = (address: Address | null) => request.settle(address);
  const titles = { choose: t("choose.title"), create: t("create.title"), import: t("import.title") };
  return (
    <Modal
      opened
      onClose={() => finish(made)}
      title={titles[view]}
      zIndex={250}
      closeButtonProps={{ "aria-label": t("common:close") }}
      closeOnClickOutside={view === "choose"}
    >
      {view === "choose" && <ChooseWallet onView={setView} onDone={finish} />}
      {view === "create" && <CreateWallet onMade={setMade} onDone={finish} onView={setView} />}
      {view === "import" && <ImportWallet onDone={finish} onView={setView} />}
    </Modal>
  );
}
