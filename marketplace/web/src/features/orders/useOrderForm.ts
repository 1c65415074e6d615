/** What the order forms share: sign in, prepare, run the transaction, and keep the form open where it did not work. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { errorText } from "../../components/QueryStates.tsx";
import { ensureSession } from "../../session/session.ts";
import { runTransaction, type TxPlan } from "../../tx/transactions.ts";
import type { Address } from "../../wallet/connection.ts";

export function useOrderForm(onDone: () => void) {
  const { t } = useTranslation(["orders", "common"]);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  /** `prepare` stores documents and answers the plan, or null where there is nothing to send to the chain. */
  const submit = async (prepare: (account: Address) => Promise<TxPlan | null>) => {
    setProblem(null);
    setBusy(true);
    try {
      const session = await ensureSession();
      if (!session?.address) return;
      const plan = await prepare(session.address);
      if (plan === null || (await runTransaction(plan))) onDone();
    } catch (error) {
      setProblem(errorText(error, t));
    } finally {
      setBusy(false);
    }
  };
  return { submit, problem, isBusy };
}
