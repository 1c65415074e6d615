/**
 * Private text for a few readers: XChaCha20-Poly1305 under a random content key, which is wrapped to each reader's
 * X25519 message key through a fresh ephemeral key (HKDF-SHA256). Format: src/api/schema/envelopes.ts.
 * Pure but for randomness. Addresses are lower case; keys travel as 0x-hex, ciphertext as base64.
 */
import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";
import { x25519 } from "@noble/curves/ed25519.js";
import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, hexToBytes, randomBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Envelope, Wrap } from "../../../src/api/schema/envelopes.ts";

export interface Reader {
  address: string;
  messageKey: string; // X25519 public key, 0x-hex
}

const INFO = utf8ToBytes("cybermiles message v1");

export function newMessageKey(): { privateKey: Uint8Array; publicKey: `0x${string}` } {
  const { secretKey, publicKey } = x25519.keygen();
  return { privateKey: secretKey, publicKey: toHex(publicKey) };
}

export function messagePublicKey(privateKey: Uint8Array): `0x${string}` {
  return toHex(x25519.getPublicKey(privateKey));
}

/** @param content anything JSON; the receiver checks its shape. */
export function sealEnvelope(content: unknown, readers: readonly Reader[]): Envelope {
  const contentKey = randomBytes(32);
  const nonce = randomBytes(24);
  const ciphertext = xchacha20poly1305(contentKey, nonce).encrypt(utf8ToBytes(JSON.stringify(content)));
  const seen = new Set<string>();
  const wraps = readers
    .filter(({ address }) => !seen.has(address.toLowerCase()) && seen.add(address.toLowerCase()))
    .map((reader) => wrapKey(contentKey, reader));
  return { version: 1, nonce: toHex(nonce), ciphertext: toBase64(ciphertext), wraps };
}

/** @throws CannotReadError where there is no wrap for the reader, or it was made for another key. */
export function openEnvelope(envelope: Envelope, address: string, privateKey: Uint8Array): unknown {
  const contentKey = unwrapKey(envelope, address, privateKey);
  try {
    const cipher = xchacha20poly1305(contentKey, fromHex(envelope.nonce));
    return JSON.parse(new TextDecoder().decode(cipher.decrypt(fromBase64(envelope.ciphertext))));
  } catch (cause) {
    throw new CannotReadError("damaged", cause);
  }
}

/** Gives another reader (the arbiter) the content key of what one can read oneself. */
export function shareEnvelope(envelope: Envelope, address: string, privateKey: Uint8Array, to: Reader): Wrap {
  return wrapKey(unwrapKey(envelope, address, privateKey), to);
}

function wrapKey(contentKey: Uint8Array, reader: Reader): Wrap {
  const recipientKey = fromHex(reader.messageKey);
  const ephemeral = x25519.keygen();
  const shared = x25519.getSharedSecret(ephemeral.secretKey, recipientKey);
  const nonce = randomBytes(24);
  const key = deriveWrapKey(shared, ephemeral.publicKey, recipientKey);
  return {
    to: reader.address.toLowerCase() as `0x${string}`,
    recipientKey: toHex(recipientKey),
    ephemeralKey: toHex(ephemeral.publicKey),
    nonce: toHex(nonce),
    wrappedKey: toHex(xchacha20poly1305(key, nonce).encrypt(contentKey)),
  };
}

function unwrapKey(envelope: Envelope, address: string, privateKey: Uint8Array): Uint8Array {
  const wrap = envelope.wraps.find((candidate) => candidate.to === address.toLowerCase());
  if (!wrap) throw new CannotReadError("notForYou");
  const publicKey = x25519.getPublicKey(privateKey);
  if (toHex(publicKey) !== wrap.recipientKey.toLowerCase()) throw new CannotReadError("otherKey");
  const ephemeralKey = fromHex(wrap.ephemeralKey);
  const key = deriveWrapKey(x25519.getSharedSecret(privateKey, ephemeralKey), ephemeralKey, publicKey);
  try {
    return xchacha20poly1305(key, fromHex(wrap.nonce)).decrypt(fromHex(wrap.wrappedKey));
  } catch (cause) {
    throw new CannotReadError("damaged", cause);
  }
}

function deriveWrapKey(shared: Uint8Array, ephemeralKey: Uint8Array, recipientKey: Uint8Array): Uint8Array {
  return hkdf(sha256, shared, concatBytes(ephemeralKey, recipientKey), INFO, 32);
}

function toHex(bytes: Uint8Array): `0x${string}` {
  return `0x${bytesToHex(bytes)}`;
}

function fromHex(hex: string): Uint8Array {
  return hexToBytes(hex.replace(/^0x/, ""));
}

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

/** `otherKey`: it was written to a message key that this device does not hold (any more). */
export class CannotReadError extends Error {
  override readonly name = "CannotReadError";
  readonly code: "notForYou" | "otherKey" | "damaged";

  constructor(code: "notForYou" | "otherKey" | "damaged", cause?: unknown) {
    super(`This text cannot be read: ${code}.`, { cause });
    this.code = code;
  }
}
