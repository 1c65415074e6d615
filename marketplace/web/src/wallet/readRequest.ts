/**
 * Reads a signature request aloud: which sentence (texts of namespace "wallet", keys under `read.`) with which values,
 * which facts, and whether the wallet understands it at all. Pure but for viem's decoders.
 * What is not one of our contracts or types is shown raw, with a warning.
 */
import { arbiterRegistryAbi } from "@cybermiles/contracts/abi/arbiterRegistry";
import { checkoutAbi } from "@cybermiles/contracts/abi/checkout";
import { depositFactoryAbi } from "@cybermiles/contracts/abi/depositFactory";
import { escrowAbi } from "@cybermiles/contracts/abi/escrow";
import { listingsAbi } from "@cybermiles/contracts/abi/listings";
import { merchantRegistryAbi } from "@cybermiles/contracts/abi/merchantRegistry";
import { profilesAbi } from "@cybermiles/contracts/abi/profiles";
import { rewardsProgramAbi } from "@cybermiles/contracts/abi/rewardsProgram";
import {
  type Abi,
  decodeFunctionData,
  erc20Abi,
  type Hex,
  hexToString,
  isHex,
  type TypedDataDefinition,
} from "viem";
import type { MarketplaceConfig } from "../../../src/api/schema/config.ts";
import type { Address } from "./connection.ts";
import type { SignRequest } from "./prompts.ts";

export type Fact = { label: FactLabel } & (
  | { kind: "money"; amountAtto: bigint; currency: string }
  | { kind: "address"; address: string }
  | { kind: "text"; text: string }
  | { kind: "time"; atSec: number }
);

export type FactLabel =
  | "to"
  | "contract"
  | "pays"
  | "feeAtMost"
  | "spender"
  | "expires"
  | "statement"
  | "site";

export interface Reading {
  /** key under `read.` */
  sentence: string;
  values: Record<string, string>;
  facts: Fact[];
  /** the whole request, for those who want to see it */
  raw: string;
  /** nothing is known about it: sign only if you know what it is */
  isUnknown: boolean;
}

const ABIS: Partial<Record<keyof MarketplaceConfig["contracts"], Abi>> = {
  arbiterRegistry: arbiterRegistryAbi,
  checkout: checkoutAbi,
  depositFactory: depositFactoryAbi,
  escrow: escrowAbi,
  listings: listingsAbi,
  merchantRegistry: merchantRegistryAbi,
  profiles: profilesAbi,
  rewardsProgram: rewardsProgramAbi,
};

const NATIVE = "0x0000000000000000000000000000000000000000";

export function readRequest(request: SignRequest, config: MarketplaceConfig): Reading {
  if (request.type === "message") return readMessage(request.message);
  if (request.type === "typedData") return readTypedData(request.typedData, config);
  return readTransaction(request.transaction as unknown as TransactionFields, config);
}

interface TransactionFields {
  to?: string | null;
  value?: bigint;
  data?: Hex;
  gas?: bigint;
  maxFeePerGas?: bigint;
  gasPrice?: bigint;
}

function readTransaction(tx: TransactionFields, config: MarketplaceConfig): Reading {
  const { to, value = 0n, data = "0x" } = tx;
  const feeAtto = (tx.gas ?? 0n) * (tx.maxFeePerGas ?? tx.gasPrice ?? 0n);
  const facts: Fact[] = [];
  if (value > 0n) facts.push({ label: "pays", kind: "money", amountAtto: value, currency: NATIVE });
  const fee: Fact = { label: "feeAtMost", kind: "money", amountAtto: feeAtto, currency: NATIVE };
  const raw = stringify({ to, value, data });
  if (!to) return { sentence: "deploy", values: {}, facts: [...facts, fee], raw, isUnknown: true };
  if (data === "0x") {
    facts.push({ label: "to", kind: "address", address: to }, fee);
    return { sentence: "send", values: {}, facts, raw, isUnknown: false };
  }
  const name = contractName(to, config);
  const abi = name ? ABIS[name] : undefined;
  if (name && abi) {
    const call = decodeFunctionData({ abi, data });
    facts.push({ label: "contract", kind: "text", text: name }, fee);
    const args = nameArgs(abi, call.functionName, call.args ?? []);
    return {
      sentence: `call.${name}.${call.functionName}`,
      values: flatten(args),
      facts,
      raw: stringify({ to, value, function: call.functionName, args }),
      isUnknown: false,
    };
  }
  return readTokenCall(to as Address, data, [...facts], fee, raw, config);
}

