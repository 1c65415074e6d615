/**
 * The signatures that a bulk table needs, one step a change, and how far they are. Progress moves when the next step
 * is asked for, which happens only after the one before it is in a block; it is kept on this device.
 */
import { listingsAbi } from "@cybermiles/contracts/abi/listings";
import type { PreparedListing } from "../../../../../src/api/schema/seller.ts";
import { createPersistentStore } from "../../../persistentStore.ts";
import type { TxStep } from "../../../tx/transactions.ts";

export interface BulkRun {
  account: string;
  prepared: PreparedListing[];
  /** How many of `prepared` are in a block. */
  done: number;
}

export const bulkStore = createPersistentStore<BulkRun | null>("cm.bulk", null);

export function remaining(run: BulkRun): PreparedListing[] {
  return run.prepared.slice(run.done);
}

interface BulkOptions {
  listings: `0x${string}`;
  label: (action: PreparedListing["action"], title: string) => string;
}

export function bulkSteps(left: readonly PreparedListing[], { listings, label }: BulkOptions): TxStep[] {
  const before = bulkStore.get()?.done ?? 0;
  return left.map((change, index) => ({
    label: label(change.action, change.title),
    call: async () => {
      bulkStore.set((run) => run && { ...run, done: before + index });
      return { address: listings, abi: listingsAbi, functionName: change.action, args: argumentsOf(change) };
    },
  }));
}

function argumentsOf({ action, listingId, stock, terms }: PreparedListing): readonly unknown[] {
  const id = BigInt(listingId ?? 0);
  const onChain = { ...terms, price: BigInt(terms.price) };
  switch (action) {
    case "create":
      return [onChain, BigInt(stock)];
    case "update":
      return [id, onChain];
    case "restock":
      return [id, BigInt(stock)];
    case "pause":
    case "resume":
      return [id];
  }
}
