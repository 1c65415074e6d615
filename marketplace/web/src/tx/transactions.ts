/**
 * Every chain action goes through `runTransaction(plan)`: a dialog says what will happen and what it costs, the
 * wallet asks for the signature, then it is pending with a link, then done or failed in plain words.
 *
 *   const outcome = await runTransaction({
 *     title: t("confirm.title"),
 *     details: [{ label: t("confirm.seller"), value: <Address address={seller} /> }],
 *     confirmLabel: t("confirm.action"),
 *     steps: [{ label: t("confirm.step"), call: { address, abi: escrowAbi, functionName: "confirm", args: [orderId] } }],
 *     doneText: t("confirm.done"),
 *     invalidate: [["orders"]],
 *   });                                    // null where the person closed it before sending
 *
 * A step's call may be a function that is asked when its turn comes; it returns null to skip the step (an allowance
 * that is there already). Steps are sent one after the other, each waits for its receipt.
 * What is pending is kept in localStorage: it survives closing the dialog, navigation and reload, and ends in a toast.
 */

import type { ReactNode } from "react";
import type { Abi, TransactionReceipt } from "viem";
import { createPersistentStore, createStore } from "../persistentStore.ts";
import { type Address, requireAccount } from "../wallet/connection.ts";

export type Hash = `0x${string}`;

/** A contract call; without `abi` a plain transfer of `value` atto CMT. */
export interface TxCall {
  address: Address;
  abi?: Abi | readonly unknown[];
  functionName?: string;
  args?: readonly unknown[];
  value?: bigint;
}

export interface TxStep {
  label: string;
  call: TxCall | (() => Promise<TxCall | null>);
}

export interface TxPlan {
  title: string;
  /** what will happen, as label and value */
  details?: { label: string; value: ReactNode }[];
  /** what the person should know before, e.g. that it cannot be undone */
  note?: ReactNode;
  confirmLabel: string;
  steps: TxStep[];
  doneText: string;
  /** where to go on from here; may need the hash of the last transaction */
  doneLink?: { to: string | ((hash: Hash) => string); label: string };
  /** query keys to fetch again when it is done */
  invalidate?: (readonly unknown[])[];
  /** listings to take out of the cart when it is done */
  paidListingIds?: string[];
  isDangerous?: boolean;
  /** the caller shows the end itself: the dialog goes when it is done */
  closesWhenDone?: boolean;
}

export interface TxOutcome {
  hash: Hash; // of the last step
  receipt: TransactionReceipt;
}

/** What a reload needs to find its way back. */
export interface PendingTransaction {
  hash: Hash;
  from: Address;
  title: string;
  doneText: string;
  link: { to: string; label: string } | null;
  paidListingIds: string[];
  invalidate: (readonly unknown[])[];
  submittedAtSec: number;
  /** the last step of its plan: its end is worth a toast */
  isLast: boolean;
}

export interface OpenTransaction {
  id: number;
  plan: TxPlan;
  account: Address;
  settle(outcome: TxOutcome | null): void;
}

export const pendingStore = createPersistentStore<PendingTransaction[]>("cm.pending", []);
export const openTransactionStore = createStore<OpenTransaction | null>(null);

let nextId = 1;

export async function runTransaction(plan: TxPlan): Promise<TxOutcome | null> {
  const account = await requireAccount();
  if (!account) return null;
  openTransactionStore.get()?.settle(null);
  return new Promise((resolve) => {
    openTransactionStore.set({ id: nextId++, plan, account, settle: resolve });
  });
}
