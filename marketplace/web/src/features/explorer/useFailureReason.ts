/**
 * Why a transaction failed, in the visitor's language: it is called again on the state before its block and the custom
 * error is decoded. Where that state is gone, the reason that the index decoded stands in.
 */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Hex } from "viem";
import type { Transaction } from "../../../../src/api/schema/explorer.ts";
import { explainError } from "../../tx/explainError.ts";
import { getPublicClient } from "../../wallet/clients.ts";

export function useFailureReason(transaction: Transaction): string | null {
  const { t } = useTranslation("errors");
  const replay = useQuery({
    queryKey: ["explorer", "failure", transaction.hash],
    queryFn: () => replayFailure(transaction),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (replay.data) return explainError(replay.data, t);
  return transaction.failure;
}

/** @returns the error of the call, null where it does not fail this time (another transaction of its block mattered). */
async function replayFailure(transaction: Transaction): Promise<Error | null> {
  const client = await getPublicClient();
  try {
    await client.call({
      account: transaction.from.address,
      to: transaction.to?.address ?? null,
      data: transaction.input as Hex,
      value: BigInt(transaction.valueAtto),
      gas: BigInt(transaction.gasLimit),
      blockNumber: BigInt(transaction.blockNumber - 1),
    });
    return null;
  } catch (error) {
    return error instanceof Error ? error : null;
  }
}
