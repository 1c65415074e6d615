/** Signed transactions in, their hash out. */
import { MempoolRefusal } from "../../mempool/mempool.ts";
import { decodeTransaction, InvalidTransactionError } from "../../transaction/decodeTransaction.ts";
import type { Transaction } from "../../transaction/transaction.ts";
import type { Methods, RpcContext } from "../context.ts";
import { data } from "../params.ts";
import { serverError } from "../rpcError.ts";

export function submissionMethods(context: RpcContext): Methods {
  return {
    eth_sendRawTransaction: async ([raw]) => {
      const tx = decodeOrRefuse(data(raw, "transaction"));
      await submitOrRefuse(context, tx);
      return tx.hash;
    },
  };
}

function decodeOrRefuse(raw: Uint8Array): Transaction {
  try {
    return decodeTransaction(raw);
  } catch (error) {
    if (error instanceof InvalidTransactionError) throw serverError(error.message);
    throw error;
  }
}

export async function submitOrRefuse(context: RpcContext, tx: Transaction): Promise<void> {
  try {
    await context.submit(tx);
  } catch (error) {
    if (error instanceof MempoolRefusal) throw serverError(error.message);
    throw error;
  }
}
