// One transaction in full: from the node, with its logs and call decoded, its token moves from the read model, and
// for a failed one the reason, found by running it again on the state before its block (only while the node keeps it).
import { decodeRevert } from "@cybermiles/contracts/errors";
import {
  type Abi,
  type Hex,
  type PublicClient,
  TransactionNotFoundError,
  TransactionReceiptNotFoundError,
} from "viem";
import type { Transaction } from "../api/schema/explorer.ts";
import { ApiError } from "../http/apiError.ts";
import { decodeCall, decodeLog } from "./decodeCalls.ts";
import { labelsFor } from "./labels.ts";
import { type ExplorerParts, listTransfers } from "./listTransactions.ts";

type ChainTransaction = Awaited<ReturnType<PublicClient["getTransaction"]>>;
type Receipt = Awaited<ReturnType<PublicClient["getTransactionReceipt"]>>;

export async function readTransaction(
  parts: ExplorerParts & { client: PublicClient },
  hash: Hex,
): Promise<Transaction> {
  const { client, known, store } = parts;
  const transaction = await client.getTransaction({ hash }).catch((error: unknown) => {
    if (error instanceof TransactionNotFoundError)
      throw new ApiError("not_found", `There is no transaction ${hash}.`);
    throw error;
  });
  const receipt = await client.getTransactionReceipt({ hash }).catch((error: unknown) => {
    if (error instanceof TransactionReceiptNotFoundError) return null;
    throw error;
  });
  const block = receipt ? await client.getBlock({ blockNumber: receipt.blockNumber }) : null;
  const to = transaction.to?.toLowerCase() ?? null;
  const from = transaction.from.toLowerCase();
  const logs = (receipt?.logs ?? []).map((log) => ({ ...log, address: log.address.toLowerCase() as Hex }));
  const labels = await labelsFor(store, known, [from, to, ...logs.map((log) => log.address)]);
  const transfers = await listTransfers(parts, { tx: hash, limit: 100 });
  const gasPrice = receipt?.effectiveGasPrice ?? transaction.gasPrice ?? transaction.maxFeePerGas ?? 0n;
  const abisFor = (address: string | null): Abi[] =>
    address === null ? [] : [known.abiOf(address), known.allAbi];
  return {
    hash,
    status: receipt === null ? "pending" : receipt.status === "success" ? "success" : "failed",
    blockNumber: Number(receipt?.blockNumber ?? 0n),
    blockHash: receipt?.blockHash ?? null,
    index: receipt?.transactionIndex ?? null,
    atSec: Number(block?.timestamp ?? 0n),
    from: labels(from),
    to: to === null ? null : labels(to),
    contractAddress: (receipt?.contractAddress?.toLowerCase() as Hex | undefined) ?? null,
    valueAtto: String(transaction.value),
    feeAtto: String((receipt?.gasUsed ?? 0n) * gasPrice),
    isSuccess: receipt?.status === "success",
    method:
      transaction.input.length >= 10 && to !== null ? known.methodOf(transaction.input.slice(0, 10)) : null,
    nonce: transaction.nonce,
    type: transaction.type,
    gasLimit: String(transaction.gas),
    gasUsed: receipt === null ? null : String(receipt.gasUsed),
    gasPriceAtto: String(gasPrice),
    input: transaction.input,
    call: decodeCall(abisFor(to), transaction.input),
    failure: receipt?.status === "reverted" ? await reasonOf(client, transaction, receipt) : null,
    logs: logs.map((log) => {
      const decoded = decodeLog(abisFor(log.address), log);
      return {
        address: labels(log.address),
        index: log.logIndex,
        event: decoded?.event ?? null,
        args: decoded?.args ?? [],
        topics: log.topics as Hex[],
        data: log.data,
      };
    }),
    transfers: transfers.data,
  };
}

async function reasonOf(
  client: PublicClient,
  transaction: ChainTransaction,
  receipt: Receipt,
): Promise<string | null> {
  if (receipt.gasUsed === transaction.gas) return "Out of gas";
  try {
    await client.call({
      account: transaction.from,
      to: transaction.to,
      data: transaction.input,
      value: transaction.value,
      gas: transaction.gas,
      blockNumber: receipt.blockNumber - 1n,
    });
    return null; // it depended on an earlier transaction of its block
  } catch (error) {
    return decodeRevert(error)?.text ?? null;
  }
}
