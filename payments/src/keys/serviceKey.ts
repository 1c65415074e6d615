/**
 * The service's own secrets. `payments.key` (32 bytes, mode 0600, made at first start) seals what the database holds
 * in trust: gateway signing keys and webhook secrets, with AES-256-GCM. A sealed value is 12 bytes nonce, 16 bytes
 * tag, ciphertext; `purpose` is authenticated, so a value sealed for one use does not open for another.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { keyFile } from "./keyFile.ts";

export type ServiceKey = {
  /** Names this install without telling the key. */
  fingerprint: string;
  seal(purpose: string, secret: Uint8Array): Uint8Array<ArrayBuffer>;
  open(purpose: string, sealed: Uint8Array): Uint8Array;
};

export function loadServiceKey(keysDir: string): ServiceKey {
  return serviceKeyOf(keyFile(keysDir, "payments.key"));
}

export function serviceKeyOf(key: Uint8Array): ServiceKey {
  return {
    fingerprint: createHash("sha256").update("fingerprint").update(key).digest("hex").slice(0, 8),
    seal(purpose, secret) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(purpose));
      const ciphertext = Buffer.concat([cipher.update(secret), cipher.final()]);
      return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]));
    },
    open(purpose, sealed) {
      const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12));
      decipher.setAAD(Buffer.from(purpose)).setAuthTag(sealed.subarray(12, 28));
      try {
        return new Uint8Array(Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]));
      } catch (cause) {
        throw new SealedWithOtherKeyError(purpose, cause);
      }
    },
  };
}

export class SealedWithOtherKeyError extends Error {
  override readonly name = "SealedWithOtherKeyError";
  readonly code = "SEALED_WITH_OTHER_KEY";

  constructor(purpose: string, cause: unknown) {
    super(
      `A stored secret (${purpose}) was sealed with another key: put back the payments.key that belongs to this database.`,
      { cause },
    );
  }
}
