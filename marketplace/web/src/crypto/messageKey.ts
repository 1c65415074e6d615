/**
 * An account's X25519 message key: made at random on this device, kept in the encrypted vault, its public part
 * published in the Profiles contract. Losing it loses the messages written to it; the screens say so.
 *   const key = await loadMessageKey(address);          null: none on this device
 *   const key = await createMessageKey(address);        makes one where there is none
 *   const step = publishKeyStep(address, key.publicKey) for a transaction plan; skips itself when published
 */
import { profilesAbi } from "@cybermiles/contracts/abi/profiles";
import type { MessageKeys } from "../../../src/api/schema/messageKeys.ts";
import { loadConfig } from "../api/config.ts";
import { request } from "../api/http.ts";
import type { TxCall } from "../tx/transactions.ts";
import { hasVault, readMessageKey, requireUnlocked, storeMessageKey } from "../wallet/builtin.ts";
import { getPublicClient } from "../wallet/clients.ts";
import type { Address } from "../wallet/connection.ts";
import { messagePublicKey, newMessageKey } from "./envelope.ts";

export interface MessageKey {
  privateKey: Uint8Array;
  publicKey: `0x${string}`;
}

/** Asks for the wallet password where the vault is locked. */
export async function loadMessageKey(address: Address): Promise<MessageKey | null> {
  if (!hasVault()) return null;
  await requireUnlocked();
  const privateKey = readMessageKey(address);
  return privateKey && { privateKey, publicKey: messagePublicKey(privateKey) };
}

export async function createMessageKey(address: Address): Promise<MessageKey> {
  const known = await loadMessageKey(address);
  if (known) return known;
  await requireUnlocked();
  const key = newMessageKey();
  storeMessageKey(address, key.privateKey);
  return key;
}

/** The keys that accounts published; null = none yet. */
export async function fetchMessageKeys(
  addresses: readonly string[],
): Promise<Map<string, `0x${string}` | null>> {
  const { data } = await request<MessageKeys>("/api/keys", { query: { addresses: addresses.join(",") } });
  return new Map(data.map((entry) => [entry.address, entry.messageKey]));
}

/** The call of a transaction step; null where this key is published already. */
export async function publishKeyCall(address: Address, publicKey: `0x${string}`): Promise<TxCall | null> {
  const config = await loadConfig();
  const client = await getPublicClient();
  const published = await client.readContract({
    address: config.contracts.profiles,
    abi: profilesAbi,
    functionName: "messageKeyOf",
    args: [address],
  });
  if (published.toLowerCase() === publicKey) return null;
  return { address: config.contracts.profiles, abi: profilesAbi, functionName: "publish", args: [publicKey] };
}
