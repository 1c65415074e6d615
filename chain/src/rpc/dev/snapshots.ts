/**
 * evm_snapshot and evm_revert, and rollbacks that play a reorganisation: anvil_rollback takes blocks back, anvil_reorg takes
 * them back and mines as many others. All of it by reverse diffs. Taken-back transactions are forgotten. `--dev` only.
 */
import { quantity } from "../../encoding/hex.ts";
import type { ChainWriter } from "../../sequencer/chainWriter.ts";
import type { Sequencer } from "../../sequencer/sequencer.ts";
import { decodeTransaction } from "../../transaction/decodeTransaction.ts";
import type { Transaction } from "../../transaction/transaction.ts";
import type { Methods, RpcContext } from "../context.ts";
import { array, data, object, optional, safeInteger } from "../params.ts";
import { invalidParams, serverError } from "../rpcError.ts";

type Snapshot = { blockNumber: number; offsetSec: number };

export type SnapshotDeps = { writer: ChainWriter; sequencer: Sequencer; clearMempool: () => void };

export function snapshotMethods({ reader, nextTimestampSec }: RpcContext, deps: SnapshotDeps): Methods {
  const { writer, sequencer, clearMempool } = deps;
  const snapshots = new Map<number, Snapshot>();
  let lastId = 0;
  const pin = (): void => {
    const numbers = [...snapshots.values()].map(({ blockNumber }) => blockNumber);
    writer.pinnedBlock = numbers.length > 0 ? Math.min(...numbers) : undefined;
  };
  const takeBack = async (downTo: number): Promise<void> => {
    for (let n = downTo; n < reader.head().header.number; n++)
      if (!reader.hasStateAt(n))
        throw serverError(`cannot go back to block ${downTo}: its history is no longer kept`);
    clearMempool();
    await writer.rollback(downTo);
  };
  const depthOf = (value: unknown): number => {
    const depth = optional(value, "depth", safeInteger) ?? 1;
    if (depth > reader.head().header.number)
      throw invalidParams(`depth ${depth} is more than the chain's ${reader.head().header.number} blocks`);
    return depth;
  };

  return {
    evm_snapshot: () => {
      snapshots.set(++lastId, { blockNumber: reader.head().header.number, offsetSec: sequencer.offsetSec });
      pin();
      return quantity(lastId);
    },
    evm_revert: async ([id]) => {
      const wanted = safeInteger(id, "snapshot id");
      const snapshot = snapshots.get(wanted);
      if (snapshot === undefined || snapshot.blockNumber > reader.head().header.number) return false;
      await takeBack(snapshot.blockNumber);
      sequencer.offsetSec = snapshot.offsetSec;
      sequencer.fixedTimestampSec = undefined;
      for (const other of snapshots.keys()) if (other >= wanted) snapshots.delete(other);
      pin();
      return true;
    },
    anvil_rollback: async ([depth]) => {
      await takeBack(reader.head().header.number - depthOf(depth));
      return null;
    },
    /** `depth`, then pairs [raw transaction, index of the new block it goes into]. */
    anvil_reorg: async ([request, pairs]) => {
      const options =
        typeof request === "object" && request !== null ? object(request, "options") : { depth: request };
      const depth = depthOf(options.depth);
      const replacements = array(
        pairs ?? (options as Record<string, unknown>).txBlockPairs ?? [],
        "transactions",
        1_000,
      );
      const byBlock: Transaction[][] = Array.from({ length: depth }, () => []);
      for (const pair of replacements) {
        const [raw, at] = array(pair, "transaction", 2);
        const list = byBlock[safeInteger(at, "block index")];
        if (list === undefined) throw invalidParams(`block index outside of the ${depth} new blocks`);
        list.push(decodeTransaction(data(raw, "transaction")));
      }
      await takeBack(reader.head().header.number - depth);
      for (const transactions of byBlock)
        await writer.produce({
          transactions,
          allowEmpty: true,
          timestampSec: (parentSec) => Math.max(parentSec + 1, nextTimestampSec()),
        });
      return null;
    },
  };
}
