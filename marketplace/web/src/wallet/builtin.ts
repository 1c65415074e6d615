/**
 * The built-in wallet: keys in an encrypted vault in localStorage, in memory only while unlocked.
 * It locks itself after AUTO_LOCK_MS without a key press or click, and whenever the page is left.
 * Each signature is shown to the person first (prompts.ts). Loaded lazily; nothing here touches the network.
 */
import {
  english,
  generateMnemonic,
  mnemonicToAccount,
  type PrivateKeyAccount,
  privateKeyToAccount,
} from "viem/accounts";
import { bytesToHex } from "viem/utils";
import { createStore } from "../persistentStore.ts";
import {
  type AccountInfo,
  type Address,
  accountsStore,
  connect,
  connectionStore,
  disconnect,
} from "./connection.ts";
import { ask } from "./prompts.ts";
import {
  type AccountSecret,
  deriveVaultKey,
  newKdf,
  openVault,
  type SealedVault,
  sealVault,
  type VaultSecrets,
} from "./vault.ts";

const VAULT_KEY = "cm.vault";
const AUTO_LOCK_MS = 15 * 60_000;

interface Unlocked {
  key: Uint8Array;
  secrets: VaultSecrets;
}

export const isUnlockedStore = createStore(false);
let unlocked: Unlocked | null = null;
let lockTimer: ReturnType<typeof setTimeout> | undefined;

export function hasVault(): boolean {
  return localStorage.getItem(VAULT_KEY) !== null;
}

/** @throws WrongPasswordError */
export async function unlock(password: string): Promise<void> {
  const sealed = readSealed();
  const key = await deriveVaultKey(password, sealed.kdf);
  become({ key, secrets: openVault(sealed, key) });
}

export function lock(): void {
  unlocked?.key.fill(0);
  unlocked = null;
  isUnlockedStore.set(false);
  clearTimeout(lockTimer);
}

/** Asks for the password where the vault is locked. */
export async function requireUnlocked(): Promise<void> {
  if (!unlocked) await ask({ kind: "unlock" });
}

export function newMnemonic(): string {
  return generateMnemonic(english);
}

/** Makes the vault, or (where one exists and is unlocked) adds to it. Connects the new account. */
export async function addMnemonic(mnemonic: string, password: string): Promise<Address> {
  const phrase = mnemonic.trim().toLowerCase().replace(/\s+/g, " ");
  const secret = deriveAccount(phrase, 0);
  await ensureVault(password);
  const { secrets } = requireMemory();
  // One phrase a vault; the account of a second phrase is kept as a single key.
  if (secrets.mnemonic === null || secrets.mnemonic === phrase) {
    return addAccount(secret, { ...secrets, mnemonic: phrase });
  }
  return addAccount({ ...secret, derivationIndex: null }, secrets);
}

export async function addPrivateKey(privateKey: `0x${string}`, password: string): Promise<Address> {
  const address = privateKeyToAccount(privateKey).address.toLowerCase() as Address;
  await ensureVault(password);
  return addAccount({ address, privateKey, derivationIndex: null }, requireMemory().secrets);
}

/** The next account of the vault's phrase. */
export async function addDerivedAccount(): Promise<Address> {
  await requireUnlocked();
  const { secrets } = requireMemory();
  if (!secrets.mnemonic) throw new NoMnemonicError();
  const last = Math.max(-1, ...secrets.accounts.map((account) => account.derivationIndex ?? -1));
  return addAccount(deriveAccount(secrets.mnemonic, last + 1), secrets);
}

/** Asks for the password each time: secrets are shown to nobody who merely finds the page open. */
export async function revealMnemonic(password: string): Promise<string | null> {
  await unlock(password);
  return requireMemory().secrets.mnemonic;
}

export async function exportKeystore(address: Address, password: string): Promise<string> {
  await unlock(password);
  const { writeKeystoreV3 } = await import("./keystoreV3.ts");
  return writeKeystoreV3({ privateKey: secretOf(address).privateKey, address, password });
}

