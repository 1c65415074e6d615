/** Sessions and nonces in the database. The cookie's value is random; only its SHA-256 is stored. */
import { createHash, randomBytes } from "node:crypto";
import type { Store } from "../database/store.ts";

export const COOKIE_NAME = "cm_session";
export const SESSION_SEC = 7 * 86_400;
const NONCE_SEC = 10 * 60;

export type StoredSession = { address: string; csrfToken: string; expiresAtSec: number };

export async function newNonce(
  store: Store,
  nowSec: number,
): Promise<{ nonce: string; expiresAtSec: number }> {
  const nonce = randomBytes(16).toString("hex");
  const expiresAtSec = nowSec + NONCE_SEC;
  await store.prisma.authNonce.create({ data: { nonce, expiresAtSec: BigInt(expiresAtSec) } });
  return { nonce, expiresAtSec };
}

export async function useNonce(store: Store, nonce: string, nowSec: number): Promise<boolean> {
  const used = await store.prisma.authNonce.updateMany({
    where: { nonce, usedAtSec: null, expiresAtSec: { gt: BigInt(nowSec) } },
    data: { usedAtSec: BigInt(nowSec) },
  });
  return used.count === 1;
}

export async function openSession(
  store: Store,
  address: string,
  nowSec: number,
): Promise<StoredSession & { token: string }> {
  const token = randomBytes(32).toString("base64url");
  const session = {
    address,
    csrfToken: randomBytes(24).toString("base64url"),
    expiresAtSec: nowSec + SESSION_SEC,
  };
  await store.prisma.session.create({
    data: {
      tokenHash: hashOf(token),
      address,
      csrfToken: session.csrfToken,
      createdAtSec: BigInt(nowSec),
      expiresAtSec: BigInt(session.expiresAtSec),
    },
  });
  return { ...session, token };
}

export async function findSession(
  store: Store,
  token: string,
  nowSec: number,
): Promise<StoredSession | undefined> {
  const row = await store.prisma.session.findUnique({ where: { tokenHash: hashOf(token) } });
  if (row === null || Number(row.expiresAtSec) <= nowSec) return undefined;
  return { address: row.address, csrfToken: row.csrfToken, expiresAtSec: Number(row.expiresAtSec) };
}

export async function closeSession(store: Store, token: string): Promise<void> {
  await store.prisma.session.deleteMany({ where: { tokenHash: hashOf(token) } });
}

export async function forgetExpired(store: Store, nowSec: number): Promise<void> {
  await store.prisma.authNonce.deleteMany({ where: { expiresAtSec: { lt: BigInt(nowSec) } } });
  await store.prisma.session.deleteMany({ where: { expiresAtSec: { lt: BigInt(nowSec) } } });
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
