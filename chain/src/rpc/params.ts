/**
 * Checking parsers for JSON-RPC parameters. Each takes the value and its place, and throws -32602 naming both.
 * Quantities are accepted as hex or, for the development helpers, as safe integers.
 */
import { type Hex, hexToBytes } from "../encoding/hex.ts";
import { invalidParams } from "./rpcError.ts";

export function address(value: unknown, name: string): Hex {
  return sized(value, name, 20, "address");
}

export function hash(value: unknown, name: string): Hex {
  return sized(value, name, 32, "32-byte hash");
}

function sized(value: unknown, name: string, bytes: number, what: string): Hex {
  if (typeof value !== "string" || !new RegExp(`^0x[0-9a-fA-F]{${bytes * 2}}$`).test(value))
    throw invalidParams(`invalid argument ${name}: expected ${what} as 0x and ${bytes * 2} hex digits`);
  return value.toLowerCase() as Hex;
}

export function data(value: unknown, name: string): Uint8Array {
  if (typeof value !== "string" || !/^0x([0-9a-fA-F]{2})*$/.test(value))
    throw invalidParams(`invalid argument ${name}: expected bytes as 0x and an even number of hex digits`);
  return hexToBytes(value);
}

const MAX_UINT256 = 2n ** 256n - 1n;

export function quantityOf(value: unknown, name: string): bigint {
  if (typeof value === "string" && /^0x[0-9a-fA-F]{1,64}$/.test(value)) return BigInt(value);
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return BigInt(value);
  if (typeof value === "string" && /^[0-9]{1,78}$/.test(value) && BigInt(value) <= MAX_UINT256)
    return BigInt(value);
  throw invalidParams(`invalid argument ${name}: expected a quantity in hex`);
}

export function uint64(value: unknown, name: string): bigint {
  const number = quantityOf(value, name);
  if (number >= 2n ** 64n) throw invalidParams(`invalid argument ${name}: larger than 64 bits`);
  return number;
}

export function safeInteger(value: unknown, name: string): number {
  const number = quantityOf(value, name);
  if (number > BigInt(Number.MAX_SAFE_INTEGER)) throw invalidParams(`invalid argument ${name}: too large`);
  return Number(number);
}

/** A 32-byte word; shorter hex is padded on the left, as clients send slots as quantities. */
export function wordOf(value: unknown, name: string): Hex {
  if (typeof value !== "string" || !/^0x[0-9a-fA-F]{1,64}$/.test(value))
    throw invalidParams(`invalid argument ${name}: expected up to 32 bytes in hex`);
  return `0x${value.slice(2).toLowerCase().padStart(64, "0")}`;
}

export function object(value: unknown, name: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw invalidParams(`invalid argument ${name}: expected an object`);
  return value as Record<string, unknown>;
}

export function array(value: unknown, name: string, maxLength: number): unknown[] {
  if (!Array.isArray(value)) throw invalidParams(`invalid argument ${name}: expected an array`);
  if (value.length > maxLength)
    throw invalidParams(`invalid argument ${name}: more than ${maxLength} entries`);
  return value;
}

export function optional<T>(
  value: unknown,
  name: string,
  parse: (value: unknown, name: string) => T,
): T | undefined {
  return value === undefined || value === null ? undefined : parse(value, name);
}
