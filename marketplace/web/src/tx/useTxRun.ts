/**
 * The steps of one transaction plan, for TxDialog: estimate, sign, wait, next step, end.
 * Phases: preview -> signing -> pending -> (preview of the next step) -> done, or failed from any of them.
 */
import { useQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { encodeFunctionData, type TransactionReceipt } from "viem";
import { getPublicClient, getWalletClient } from "../wallet/clients.ts";
import { explainError, isRejection } from "./explainError.ts";
import {
  type Hash,
  type OpenTransaction,
  openTransactionStore,
  type PendingTransaction,
  type TxCall,
  type TxPlan,
  type TxStep,
} from "./transactions.ts";
import { addPending, setShownByDialog, watchPending } from "./watcher.ts";

export type Phase =
  | { name: "preview" }
  | { name: "signing" }
  | { name: "pending"; hash: Hash }
  | { name: "done"; hash: Hash; receipt: TransactionReceipt | null }
  | { name: "failed"; reason: string; hash: Hash | null };

interface Estimate {
  call: TxCall | null; // null: nothing to do in this step
  gas: bigint;
  feeAtto: bigint;
  isShortOfFunds: boolean;
}

export function useTxRun(open: OpenTransaction) {
  const { t } = useTranslation(["tx", "errors"]);
  const [attempt, setAttempt] = useState(0);
  const [stepIndex, setStepIndex] = useState(0);
  const [phase, setPhase] = useState<Phase>({ name: "preview" });
  const [declined, setDeclined] = useState<string | null>(null);
  const { plan, account } = open;
  const step = plan.steps[Math.min(stepIndex, plan.steps.length - 1)];

  const estimate = useQuery({
    queryKey: ["estimate", open.id, stepIndex, attempt],
    queryFn: () => estimateStep(open, stepIndex),
    retry: false,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });

  const finish = useCallback(
    (hash: Hash, receipt: TransactionReceipt) => {
      setPhase({ name: "done", hash, receipt });
      open.settle({ hash, receipt });
      if (open.plan.closesWhenDone) closeDialog(open);
    },
    [open],
  );

  const retry = useCallback(() => {
    setDeclined(null);
    setPhase({ name: "preview" });
    setAttempt((count) => count + 1);
  }, []);

  const confirm = useCallback(async () => {
    setDeclined(null);
    let index = stepIndex;
    let current: Estimate | undefined = estimate.data;
    let hash: Hash | null = null;
    try {
      for (;;) {
        current ??= await estimateStep(open, index);
        const isLast = index === plan.steps.length - 1;
        // What is missing is said, and where to get it, before anything is signed.
        if (current.isShortOfFunds) return retry();
        if (current.call) {
          setPhase({ name: "signing" });
          hash = await send(current.call, current.gas);
          setPhase({ name: "pending", hash });
          const receipt = await track(open, hash, isLast);
          if (isLast) return finish(hash, receipt);
        } else if (isLast) {
          return closeDialog(open);
        }
        index += 1;
        setStepIndex(index);
        current = undefined;
        hash = null;
      }
    } catch (error) {
      const reason = explainError(error, t);
      if (isRejection(error)) {
        setDeclined(reason);
        setPhase({ name: "preview" });
      } else {
        setPhase({ name: "failed", reason, hash });
      }
    }
  }, [stepIndex, estimate.data, open, plan, finish, retry, t]);

  const close = useCallback(() => {
    if (phase.name === "pending") setShownByDialog(phase.hash, false);
    if (phase.name !== "pending" && phase.name !== "done") open.settle(null);
    closeDialog(open);
  }, [phase, open]);

  const isShortOfFunds = estimate.data?.isShortOfFunds ?? false;
  return {
    phase,
    estimate,
    stepIndex,
    stepLabel: step?.label ?? plan.title,
    isShortOfFunds,
    problem:
      declined ??
      (estimate.error ? explainError(estimate.error, t) : isShortOfFunds ? t("errors:wallet.noFunds") : null),
    confirm,
    retry,
    close,
    account,
  };
}

async function estimateStep(open: OpenTransaction, index: number): Promise<Estimate> {
  const step = open.plan.steps[index];
  if (!step) throw new Error("The plan has no such step.");
  const call = typeof step.call === "function" ? await step.call() : step.call;
  if (!call) return { call: null, gas: 0n, feeAtto: 0n, isShortOfFunds: false };
  const client = await getPublicClient();
  const value = call.value ?? 0n;
  const stillToPay = valueOfSteps(open.plan.steps.slice(index));
  const [balance, fees] = await Promise.all([
    client.getBalance({ address: open.account }),
    client.estimateFeesPerGas(),
  ]);
  if (balance < value || balance < stillToPay) return { call, gas: 0n, feeAtto: 0n, isShortOfFunds: true };
  const gas = await client.estimateGas({ account: open.account, to: call.address, value, ...dataOf(call) });
  // A margin, because what a call costs can change until it is in a block.
  const gasLimit = (gas * 12n) / 10n;
  const feeAtto = gas * (fees.maxFeePerGas ?? 0n);
  return { call, gas: gasLimit, feeAtto, isShortOfFunds: balance < value + feeAtto };
}

/** CMT that the steps send along, as far as that is known before their turn. */
function valueOfSteps(steps: readonly TxStep[]): bigint {
  return steps.reduce((sum, { call }) => sum + (typeof call === "function" ? 0n : (call.value ?? 0n)), 0n);
}

async function send(call: TxCall, gas: bigint): Promise<Hash> {
  const client = await getWalletClient();
  return client.sendTransaction({ to: call.address, value: call.value ?? 0n, gas, ...dataOf(call) });
}

async function track(open: OpenTransaction, hash: Hash, isLast: boolean): Promise<TransactionReceipt> {
  const { plan } = open;
  const pending: PendingTransaction = {
    hash,
    from: open.account,
    title: plan.title,
    doneText: plan.doneText,
    link: isLast ? linkOf(plan, hash) : null,
    paidListingIds: isLast ? (plan.paidListingIds ?? []) : [],
    invalidate: plan.invalidate ?? [],
    submittedAtSec: Math.floor(Date.now() / 1000),
    isLast,
  };
  setShownByDialog(hash, true);
  addPending(pending);
  return watchPending(pending);
}

export function linkOf(plan: TxPlan, hash: Hash): { to: string; label: string } | null {
  if (!plan.doneLink) return null;
  const { to, label } = plan.doneLink;
  return { to: typeof to === "function" ? to(hash) : to, label };
}

function dataOf(call: TxCall): { data?: `0x${string}` } {
  if (!call.abi || !call.functionName) return {};
  return {
    data: encodeFunctionData({
      abi: call.abi as never,
      functionName: call.functionName,
      args: call.args ?? [],
    } as never),
  };
}

function closeDialog(open: OpenTransaction): void {
  if (openTransactionStore.get() === open) openTransactionStore.set(null);
}
