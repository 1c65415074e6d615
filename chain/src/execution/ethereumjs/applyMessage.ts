/**
 * Ethereum's transition of one message (Yellow Paper 6.2, Osaka): warm what the rules warm, take the gas, bump the nonce,
 * set delegations, call or create, refund, pay the beneficiary, remove what destroyed itself. The caller has checked validity.
 * Only the inside of the call is `@ethereumjs/evm`'s.
 */

import type { EVMResult } from "@ethereumjs/evm";
import { Address } from "@ethereumjs/util";
import { bytesToHex, type Hex, hexToBytes } from "../../encoding/hex.ts";
import type { AccessListEntry } from "../../transaction/transaction.ts";
import { effectiveTip } from "../../transaction/transaction.ts";
import type { BlockEnvironment, Message, MessageResult } from "../execution.ts";
import { floorGas, intrinsicGas } from "../intrinsicGas.ts";
import type { Rules } from "../rules.ts";
import { applyAuthorizations } from "./authorizations.ts";
import type { Machine } from "./machine.ts";

export type ApplyOptions = {
  environment: BlockEnvironment;
  chainId: number;
  rules: Rules;
  burnBaseFee: boolean;
  reportAccessList?: boolean;
};

/** EIP-3529. */
const MAX_REFUND_QUOTIENT = 5n;

export async function applyMessage(
  machine: Machine,
  message: Message,
  options: ApplyOptions,
): Promise<MessageResult> {
  const { evm, state } = machine;
  const { environment } = options;
  const overlay = state.overlay;
  const baseFee = message.fees === undefined ? 0n : environment.baseFeePerGas;
  const tip = message.fees === undefined ? 0n : effectiveTip(message.fees, baseFee);
  const gasPrice = baseFee + tip;
  overlay.beginTransaction();
  evm.journal.cleanJournal();
  evm.transientStorage.clear();
  if (options.reportAccessList) evm.journal.startReportingAccessList();
  warm(machine, message, environment.coinbase);

  const debit = message.gasLimit * gasPrice;
  overlay.updateAccount(message.from, ({ nonce, balance }) => ({
    nonce: nonce + 1n,
    balance: balance - debit,
  }));
  const authorizationRefund = applyAuthorizations(
    overlay,
    message.authorizationList,
    options.chainId,
    (authority) => evm.journal.addAlwaysWarmAddress(authority),
  );

  const intrinsic = intrinsicGas(message);
  const result = await evm.runCall({
    block: evmBlock(environment, baseFee),
    gasPrice,
    caller: new Address(hexToBytes(message.from)),
    gasLimit: message.gasLimit - intrinsic,
    ...(message.to !== undefined && { to: new Address(hexToBytes(message.to)) }),
    value: message.value,
    data: message.data,
    skipNonceIncrement: true,
  });
  const spent = intrinsic + result.execResult.executionGasUsed;
  const refund = min(authorizationRefund + (result.execResult.gasRefund ?? 0n), spent / MAX_REFUND_QUOTIENT);
  const gasUsed = max(spent - refund, floorGas(message, options.rules));

  overlay.updateAccount(message.from, ({ balance }) => ({
    balance: balance + (message.gasLimit - gasUsed) * gasPrice,
  }));
  await payBeneficiary(machine, environment.coinbase, gasUsed * (options.burnBaseFee ? tip : gasPrice));
  for (const address of result.execResult.selfdestruct?.keys() ?? [])
    if (result.execResult.createdAddresses?.has(address)) overlay.deleteAccount(address);
  const accessList = options.reportAccessList ? reportedAccessList(machine) : [];
  await evm.journal.cleanup();
  return {
    ...describe(result),
    gasUsed,
    refundedGas: refund,
    contractAddress: contractOf(message, result),
    accessList,
  };
}

function warm({ evm }: Machine, message: Message, coinbase: Hex): void {
  for (const precompile of evm.precompiles.keys()) evm.journal.addAlwaysWarmAddress(precompile);
  for (const address of [message.from, message.to, coinbase])
    if (address !== undefined) evm.journal.addAlwaysWarmAddress(address);
  for (const { address, storageKeys } of message.accessList) {
    evm.journal.addAlwaysWarmAddress(address, true);
    for (const key of storageKeys) evm.journal.addAlwaysWarmSlot(address, key, true);
  }
}

type EvmBlock = NonNullable<Parameters<Machine["evm"]["runCall"]>[0]["block"]>;

function evmBlock(environment: BlockEnvironment, baseFeePerGas: bigint): EvmBlock {
  return {
    header: {
      number: BigInt(environment.number),
      coinbase: new Address(hexToBytes(environment.coinbase)),
      timestamp: BigInt(environment.timestampSec),
      difficulty: 0n,
      prevRandao: hexToBytes(environment.prevRandao),
      gasLimit: environment.gasLimit,
      baseFeePerGas,
      getBlobGasPrice: () => 1n,
    },
  } as EvmBlock;
}

/** Through the journal, because paying nothing still touches the account (EIP-161 then removes an empty one). */
async function payBeneficiary({ evm, state }: Machine, coinbase: Hex, amountAtto: bigint): Promise<void> {
  state.overlay.updateAccount(coinbase, ({ balance }) => ({ balance: balance + amountAtto }));
  const address = new Address(hexToBytes(coinbase));
  const account = await state.getAccount(address);
  if (account !== undefined) await evm.journal.putAccount(address, account);
}

function describe({
  execResult,
}: EVMResult): Pick<MessageResult, "outcome" | "haltReason" | "returnData" | "logs"> {
  const error = execResult.exceptionError?.error;
  const outcome = error === undefined ? "success" : error === "revert" ? "revert" : "halt";
  return {
    outcome,
    haltReason: outcome === "halt" ? error : undefined,
    returnData: outcome === "halt" ? new Uint8Array(0) : execResult.returnValue,
    logs: (outcome === "success" ? (execResult.logs ?? []) : []).map(([address, topics, data]) => ({
      address: bytesToHex(address),
      topics: topics.map(bytesToHex),
      data,
    })),
  };
}

function contractOf(message: Message, result: EVMResult): Hex | undefined {
  return message.to === undefined && result.createdAddress
    ? bytesToHex(result.createdAddress.bytes)
    : undefined;
}

function reportedAccessList({ evm }: Machine): AccessListEntry[] {
  return [...(evm.journal.accessList ?? [])].map(([address, slots]) => ({
    address: `0x${address}`,
    storageKeys: [...slots].map((slot): Hex => `0x${slot}`),
  }));
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
