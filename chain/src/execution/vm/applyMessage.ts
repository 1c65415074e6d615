/**
 * Ethereum's transition of one message (Yellow Paper 6.2) on the kernel: warm what the rules warm, take the gas, bump the nonce,
 * set delegations, call or create, refund, pay the beneficiary, remove what is gone. The caller has checked validity.
 */
import * as at from "../../../vm/assembly/layout.ts";
import type { Hex } from "../../encoding/hex.ts";
import { type AccessListEntry, effectiveTip } from "../../transaction/transaction.ts";
import type { BlockEnvironment, Message, MessageResult } from "../execution.ts";
import { floorGas, intrinsicGas } from "../intrinsicGas.ts";
import type { Rules } from "../rules.ts";
import { applyAuthorizations } from "./authorizations.ts";
import { createdAddress } from "./createdAddress.ts";
import { HALT_REASONS } from "./haltReasons.ts";
import type { Kernel, Pointer } from "./kernel.ts";
import { readLogs } from "./readLogs.ts";

export type ApplyOptions = {
  environment: BlockEnvironment;
  chainId: number;
  rules: Rules;
  burnBaseFee: boolean;
  reportAccessList?: boolean;
};

/** EIP-3529. */
const MAX_REFUND_QUOTIENT = 5n;
const MAX_GAS = 2n ** 63n - 1n;
/** Without blobs the price of blob gas stays at its least (EIP-4844). */
const BLOB_BASE_FEE = 1n;

const INSUFFICIENT_BALANCE = "insufficient balance";

export function applyMessage(kernel: Kernel, message: Message, options: ApplyOptions): MessageResult {
  return kernel.run(() => apply(kernel, message, options));
}

function apply(kernel: Kernel, message: Message, options: ApplyOptions): MessageResult {
  const { environment, rules } = options;
  if (message.gasLimit > MAX_GAS) throw new RangeError(`gas limit above 2^63: ${message.gasLimit}`);
  const baseFee = message.fees === undefined ? 0n : environment.baseFeePerGas;
  const tip = message.fees === undefined ? 0n : effectiveTip(message.fees, baseFee);
  const gasPrice = baseFee + tip;
  kernel.exports.beginTransaction(kernel.tracer === undefined ? 0 : 1, reservedBytes(message.gasLimit));
  writeEnvironment(kernel, message, options, baseFee, gasPrice);

  const sender = kernel.accountOf(message.from);
  const coinbase = kernel.accountOf(environment.coinbase);
  const target = message.to === undefined ? undefined : kernel.accountOf(message.to);
  warm(kernel, message, [sender, coinbase, target]);
  const nonce = kernel.nonceOf(sender);
  kernel.setNonce(sender, nonce + 1n);
  kernel.setBalance(sender, kernel.balanceOf(sender) - message.gasLimit * gasPrice);
  const authorizationRefund = applyAuthorizations(kernel, message.authorizationList, options.chainId);

  const intrinsic = intrinsicGas(message);
  const end = runMessage(kernel, message, sender, target, nonce, message.gasLimit - intrinsic);
  const gasLeft = kernel.view.getBigInt64(at.IO_GAS, true);
  const spent = message.gasLimit - gasLeft;
  const earned = authorizationRefund + kernel.view.getBigInt64(at.IO_REFUND, true);
  const refund = min(earned, spent / MAX_REFUND_QUOTIENT);
  const gasUsed = max(spent - refund, floorGas(message, rules));

  kernel.setBalance(sender, kernel.balanceOf(sender) + (message.gasLimit - gasUsed) * gasPrice);
  const reward = gasUsed * (options.burnBaseFee ? tip : gasPrice);
  kernel.setBalance(coinbase, kernel.balanceOf(coinbase) + reward);
  const result = describe(kernel, message, end, nonce);
  const accessList = options.reportAccessList ? accessed(kernel, [sender, coinbase, target]) : [];
  kernel.exports.endTransaction();
  return { ...result, gasUsed, refundedGas: refund, accessList };
}

/** How it ended, or undefined where the sender cannot pay the value (calls only: transactions were checked). */
function runMessage(
  kernel: Kernel,
  message: Message,
  sender: Pointer,
  target: Pointer | undefined,
  nonce: bigint,
  gas: bigint,
): number | undefined {
  kernel.view.setBigInt64(at.IO_GAS, gas, true);
  kernel.view.setBigInt64(at.IO_REFUND, 0n, true);
  kernel.view.setUint32(at.IO_RETURN_LENGTH, 0, true);
  if (kernel.balanceOf(sender) < message.value) return undefined;
  kernel.setWord(at.IO_VALUE, message.value);
  kernel.bytes.set(message.data, at.INPUT);
  if (target !== undefined) return kernel.exports.messageCall(sender, target, message.data.length);
  const [low, high] = [Number(nonce & 0xffffffffn), Number(nonce >> 32n)];
  return kernel.exports.messageCreation(sender, low, high, message.data.length);
}

