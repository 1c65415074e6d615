/**
 * Why a transaction cannot stand in a block, or undefined when it can: the checks before execution (Yellow Paper 6.2 with
 * EIP-1559, 2681, 3607, 3860, 7623, 7702, 7825). The texts are geth's, because wallets and libraries parse them.
 */
import { EMPTY_CODE_HASH } from "../crypto/keccak256.ts";
import type { Account } from "../state/stateReader.ts";
import { isImpersonated, maximumCost, type Transaction } from "../transaction/transaction.ts";
import { floorGas, intrinsicGas } from "./intrinsicGas.ts";
import type { Rules } from "./rules.ts";

export const MAX_INIT_CODE_BYTES = 49_152;
const MAX_NONCE = 2n ** 64n - 1n;
const MAX_FEE_ATTO = 2n ** 256n - 1n;

export type RuleLimits = { chainId: number; rules: Rules; transactionGasCap: bigint; blockGasLimit: bigint };

/** Independent of state: checked once, on arrival. */
export function staticFault(tx: Transaction, limits: RuleLimits): string | undefined {
  if (tx.chainId !== undefined && tx.chainId !== BigInt(limits.chainId))
    return `invalid chain id for signer: have ${tx.chainId} want ${limits.chainId}`;
  if (tx.type === 4 && !limits.rules.hasAuthorizations) return "transaction type not supported";
  if (tx.nonce >= MAX_NONCE) return "nonce has max value";
  if (tx.gasLimit > limits.blockGasLimit) return "exceeds block gas limit";
  if (limits.rules.hasTransactionGasCap && tx.gasLimit > limits.transactionGasCap)
    return `transaction gas limit too high (cap: ${limits.transactionGasCap}, tx: ${tx.gasLimit})`;
  if (tx.maxFeePerGas < tx.maxPriorityFeePerGas)
    return `max priority fee per gas higher than max fee per gas: address ${tx.from}, maxPriorityFeePerGas: ${tx.maxPriorityFeePerGas}, maxFeePerGas: ${tx.maxFeePerGas}`;
  if (tx.gasLimit * tx.maxFeePerGas > MAX_FEE_ATTO) return "gas limit times max fee per gas exceeds 256 bits";
  if (tx.to === undefined && tx.data.length > MAX_INIT_CODE_BYTES)
    return `max initcode size exceeded: code size ${tx.data.length}, limit ${MAX_INIT_CODE_BYTES}`;
  const intrinsic = intrinsicGas(tx);
  if (tx.gasLimit < intrinsic)
    return `intrinsic gas too low: gas ${tx.gasLimit}, minimum needed ${intrinsic}`;
  const floor = floorGas(tx, limits.rules);
  if (tx.gasLimit < floor)
    return `insufficient gas for floor data gas cost: gas ${tx.gasLimit}, minimum needed ${floor}`;
  return undefined;
}

export type SenderState = { account: Account | undefined; isDelegated: boolean };

/** At the moment of execution. */
export function executionFault(
  tx: Transaction,
  sender: SenderState,
  baseFeePerGas: bigint,
): string | undefined {
  const nonce = sender.account?.nonce ?? 0n;
  const balance = sender.account?.balance ?? 0n;
  if (tx.nonce < nonce) return nonceTooLow(tx, nonce);
  if (tx.nonce > nonce) return `nonce too high: address ${tx.from}, tx: ${tx.nonce} state: ${nonce}`;
  const hasCode = (sender.account?.codeHash ?? EMPTY_CODE_HASH) !== EMPTY_CODE_HASH;
  if (hasCode && !sender.isDelegated && !isImpersonated(tx)) return `sender not an eoa: address ${tx.from}`;
  if (tx.maxFeePerGas < baseFeePerGas)
    return `max fee per gas less than block base fee: address ${tx.from}, maxFeePerGas: ${tx.maxFeePerGas}, baseFee: ${baseFeePerGas}`;
  if (balance < maximumCost(tx)) return insufficientFunds(tx.from, balance, maximumCost(tx));
  return undefined;
}

export function nonceTooLow(tx: Pick<Transaction, "from" | "nonce">, stateNonce: bigint): string {
  return `nonce too low: address ${tx.from}, tx: ${tx.nonce} state: ${stateNonce}`;
}

export function insufficientFunds(from: string, haveAtto: bigint, wantAtto: bigint): string {
  return `insufficient funds for gas * price + value: address ${from} have ${haveAtto} want ${wantAtto}`;
}
