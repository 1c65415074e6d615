/**
 * Idempotency keys as Stripe does: for 24 h the same key with the same request answers the stored response, with
 * another request it is refused, and while the first is still being worked on it is refused too. The response is
 * stored in the transaction of the write, so a crash leaves both or neither. A refused request (4xx) stores nothing.
 */
import { createHash } from "node:crypto";
import type { Store } from "../database/store.ts";
import { ApiError } from "./apiError.ts";

const KEPT_SEC = 24 * 3600;
const MAX_KEY_LENGTH = 255;

export type Replay = { status: number; body: string };

/** @returns the stored response, or undefined: the caller now works on it and must end by `storeResponse` or `release`. */
export async function claimKey(
  store: Store,
  key: { id: string; requestHash: string },
  nowSec: number,
): Promise<Replay | undefined> {
  await store.prisma.idempotencyKey.deleteMany({
    where: { id: key.id, createdAtSec: { lt: BigInt(nowSec - KEPT_SEC) } },
  });
  const claimed = await store.db.query(
    `insert into idempotency_key (id, "requestHash", "createdAtSec") values ($1, $2, $3) on conflict do nothing returning id`,
    [key.id, key.requestHash, nowSec],
  );
  if (claimed.length > 0) return undefined;
  const row = await store.prisma.idempotencyKey.findUnique({ where: { id: key.id } });
  if (row !== null && row.requestHash !== key.requestHash) {
    throw new ApiError("idempotency_key_reused", "This Idempotency-Key was used with another request");
  }
  if (row === null || row.responseStatus === null || row.responseBody === null) {
    throw new ApiError(
      "idempotency_key_in_use",
      "A request with this Idempotency-Key is still being worked on",
    );
  }
  return { status: row.responseStatus, body: row.responseBody };
}

export async function storeResponse(
  sql: { query(text: string, parameters?: readonly unknown[]): Promise<unknown> },
  id: string,
  response: Replay,
): Promise<void> {
  await sql.query(`update idempotency_key set "responseStatus" = $2, "responseBody" = $3 where id = $1`, [
    id,
    response.status,
    response.body,
  ]);
}

export async function releaseKey(store: Store, id: string): Promise<void> {
  await store.prisma.idempotencyKey.deleteMany({ where: { id, responseStatus: null } });
}

/** At the start nothing is being worked on: what a killed process left claimed wrote nothing. */
export async function releaseAll(store: Store): Promise<void> {
  await store.prisma.idempotencyKey.deleteMany({ where: { responseStatus: null } });
}

export async function forgetOldKeys(store: Store, nowSec: number): Promise<void> {
  await store.prisma.idempotencyKey.deleteMany({
    where: { createdAtSec: { lt: BigInt(nowSec - KEPT_SEC) }, responseStatus: { not: null } },
  });
}

export function idempotencyKeyOf(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (!/^[\x21-\x7e]+$/.test(header) || header.length > MAX_KEY_LENGTH) {
    throw new ApiError(
      "invalid_parameter",
      `Idempotency-Key: expected 1 to ${MAX_KEY_LENGTH} visible ASCII characters`,
      "Idempotency-Key",
    );
  }
  return header;
}

/** The same JSON in another order of its fields is the same request. */
export function requestHash(method: string, path: string, body: unknown): string {
  return createHash("sha256")
    .update(`${method} ${path}\n${canonical(body)}`)
    .digest("hex");
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}
