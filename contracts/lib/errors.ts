/**
 * Names a revert: decodes its data against the errors of all our contracts, OpenZeppelin's among them.
 * Browser-safe. `text` is plain English for logs and APIs; a screen translates by `name` and `args`.
 */
import { type Abi, type AbiParameter, BaseError, decodeErrorResult, type Hex, isHex } from "viem";
import { arbiterRegistryAbi } from "../abi/arbiterRegistry.ts";
import { checkoutAbi } from "../abi/checkout.ts";
import { currencyListAbi } from "../abi/currencyList.ts";
import { depositFactoryAbi } from "../abi/depositFactory.ts";
import { escrowAbi } from "../abi/escrow.ts";
import { listingsAbi } from "../abi/listings.ts";
import { merchantRegistryAbi } from "../abi/merchantRegistry.ts";
import { merchantTokenAbi } from "../abi/merchantToken.ts";
import { profilesAbi } from "../abi/profiles.ts";
import { rewardsProgramAbi } from "../abi/rewardsProgram.ts";

export interface DecodedRevert {
  /** Solidity error name: `OutOfStock`; also `Error` (a reason string) and `Panic` (a code). */
  readonly name: string;
  /** Arguments by name; numbers of up to 48 bits are numbers, larger ones bigint, as viem decodes them. */
  readonly args: Readonly<Record<string, unknown>>;
  /** `Out of stock: listing id 3, wanted 2, stock 1` */
  readonly text: string;
}

const abis: readonly Abi[] = [
  arbiterRegistryAbi,
  checkoutAbi,
  currencyListAbi,
  depositFactoryAbi,
  escrowAbi,
  listingsAbi,
  merchantRegistryAbi,
  merchantTokenAbi,
  profilesAbi,
  rewardsProgramAbi,
];

/** Every error of every contract; viem adds Error(string) and Panic(uint256) itself. */
const errorsAbi: Abi = abis.flatMap((abi) => abi.filter((item) => item.type === "error"));

/**
 * @param failure A viem error, a JSON-RPC error, or the revert data itself.
 * @returns undefined where it carries no revert data, or data of a contract that is not ours.
 */
export function decodeRevert(failure: unknown): DecodedRevert | undefined {
  const data = revertDataOf(failure);
  if (data === undefined || data === "0x") return undefined;
  try {
    const { errorName, args, abiItem } = decodeErrorResult({ abi: errorsAbi, data });
    const inputs: readonly AbiParameter[] = "inputs" in abiItem ? abiItem.inputs : [];
    const values: readonly unknown[] = (args as readonly unknown[] | undefined) ?? [];
    const entries = inputs.map((input, index) => [input.name || `arg${index}`, values[index]] as const);
    return { name: errorName, args: Object.fromEntries(entries), text: describe(errorName, entries) };
  } catch {
    return undefined;
  }
}

/** Revert data wherever viem or a JSON-RPC answer keeps it: `data`, `raw` or `data.data`, at any depth of causes. */
function revertDataOf(failure: unknown): Hex | undefined {
  if (isHex(failure)) return failure;
  if (failure instanceof BaseError) {
    const holder = failure.walk((error) => dataIn(error) !== undefined);
    return dataIn(holder);
  }
  return dataIn(failure) ?? (failure instanceof Error ? dataIn(failure.cause) : undefined);
}

function dataIn(error: unknown): Hex | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const { raw, data } = error as { raw?: unknown; data?: unknown };
  if (isHex(raw)) return raw;
  if (isHex(data)) return data;
  const nested = (data as { data?: unknown } | undefined)?.data;
  return isHex(nested) ? nested : undefined;
}

function describe(name: string, entries: readonly (readonly [string, unknown])[]): string {
  if (name === "Error") return String(entries[0]?.[1]);
  const sentence = words(name);
  const head = sentence.charAt(0).toUpperCase() + sentence.slice(1);
  if (entries.length === 0) return head;
  return `${head}: ${entries.map(([key, value]) => `${words(key)} ${String(value)}`).join(", ")}`;
}

/** `listingId` becomes `listing id`. */
function words(identifier: string): string {
  return identifier
    .replace(/_$/, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase();
}
