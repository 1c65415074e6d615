/** The mempool by sender and nonce, in geth's shapes. */
import { quantity } from "../../encoding/hex.ts";
import type { Transaction } from "../../transaction/transaction.ts";
import type { Methods, RpcContext } from "../context.ts";
import { formatTransaction } from "../formats.ts";
import { address } from "../params.ts";

type BySender = Record<string, Record<string, unknown>>;

export function txpoolMethods({ mempool }: RpcContext): Methods {
  return {
    txpool_status: () => {
      const { pending, queued } = mempool.content();
      return { pending: quantity(pending.length), queued: quantity(queued.length) };
    },
    txpool_content: () => {
      const { pending, queued } = mempool.content();
      return {
        pending: bySender(pending, (tx) => formatTransaction(tx)),
        queued: bySender(queued, (tx) => formatTransaction(tx)),
      };
    },
    txpool_contentFrom: ([who]) => {
      const from = address(who, "address");
      const { pending, queued } = mempool.content();
      const own = (list: Transaction[]) => bySender(list, (tx) => formatTransaction(tx))[from] ?? {};
      return { pending: own(pending), queued: own(queued) };
    },
    txpool_inspect: () => {
      const { pending, queued } = mempool.content();
      return { pending: bySender(pending, summary), queued: bySender(queued, summary) };
    },
  };
}

function bySender(list: readonly Transaction[], show: (tx: Transaction) => unknown): BySender {
  const result: BySender = {};
  for (const tx of list) {
    const own = result[tx.from] ?? {};
    own[tx.nonce.toString()] = show(tx);
    result[tx.from] = own;
  }
  return result;
}

function summary(tx: Transaction): string {
  return `${tx.to ?? "contract creation"}: ${tx.value} wei + ${tx.gasLimit} gas x ${tx.maxFeePerGas} wei`;
}