function readTokenCall(
  token: Address,
  data: Hex,
  facts: Fact[],
  fee: Fact,
  raw: string,
  config: MarketplaceConfig,
): Reading {
  const isListed = config.currencies.some((currency) => currency.address === token.toLowerCase());
  try {
    const call = decodeFunctionData({ abi: erc20Abi, data });
    const [to, amountAtto] = call.args as readonly [string, bigint];
    if (call.functionName === "approve" || call.functionName === "transfer") {
      facts.push({ label: "pays", kind: "money", amountAtto, currency: token });
      const name = contractName(to, config);
      if (call.functionName === "transfer") facts.push({ label: "to", kind: "address", address: to });
      else facts.push({ label: "spender", kind: "text", text: name ?? to });
      const isUnknown = call.functionName === "approve" && name !== "escrow";
      return {
        sentence: `token.${call.functionName}`,
        values: {},
        facts: [...facts, fee],
        raw,
        isUnknown: isUnknown || !isListed,
      };
    }
  } catch {
    // Not an ERC-20 call: shown raw below.
  }
  facts.push({ label: "contract", kind: "address", address: token }, fee);
  return { sentence: "unknownCall", values: {}, facts, raw, isUnknown: true };
}

function readTypedData(typedData: TypedDataDefinition, config: MarketplaceConfig): Reading {
  const { domain, primaryType, message } = typedData as {
    domain?: { verifyingContract?: string; chainId?: number | bigint; name?: string };
    primaryType: string;
    message: Record<string, unknown>;
  };
  const raw = stringify({ domain, primaryType, message });
  const isOurs =
    Number(domain?.chainId) === config.chain.chainId &&
    domain?.verifyingContract !== undefined &&
    contractName(domain.verifyingContract, config) !== null;
  const facts: Fact[] = [];
  if (domain?.verifyingContract) {
    const name = contractName(domain.verifyingContract, config);
    facts.push(
      name
        ? { label: "contract", kind: "text", text: name }
        : { label: "contract", kind: "address", address: domain.verifyingContract },
    );
  }
  if (primaryType === "Permit") {
    facts.push({
      label: "pays",
      kind: "money",
      amountAtto: BigInt(message.value as string | bigint),
      currency: domain?.verifyingContract ?? NATIVE,
    });
    facts.push({ label: "spender", kind: "address", address: String(message.spender) });
    return { sentence: "typed.Permit", values: flatten(message), facts, raw, isUnknown: true };
  }
  if (isOurs && primaryType === "Intent") {
    facts.push(
      {
        label: "pays",
        kind: "money",
        amountAtto: BigInt(message.amount as string),
        currency: String(message.currency),
      },
      { label: "expires", kind: "time", atSec: Number(message.deadlineSec) },
    );
    return { sentence: "typed.Intent", values: flatten(message), facts, raw, isUnknown: false };
  }
  if (isOurs && primaryType === "PublishKey") {
    facts.push({ label: "expires", kind: "time", atSec: Number(message.deadlineSec) });
    return { sentence: "typed.PublishKey", values: flatten(message), facts, raw, isUnknown: false };
  }
  return { sentence: "typed.unknown", values: { type: primaryType }, facts, raw, isUnknown: true };
}

function readMessage(message: unknown): Reading {
  const text = messageText(message);
  const siwe = /^(\S+) wants you to sign in with your Ethereum account:/.exec(text);
  if (siwe) {
    const site = siwe[1] ?? "";
    return {
      sentence: "signIn",
      values: { site },
      facts: [{ label: "site", kind: "text", text: site }],
      raw: text,
      // A page that asks for a signature over another site's sign-in is phishing.
      isUnknown: site !== location.host,
    };
  }
  return {
    sentence: "message",
    values: {},
    facts: [{ label: "statement", kind: "text", text }],
    raw: text,
    isUnknown: true,
  };
}

function messageText(message: unknown): string {
  if (typeof message === "string") return message;
  const raw = (message as { raw?: unknown }).raw;
  if (isHex(raw)) return hexToString(raw);
  return raw instanceof Uint8Array ? new TextDecoder().decode(raw) : String(message);
}

function contractName(
  address: string,
  config: MarketplaceConfig,
): keyof MarketplaceConfig["contracts"] | null {
  const lower = address.toLowerCase();
  for (const [name, known] of Object.entries(config.contracts)) {
    if (known.toLowerCase() === lower) return name as keyof MarketplaceConfig["contracts"];
  }
  return null;
}

function nameArgs(abi: Abi, functionName: string, args: readonly unknown[]): Record<string, unknown> {
  const item = abi.find((entry) => entry.type === "function" && entry.name === functionName);
  const inputs = item && "inputs" in item ? item.inputs : [];
  return Object.fromEntries(args.map((value, index) => [inputs[index]?.name || `arg${index}`, value]));
}

/** Scalars as text; lists as their length under `<name>Count`. Shares in basis points as percent. */
function flatten(args: Record<string, unknown>): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(args)) {
    if (Array.isArray(value)) values[`${name}Count`] = String(value.length);
    else if (/Bps$/.test(name)) values[name] = `${Number(value) / 100}%`;
    else if (typeof value !== "object") values[name] = String(value);
  }
  return values;
}

function stringify(value: unknown): string {
  return JSON.stringify(value, (_, item) => (typeof item === "bigint" ? item.toString() : item), 2);
}
