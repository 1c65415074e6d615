/**
 * The call object of eth_call, eth_estimateGas and the tracers, with state and block overrides, made into an engine message.
 * Without a gas price the call is free, as in geth: base fee zero, no balance needed for gas.
 */
import { type Hex, hexToBytes } from "../encoding/hex.ts";
import { withoutLeadingZeros } from "../encoding/integer.ts";
import type { BlockEnvironment, Message } from "../execution/execution.ts";
import { insufficientFunds } from "../execution/transactionRules.ts";
import type { HeaderWithHash } from "../state/chainStore.ts";
import { Overlay } from "../state/overlay.ts";
import type { StateReader } from "../state/stateReader.ts";
import type { AccessListEntry, Authorization } from "../transaction/transaction.ts";
import {
  address,
  array,
  data,
  hash,
  object,
  optional,
  quantityOf,
  safeInteger,
  uint64,
  wordOf,
} from "./params.ts";
import { invalidParams, serverError } from "./rpcError.ts";

const ZERO_ADDRESS: Hex = `0x${"0".repeat(40)}`;
const MAX_LIST = 10_000;

export type CallRequest = Omit<Message, "gasLimit"> & { gasLimit: bigint | undefined };

export function parseCall(value: unknown): CallRequest {
  const call = object(value, "transaction");
  const input = optional(call.input, "input", data);
  const legacyData = optional(call.data, "data", data);
  if (input && legacyData && Buffer.compare(input, legacyData) !== 0)
    throw invalidParams('both "data" and "input" are set and not equal; use "input"');
  return {
    from: optional(call.from, "from", address) ?? ZERO_ADDRESS,
    to: optional(call.to, "to", address),
    value: optional(call.value, "value", quantityOf) ?? 0n,
    data: input ?? legacyData ?? new Uint8Array(0),
    gasLimit: optional(call.gas ?? call.gasLimit, "gas", uint64),
    fees: parseFees(call),
    accessList: optional(call.accessList, "accessList", parseAccessList) ?? [],
    authorizationList: optional(call.authorizationList, "authorizationList", parseAuthorizations) ?? [],
  };
}

function parseFees(call: Record<string, unknown>): Message["fees"] {
  const gasPrice = optional(call.gasPrice, "gasPrice", quantityOf);
  const maxFeePerGas = optional(call.maxFeePerGas, "maxFeePerGas", quantityOf);
  const tip = optional(call.maxPriorityFeePerGas, "maxPriorityFeePerGas", quantityOf);
  if (gasPrice !== undefined && (maxFeePerGas !== undefined || tip !== undefined))
    throw invalidParams("both gasPrice and (maxFeePerGas or maxPriorityFeePerGas) specified");
  const max = gasPrice ?? maxFeePerGas ?? 0n;
  if (max === 0n) return undefined;
  if (tip !== undefined && tip > max)
    throw serverError(
      `max priority fee per gas higher than max fee per gas: maxPriorityFeePerGas: ${tip}, maxFeePerGas: ${max}`,
    );
  return { maxFeePerGas: max, maxPriorityFeePerGas: gasPrice ?? tip ?? 0n };
}

export function parseAccessList(value: unknown, name: string): AccessListEntry[] {
  return array(value, name, MAX_LIST).map((item) => {
    const entry = object(item, name);
    const keys =
      optional(entry.storageKeys, "storageKeys", (list) => array(list, "storageKeys", MAX_LIST)) ?? [];
    return {
      address: address(entry.address, "address"),
      storageKeys: keys.map((key) => wordOf(key, "storageKey")),
    };
  });
}

function parseAuthorizations(value: unknown, name: string): Authorization[] {
  return array(value, name, MAX_LIST).map((item) => {
    const entry = object(item, name);
    return {
      chainId: quantityOf(entry.chainId, "chainId"),
      address: address(entry.address, "address"),
      nonce: uint64(entry.nonce, "nonce"),
      yParity: safeInteger(entry.yParity ?? entry.v ?? 0, "yParity"),
      r: quantityOf(entry.r ?? 0, "r"),
      s: quantityOf(entry.s ?? 0, "s"),
    };
  });
}

