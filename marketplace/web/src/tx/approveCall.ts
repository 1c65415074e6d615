/** Allows a contract exactly the tokens it is about to take; null where it may take that much already. */
import { erc20Abi } from "viem";
import { getPublicClient } from "../wallet/clients.ts";
import type { Address } from "../wallet/connection.ts";
import type { TxCall } from "./transactions.ts";

export async function approveCall(
  account: Address,
  token: Address,
  spender: Address,
  amountAtto: bigint,
): Promise<TxCall | null> {
  const client = await getPublicClient();
  const allowance = await client.readContract({
    address: token,
    abi: erc20Abi,
    functionName: "allowance",
    args: [account, spender],
  });
  if (allowance >= amountAtto) return null;
  return { address: token, abi: erc20Abi, functionName: "approve", args: [spender, amountAtto] };
}
