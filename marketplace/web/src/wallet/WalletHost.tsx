/** Mounts the wallet dialog and the built-in wallet's prompts when asked for; both load wallet code then. */
import { lazy, Suspense } from "react";
import { useStore } from "../persistentStore.ts";
import { walletDialogStore } from "./connection.ts";
import { promptStore } from "./prompts.ts";

const WalletDialog = lazy(() => import("./WalletDialog.tsx"));
const WalletPrompts = lazy(() => import("./WalletPrompts.tsx"));

export function WalletHost() {
  const dialog = useStore(walletDialogStore);
  const [prompt] = useStore(promptStore);
  return (
    <Suspense fallback={null}>
      {dialog && <WalletDialog request={dialog} />}
      {prompt && <WalletPrompts key={prompt.id} prompt={prompt} />}
    </Suspense>
  );
}