/** A call in the context of an existing block, as geth does it. */
export function environmentOf({ header }: HeaderWithHash): BlockEnvironment {
  return header;
}

/**
 * Gives the call its gas: what was asked for, at most `cap`, and at most what the sender can pay for.
 * Refuses where the sender cannot pay the value, or nothing at the price offered.
 */
export function fundedMessage(
  call: CallRequest,
  cap: bigint,
  environment: BlockEnvironment,
  state: StateReader,
): Message {
  const wanted = call.gasLimit === undefined || call.gasLimit > cap ? cap : call.gasLimit;
  const balance = state.account(call.from)?.balance ?? 0n;
  if (balance < call.value) throw serverError(insufficientFunds(call.from, balance, call.value));
  if (call.fees === undefined) return { ...call, gasLimit: wanted };
  const { maxFeePerGas } = call.fees;
  if (maxFeePerGas < environment.baseFeePerGas)
    throw serverError(
      `max fee per gas less than block base fee: address ${call.from}, maxFeePerGas: ${maxFeePerGas}, baseFee: ${environment.baseFeePerGas}`,
    );
  const affordable = (balance - call.value) / maxFeePerGas;
  if (call.gasLimit !== undefined && affordable < wanted)
    throw serverError(insufficientFunds(call.from, balance, wanted * maxFeePerGas + call.value));
  return { ...call, gasLimit: affordable < wanted ? affordable : wanted };
}

export function withStateOverrides(state: StateReader, value: unknown): StateReader {
  const overrides = optional(value, "state override", object);
  if (overrides === undefined) return state;
  const overlay = new Overlay(state);
  for (const [key, item] of Object.entries(overrides))
    overrideAccount(overlay, address(key, "state override"), item);
  return overlay;
}

function overrideAccount(overlay: Overlay, who: Hex, item: unknown): void {
  const override = object(item, "state override");
  const balance = optional(override.balance, "balance", quantityOf);
  const nonce = optional(override.nonce, "nonce", uint64);
  overlay.updateAccount(who, (account) => ({
    balance: balance ?? account.balance,
    nonce: nonce ?? account.nonce,
  }));
  const code = optional(override.code, "code", data);
  if (code !== undefined) overlay.setCode(who, code);
  const whole = optional(override.state, "state", object);
  const part = optional(override.stateDiff, "stateDiff", object);
  if (whole && part) throw invalidParams(`account ${who} has both 'state' and 'stateDiff'`);
  if (whole) overlay.clearStorage(who);
  for (const [slot, word] of Object.entries(whole ?? part ?? {}))
    overlay.setStorage(
      who,
      wordOf(slot, "slot"),
      withoutLeadingZeros(hexToBytes(wordOf(word, "slot value"))),
    );
}

export function withBlockOverrides(environment: BlockEnvironment, value: unknown): BlockEnvironment {
  const overrides = optional(value, "block override", object);
  if (overrides === undefined) return environment;
  return {
    ...environment,
    number: optional(overrides.number, "number", safeInteger) ?? environment.number,
    timestampSec: optional(overrides.time, "time", safeInteger) ?? environment.timestampSec,
    gasLimit: optional(overrides.gasLimit, "gasLimit", uint64) ?? environment.gasLimit,
    coinbase:
      optional(overrides.feeRecipient ?? overrides.coinbase, "feeRecipient", address) ?? environment.coinbase,
    prevRandao:
      optional(overrides.prevRandao ?? overrides.random, "prevRandao", hash) ?? environment.prevRandao,
    baseFeePerGas:
      optional(overrides.baseFeePerGas ?? overrides.baseFee, "baseFeePerGas", quantityOf) ??
      environment.baseFeePerGas,
  };
}
