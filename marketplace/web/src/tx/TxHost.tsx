/** Mounts the transaction dialog when one is open and resumes what an earlier page load left pending. */
import { lazy, Suspense, useEffect } from "react";
import { useStore } from "../persistentStore.ts";
import { openTransactionStore, pendingStore } from "./transactions.ts";

const TxDialog = lazy(() => import("./TxDialog.tsx"));

export function TxHost() {
  const open = useStore(openTransactionStore);
  useEffect(() => {
    if (pendingStore.get().length > 0)
      void import("./watcher.ts").then((watcher) => watcher.watchAllPending());
  }, []);
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <TxDialog key={open.id} open={open} />
    </Suspense>
  );
}