function writeEnvironment(
  kernel: Kernel,
  message: Message,
  { environment, chainId }: ApplyOptions,
  baseFee: bigint,
  gasPrice: bigint,
): void {
  kernel.setWord(at.ENV_ORIGIN, BigInt(message.from));
  kernel.setWord(at.ENV_GAS_PRICE, gasPrice);
  kernel.setWord(at.ENV_COINBASE, BigInt(environment.coinbase));
  kernel.setWord(at.ENV_TIMESTAMP, BigInt(environment.timestampSec));
  kernel.setWord(at.ENV_NUMBER, BigInt(environment.number));
  kernel.setWord(at.ENV_PREVRANDAO, BigInt(environment.prevRandao));
  kernel.setWord(at.ENV_GAS_LIMIT, environment.gasLimit);
  kernel.setWord(at.ENV_CHAIN_ID, BigInt(chainId));
  kernel.setWord(at.ENV_BASE_FEE, baseFee);
  kernel.setWord(at.ENV_BLOB_BASE_FEE, BLOB_BASE_FEE);
}

/** Precompiles are always warm; the kernel knows them. */
function warm(kernel: Kernel, message: Message, accounts: readonly (Pointer | undefined)[]): void {
  for (const account of accounts) if (account !== undefined) kernel.exports.warmAccount(account);
  for (const { address, storageKeys } of message.accessList) {
    const account = kernel.accountOf(address);
    kernel.exports.warmAccount(account);
    for (const key of storageKeys) kernel.warmSlot(account, key);
  }
}

/**
 * The most memory that this gas can buy: cost grows with the square, so equal shares in all frames of the deepest nesting
 * (3w + w^2/512 gas for w words each). Twice that, for init codes are copied.
 */
function reservedBytes(gasLimit: bigint): number {
  const gasPerFrame = Number(gasLimit) / (at.MAX_DEPTH + 1);
  const words = 256 * (Math.sqrt(9 + gasPerFrame / 128) - 3);
  return Math.min(2 * 32 * words * (at.MAX_DEPTH + 1), MOST_RESERVED_BYTES);
}

/** For the absurd gas of some test vectors; beyond it, memory grows while it runs. */
const MOST_RESERVED_BYTES = 512 * 1024 * 1024;

function describe(
  kernel: Kernel,
  message: Message,
  end: number | undefined,
  nonce: bigint,
): Pick<MessageResult, "outcome" | "haltReason" | "returnData" | "logs" | "contractAddress"> {
  const outcome = end === at.SUCCESS ? "success" : end === at.REVERT ? "revert" : "halt";
  const reason = end === undefined ? INSUFFICIENT_BALANCE : HALT_REASONS[end];
  return {
    outcome,
    haltReason: outcome === "halt" ? reason : undefined,
    returnData: outcome === "halt" ? new Uint8Array(0) : kernel.returnData(),
    logs: outcome === "success" ? readLogs(kernel, at.LOGS, kernel.exports.logsTop()) : [],
    contractAddress: message.to === undefined ? createdAddress(message.from, nonce) : undefined,
  };
}

/** Everything looked at in this call, reverted frames included; the always warm accounts only with their storage. */
function accessed(kernel: Kernel, alwaysWarm: readonly (Pointer | undefined)[]): AccessListEntry[] {
  const keys = new Map<Pointer, Hex[]>();
  for (let slot: Pointer = at.SLOTS; slot < kernel.exports.slotsEnd(); slot += at.SLOT_BYTES) {
    const owner = kernel.view.getUint32(slot + at.SLOT_OWNER, true);
    if ((owner & 1) === 1) continue;
    const known = keys.get(owner) ?? [];
    known.push(kernel.slotKey(slot));
    keys.set(owner, known);
  }
  const entries: AccessListEntry[] = [];
  for (
    let account: Pointer = at.ACCOUNTS;
    account < kernel.exports.accountsEnd();
    account += at.ACCOUNT_BYTES
  ) {
    const storageKeys = keys.get(account) ?? [];
    const isPrecompile = kernel.view.getUint32(account + at.ACCOUNT_PRECOMPILE, true) !== 0;
    if (storageKeys.length === 0 && (isPrecompile || alwaysWarm.includes(account))) continue;
    entries.push({ address: kernel.addressAt(account), storageKeys });
  }
  return entries;
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
