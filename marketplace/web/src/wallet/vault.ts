/**
 * The built-in wallet's encrypted store: secrets as JSON, sealed by XChaCha20-Poly1305 under a scrypt key.
 * Pure: no storage, no clock. The header (KDF parameters, salt) is authenticated as associated data.
 * Message keys (X25519) live here too, for built-in and external accounts alike.
 */
import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";
import { scryptAsync } from "@noble/hashes/scrypt.js";
import { bytesToHex, hexToBytes, randomBytes, utf8ToBytes } from "@noble/hashes/utils.js";

export interface AccountSecret {
  address: `0x${string}`; // lower case
  privateKey: `0x${string}`;
  /** index under m/44'/60'/0'/0, null for an imported key */
  derivationIndex: number | null;
}

export interface VaultSecrets {
  mnemonic: string | null;
  accounts: AccountSecret[];
  /** X25519 private keys in hex without 0x, by lower-case account */
  messageKeys: Record<string, string>;
}

export interface Kdf {
  n: number;
  r: number;
  p: number;
  salt: string; // hex
}

export interface SealedVault {
  version: 1;
  kdf: Kdf;
  nonce: string; // hex
  ciphertext: string; // hex
}

export const VAULT_KDF_COST = { n: 2 ** 16, r: 8, p: 1 } as const;

export function newKdf(cost: { n: number; r: number; p: number } = VAULT_KDF_COST): Kdf {
  return { ...cost, salt: bytesToHex(randomBytes(32)) };
}

export function deriveVaultKey(password: string, kdf: Kdf): Promise<Uint8Array> {
  return scryptAsync(utf8ToBytes(password.normalize("NFKC")), hexToBytes(kdf.salt), {
    N: kdf.n,
    r: kdf.r,
    p: kdf.p,
    dkLen: 32,
    asyncTick: 20,
  });
}

export function sealVault(secrets: VaultSecrets, key: Uint8Array, kdf: Kdf): SealedVault {
  const nonce = randomBytes(24);
  const ciphertext = xchacha20poly1305(key, nonce, associatedData(kdf)).encrypt(
    utf8ToBytes(JSON.stringify(secrets)),
  );
  return { version: 1, kdf, nonce: bytesToHex(nonce), ciphertext: bytesToHex(ciphertext) };
}

/** @throws WrongPasswordError where the key does not open it. */
export function openVault(sealed: SealedVault, key: Uint8Array): VaultSecrets {
  const cipher = xchacha20poly1305(key, hexToBytes(sealed.nonce), associatedData(sealed.kdf));
  let plaintext: Uint8Array;
  try {
    plaintext = cipher.decrypt(hexToBytes(sealed.ciphertext));
  } catch (cause) {
    throw new WrongPasswordError(cause);
  }
  return JSON.parse(new TextDecoder().decode(plaintext)) as VaultSecrets;
}

function associatedData(kdf: Kdf): Uint8Array {
  return utf8ToBytes(`cybermiles vault v1 ${kdf.n} ${kdf.r} ${kdf.p} ${kdf.salt}`);
}

export class WrongPasswordError extends Error {
  override readonly name = "WrongPasswordError";
  readonly code = "wrong_password";

  constructor(cause?: unknown) {
    super("The password does not fit.", { cause });
  }
}
