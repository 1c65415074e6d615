/**
 * Web3 Secret Storage version 3: the JSON file in which other wallets keep one private key.
 * Reads scrypt and pbkdf2 (HMAC-SHA256) files with aes-128-ctr; writes scrypt. MAC = keccak256(key[16..32] || ciphertext).
 */
import { ctr } from "@noble/ciphers/aes.js";
import { pbkdf2Async } from "@noble/hashes/pbkdf2.js";
import { scryptAsync } from "@noble/hashes/scrypt.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { keccak_256 } from "@noble/hashes/sha3.js";
import { bytesToHex, concatBytes, hexToBytes, randomBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { WrongPasswordError } from "./vault.ts";

interface KeystoreV3 {
  version: 3;
  id: string;
  address: string;
  crypto: {
    cipher: string;
    ciphertext: string;
    cipherparams: { iv: string };
    kdf: string;
    kdfparams: { dklen: number; salt: string; n?: number; r?: number; p?: number; c?: number; prf?: string };
    mac: string;
  };
}

const SCRYPT_COST = { n: 2 ** 17, r: 8, p: 1 } as const;
const MAX_SCRYPT_BYTES = 2 ** 30; // refuse files that would eat all memory

/** @returns the private key as 0x-hex. @throws InvalidKeystoreError, WrongPasswordError */
export async function readKeystoreV3(text: string, password: string): Promise<`0x${string}`> {
  const { crypto } = parse(text);
  const key = await deriveKey(crypto, password);
  const ciphertext = hexToBytes(crypto.ciphertext);
  const mac = keccak_256(concatBytes(key.slice(16, 32), ciphertext));
  if (bytesToHex(mac) !== crypto.mac.toLowerCase()) throw new WrongPasswordError();
  const privateKey = ctr(key.slice(0, 16), hexToBytes(crypto.cipherparams.iv)).decrypt(ciphertext);
  return `0x${bytesToHex(privateKey)}`;
}

/** @param address with or without 0x. `cost` is lowered only by tests. */
export async function writeKeystoreV3(
  { privateKey, address, password }: { privateKey: `0x${string}`; address: string; password: string },
  cost: { n: number; r: number; p: number } = SCRYPT_COST,
): Promise<string> {
  const salt = randomBytes(32);
  const iv = randomBytes(16);
  const { n, r, p } = cost;
  const key = await scryptAsync(utf8ToBytes(password), salt, { N: n, r, p, dkLen: 32, asyncTick: 20 });
  const ciphertext = ctr(key.slice(0, 16), iv).encrypt(hexToBytes(privateKey.slice(2)));
  const file: KeystoreV3 = {
    version: 3,
    id: uuid(),
    address: address.replace(/^0x/, "").toLowerCase(),
    crypto: {
      cipher: "aes-128-ctr",
      ciphertext: bytesToHex(ciphertext),
      cipherparams: { iv: bytesToHex(iv) },
      kdf: "scrypt",
      kdfparams: { dklen: 32, n, r, p, salt: bytesToHex(salt) },
      mac: bytesToHex(keccak_256(concatBytes(key.slice(16, 32), ciphertext))),
    },
  };
  return JSON.stringify(file);
}

function deriveKey(crypto: KeystoreV3["crypto"], password: string): Promise<Uint8Array> {
  const { kdf, kdfparams } = crypto;
  const secret = utf8ToBytes(password);
  const salt = hexToBytes(kdfparams.salt);
  if (kdf === "scrypt") {
    const { n = 0, r = 0, p = 0 } = kdfparams;
    if (128 * n * r > MAX_SCRYPT_BYTES) throw new InvalidKeystoreError("scrypt parameters are too large");
    return scryptAsync(secret, salt, { N: n, r, p, dkLen: kdfparams.dklen, asyncTick: 20, maxmem: 2 ** 31 });
  }
  if (kdf === "pbkdf2" && kdfparams.prf === "hmac-sha256" && kdfparams.c) {
    return pbkdf2Async(sha256, secret, salt, { c: kdfparams.c, dkLen: kdfparams.dklen, asyncTick: 20 });
  }
  throw new InvalidKeystoreError(`unknown key derivation ${kdf}`);
}

function parse(text: string): KeystoreV3 {
  let json: Record<string, unknown>;
  try {
    json = JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new InvalidKeystoreError("not a JSON file");
  }
  const crypto = (json.crypto ?? json.Crypto) as KeystoreV3["crypto"] | undefined;
  if (json.version !== 3 || !crypto) throw new InvalidKeystoreError("not a version 3 keystore");
  if (crypto.cipher !== "aes-128-ctr") throw new InvalidKeystoreError(`unknown cipher ${crypto.cipher}`);
  if (crypto.kdfparams.dklen < 32) throw new InvalidKeystoreError("derived key is shorter than 32 bytes");
  return { ...(json as unknown as KeystoreV3), crypto };
}

function uuid(): string {
  const bytes = randomBytes(16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytesToHex(bytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

export class InvalidKeystoreError extends Error {
  override readonly name = "InvalidKeystoreError";
  readonly code = "invalid_keystore";
}
