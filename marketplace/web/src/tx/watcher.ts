/**
 * Follows pending transactions to their end, also those of an earlier page load: refreshes what they changed and says
 * so in a toast, unless the dialog that sent them is still open and says it itself. Loaded only when one is pending.
 */
import { notifications } from "@mantine/notifications";
import i18next from "i18next";
import { createElement } from "react";
import type { TransactionReceipt } from "viem";
import { queryClient } from "../api/queryClient.ts";
import { removeFromCart } from "../features/checkout/cart.ts";
import { getPublicClient } from "../wallet/clients.ts";
import { explainError } from "./explainError.ts";
import { ToastText } from "./ToastText.tsx";
import { type Hash, type PendingTransaction, pendingStore } from "./transactions.ts";

/** The read models follow the chain a moment later, so what changed is fetched again until they have it. */
const REFRESH_AFTER_MS = [0, 700, 2500];
const GIVE_UP_SEC = 24 * 3600;

const watched = new Map<Hash, Promise<TransactionReceipt>>();
const shownByDialog = new Set<Hash>();

/** The dialog shows the end of this one itself while it is open. */
export function setShownByDialog(hash: Hash, isShown: boolean): void {
  if (isShown) shownByDialog.add(hash);
  else shownByDialog.delete(hash);
}

export function watchAllPending(): void {
  for (const pending of pendingStore.get()) void watchPending(pending).catch(() => undefined);
}

/** @throws TransactionRevertedError where the transaction is in a block and failed. */
export function watchPending(pending: PendingTransaction): Promise<TransactionReceipt> {
  const known = watched.get(pending.hash);
  if (known) return known;
  const watching = follow(pending);
  watched.set(pending.hash, watching);
  return watching;
}

export function addPending(pending: PendingTransaction): void {
  pendingStore.set((list) => [...list.filter((other) => other.hash !== pending.hash), pending]);
}

export function refresh(keys: (readonly unknown[])[]): void {
  for (const delayMs of REFRESH_AFTER_MS) {
    setTimeout(() => {
      for (const queryKey of [...keys, ["balance"]]) void queryClient.invalidateQueries({ queryKey });
    }, delayMs);
  }
}

async function follow(pending: PendingTransaction): Promise<TransactionReceipt> {
  await i18next.loadNamespaces("errors");
  const client = await getPublicClient();
  const ageSec = Date.now() / 1000 - pending.submittedAtSec;
  if (ageSec > GIVE_UP_SEC) forget(pending.hash);
  const receipt = await client.waitForTransactionReceipt({ hash: pending.hash, timeout: 0 });
  forget(pending.hash);
  if (receipt.status === "success") {
    refresh(pending.invalidate);
    removeFromCart(pending.paidListingIds);
    if (pending.isLast) toast(pending, null);
    return receipt;
  }
  const error = new TransactionRevertedError(pending.hash, await findReason(receipt));
  toast(pending, explainError(error, i18next.t));
  throw error;
}

/** Runs the failed transaction again on the state before its block, to learn why it failed. */
async function findReason(receipt: TransactionReceipt): Promise<unknown> {
  const client = await getPublicClient();
  try {
    const { from, to, input, value, gas } = await client.getTransaction({ hash: receipt.transactionHash });
    await client.call({
      account: from,
      to,
      data: input,
      value,
      gas,
      blockNumber: receipt.blockNumber - 1n,
    });
  } catch (error) {
    return error;
  }
  return undefined;
}

function toast(pending: PendingTransaction, failure: string | null): void {
  if (shownByDialog.has(pending.hash)) return;
  notifications.show({
    id: pending.hash,
    color: failure ? "red" : "jade",
    title: pending.title,
    message: createElement(ToastText, {
      text: failure ?? pending.doneText,
      link: failure ? null : pending.link,
    }),
    autoClose: failure ? false : 8000,
  });
}

function forget(hash: Hash): void {
  pendingStore.set((list) => list.filter((other) => other.hash !== hash));
}

export class TransactionRevertedError extends Error {
  override readonly name = "TransactionRevertedError";
  readonly code = "transaction_reverted";
  readonly hash: Hash;

  constructor(hash: Hash, cause: unknown) {
    super("The transaction is in a block but failed.", { cause });
    this.hash = hash;
  }
}
