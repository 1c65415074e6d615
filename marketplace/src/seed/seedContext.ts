// What every part of the seed works with.
import type { Deployment } from "@cybermiles/contracts/deployments";
import type { ApiClient } from "./apiClient.ts";
import type { DemoAccounts } from "./demoAccounts.ts";
import type { TransactionPipeline } from "./transactionPipeline.ts";

export type SeedContext = {
  accounts: DemoAccounts;
  buyers: readonly ApiClient[];
  sellers: readonly ApiClient[];
  arbiters: readonly ApiClient[];
  contracts: Deployment["contracts"];
  pipeline: TransactionPipeline;
  keysDir: string;
  say: (line: string) => void;
  /** resolves when the marketplace's read models hold this block */
  indexed: (blockNumber: bigint) => Promise<void>;
};

export const CMT = "0x0000000000000000000000000000000000000000" as const;

/** Runs `work` on all items, so many at a time, results in order. */
export async function inParallel<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index] as T, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}
