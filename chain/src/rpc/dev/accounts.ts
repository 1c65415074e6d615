/**
 * Signing for the well-known development accounts, and sending for impersonated ones. `--dev` only.
 */
import { isHex } from "viem";
import type { HDAccount } from "viem/accounts";
import { bytesToHex, type Hex } from "../../encoding/hex.ts";
import { decodeTransaction } from "../../transaction/decodeTransaction.ts";
import { impersonatedTransaction, type UnsignedTransaction } from "../../transaction/encodeTransaction.ts";
import { parseCall } from "../callRequest.ts";
import type { Method, Methods, RpcContext } from "../context.ts";
import { submitOrRefuse } from "../methods/submission.ts";
import { address, data, object, optional, uint64 } from "../params.ts";
import { serverError } from "../rpcError.ts";

type TypedData = Parameters<HDAccount["signTypedData"]>[0];

export function accountMethods(
  context: RpcContext,
  accounts: readonly HDAccount[],
  regular: Methods,
): Methods {
  const own = new Map(accounts.map((account) => [account.address.toLowerCase() as Hex, account]));
  const impersonated = new Set<Hex>();
  let impersonatesAll = false;
  const signer = (who: unknown): HDAccount => {
    const account = own.get(address(who, "from"));
    if (account === undefined) throw serverError(`unknown account ${String(who)}`);
    return account;
  };
  const sign = (account: HDAccount, message: unknown) =>
    account.signMessage({ message: isHex(message) ? { raw: message } : String(message) });
  const impersonate: Method = ([who]) => {
    impersonated.add(address(who, "address"));
    return null;
  };
  const stopImpersonating: Method = ([who]) => {
    impersonated.delete(address(who, "address"));
    return null;
  };
  const signRaw = async (request: unknown) => {
    const unsigned = await complete(context, regular, request);
    const account = own.get(unsigned.from);
    if (account === undefined) throw serverError(`unknown account ${unsigned.from}`);
    return signWith(account, unsigned);
  };
  const signTypedData: Method = ([who, typed]) => {
    const parsed = typeof typed === "string" ? JSON.parse(typed) : object(typed, "typed data");
    return signer(who).signTypedData(parsed as TypedData);
  };

  return {
    eth_accounts: () => accounts.map((account) => account.address.toLowerCase()),
    eth_requestAccounts: () => accounts.map((account) => account.address.toLowerCase()),
    eth_sign: ([who, message]) => sign(signer(who), message),
    personal_sign: ([message, who]) => sign(signer(who), message),
    eth_signTypedData_v4: signTypedData,
    eth_signTypedData: signTypedData,
    eth_signTransaction: async ([request]) => ({ raw: await signRaw(request) }),
    eth_sendTransaction: async ([request]) => {
      const from = address(object(request, "transaction").from, "from");
      const account = own.get(from);
      if (account === undefined && !impersonatesAll && !impersonated.has(from))
        throw serverError(`unknown account ${from}`);
      const unsigned = await complete(context, regular, request);
      const tx = account
        ? decodeTransaction(data(await signWith(account, unsigned), "transaction"))
        : impersonatedTransaction(unsigned);
      await submitOrRefuse(context, tx);
      return tx.hash;
    },
    anvil_impersonateAccount: impersonate,
    hardhat_impersonateAccount: impersonate,
    anvil_stopImpersonatingAccount: stopImpersonating,
    hardhat_stopImpersonatingAccount: stopImpersonating,
    anvil_autoImpersonateAccount: ([enabled]) => {
      impersonatesAll = enabled === true;
      return null;
    },
  };
}

/** Fills in what the caller left to the node: nonce, gas and prices. */
async function complete(
  context: RpcContext,
  regular: Methods,
  request: unknown,
): Promise<UnsignedTransaction> {
  const fields = object(request, "transaction");
  const call = parseCall(request);
  const tip =
    call.fees?.maxPriorityFeePerGas ??
    BigInt((await regular.eth_maxPriorityFeePerGas?.([], undefined)) as Hex);
  const gasPrice = BigInt((await regular.eth_gasPrice?.([], undefined)) as Hex);
  const { authorizationList: _, ...estimated } = fields;
  const gasLimit =
    call.gasLimit ?? BigInt((await regular.eth_estimateGas?.([estimated, "pending"], undefined)) as Hex);
  return {
    chainId: context.preset.chainId,
    from: call.from,
    nonce: optional(fields.nonce, "nonce", uint64) ?? context.mempool.nextNonce(call.from),
    maxPriorityFeePerGas: tip,
    maxFeePerGas: call.fees?.maxFeePerGas ?? gasPrice * 2n,
    gasLimit,
    to: call.to,
    value: call.value,
    data: call.data,
    accessList: call.accessList,
  };
}

function signWith(account: HDAccount, tx: UnsignedTransaction): Promise<Hex> {
  return account.signTransaction({
    type: "eip1559",
    chainId: tx.chainId,
    nonce: Number(tx.nonce),
    maxFeePerGas: tx.maxFeePerGas,
    maxPriorityFeePerGas: tx.maxPriorityFeePerGas,
    gas: tx.gasLimit,
    ...(tx.to !== undefined && { to: tx.to }),
    value: tx.value,
    data: bytesToHex(tx.data),
    accessList: tx.accessList.map(({ address: who, storageKeys }) => ({
      address: who,
      storageKeys: [...storageKeys],
    })),
  });
}