export function renameAccount(address: Address, name: string): void {
  accountsStore.set((accounts) =>
    accounts.map((account) => (account.address === address ? { ...account, name } : account)),
  );
}

/** Forgets every key on this device. The person must have a backup. */
export function removeVault(): void {
  lock();
  localStorage.removeItem(VAULT_KEY);
  accountsStore.set([]);
  if (connectionStore.get()?.kind === "builtin") disconnect();
}

/** After the sign prompt was agreed to. */
export function signerOf(address: Address): PrivateKeyAccount {
  return privateKeyToAccount(secretOf(address).privateKey);
}

// ---- X25519 message keys (crypto/messageKey.ts) ----

/** A vault that holds message keys alone serves those who sign with another wallet. */
export async function ensureVault(password: string): Promise<void> {
  if (unlocked) return;
  if (hasVault()) return unlock(password);
  const kdf = newKdf();
  const key = await deriveVaultKey(password, kdf);
  become({ key, secrets: { mnemonic: null, accounts: [], messageKeys: {} } });
  localStorage.setItem(VAULT_KEY, JSON.stringify(sealVault(requireMemory().secrets, key, kdf)));
}

export function readMessageKey(address: Address): Uint8Array | null {
  const hex = requireMemory().secrets.messageKeys[address];
  return hex ? Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)) : null;
}

export function storeMessageKey(address: Address, privateKey: Uint8Array): void {
  const { secrets } = requireMemory();
  save({
    ...secrets,
    messageKeys: { ...secrets.messageKeys, [address]: bytesToHex(privateKey).slice(2) },
  });
}

// ---- Inside ----

function addAccount(secret: AccountSecret, secrets: VaultSecrets): Address {
  if (!secrets.accounts.some((account) => account.address === secret.address)) {
    save({ ...secrets, accounts: [...secrets.accounts, secret] });
    const info: AccountInfo = { address: secret.address, name: "" };
    accountsStore.set((accounts) => [...accounts.filter((other) => other.address !== info.address), info]);
  }
  connect({ kind: "builtin", address: secret.address });
  return secret.address;
}

function deriveAccount(mnemonic: string, addressIndex: number): AccountSecret {
  const account = mnemonicToAccount(mnemonic, { addressIndex });
  const privateKey = account.getHdKey().privateKey;
  if (!privateKey) throw new Error("The HD key has no private part.");
  return {
    address: account.address.toLowerCase() as Address,
    privateKey: bytesToHex(privateKey),
    derivationIndex: addressIndex,
  };
}

function secretOf(address: Address): AccountSecret {
  const secret = requireMemory().secrets.accounts.find((account) => account.address === address);
  if (!secret) throw new Error(`The built-in wallet has no key for ${address}.`);
  return secret;
}

function save(secrets: VaultSecrets): void {
  const { key } = requireMemory();
  localStorage.setItem(VAULT_KEY, JSON.stringify(sealVault(secrets, key, readSealed().kdf)));
  unlocked = { key, secrets };
}

function readSealed(): SealedVault {
  const text = localStorage.getItem(VAULT_KEY);
  if (!text) throw new Error("There is no wallet on this device.");
  return JSON.parse(text) as SealedVault;
}

function requireMemory(): Unlocked {
  if (!unlocked) throw new WalletLockedError();
  return unlocked;
}

function become(next: Unlocked): void {
  unlocked = next;
  isUnlockedStore.set(true);
  restartTimer();
}

function restartTimer(): void {
  if (!unlocked) return;
  clearTimeout(lockTimer);
  lockTimer = setTimeout(lock, AUTO_LOCK_MS);
}

addEventListener("pointerdown", restartTimer, { passive: true });
addEventListener("keydown", restartTimer, { passive: true });
addEventListener("pagehide", lock);

export class WalletLockedError extends Error {
  override readonly name = "WalletLockedError";
  readonly code = "wallet_locked";
}

export class NoMnemonicError extends Error {
  override readonly name = "NoMnemonicError";
  readonly code = "no_mnemonic";
}
