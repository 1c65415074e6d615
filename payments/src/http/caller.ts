/**
 * Who is asking: an API key (Bearer) or a person's session (cookie; unsafe methods need the CSRF token, and a foreign
 * Origin is refused). `merchantCaller` narrows either to one merchant and one permission.
 */
import { timingSafeEqual } from "node:crypto";
import { parseCookie } from "cookie";
import type { Request } from "express";
import { hashApiKey } from "../auth/apiKeys.ts";
import { type Permission, ROLE_PERMISSIONS, type Role } from "../auth/permissions.ts";
import { COOKIE_NAME, findSession, type StoredSession } from "../auth/sessions.ts";
import type { Store } from "../database/store.ts";
import { ApiError } from "./apiError.ts";

export type SessionCaller = { kind: "session"; token: string } & StoredSession;
export type MerchantCaller = {
  merchantId: string;
  /** An address, or an API key's id. */
  actor: string;
  /** Fixed by an API key; a person may choose. */
  livemode: boolean | undefined;
  role: Role | undefined;
};

export type CallerDeps = { store: Store; allowedOrigins: () => readonly string[] };

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);
const LAST_USED_GRAIN_SEC = 60;

export function sessionToken(req: Request): string | undefined {
  return parseCookie(req.headers.cookie ?? "")[COOKIE_NAME];
}

export async function sessionCaller(deps: CallerDeps, req: Request): Promise<SessionCaller> {
  const token = sessionToken(req);
  const session = token === undefined ? undefined : await findSession(deps.store, token, nowSec());
  if (token === undefined || session === undefined) {
    throw new ApiError(
      "missing_credentials",
      "Sign in first, or send an API key: Authorization: Bearer cm_…",
    );
  }
  if (!SAFE_METHODS.has(req.method)) {
    const { origin } = req.headers;
    if (origin !== undefined && !deps.allowedOrigins().includes(origin)) {
      throw new ApiError("origin_not_allowed", `Requests from ${origin} may not use a session`);
    }
    if (!same(req.get("x-csrf-token") ?? "", session.csrfToken)) {
      throw new ApiError("missing_csrf_token", "The header x-csrf-token is missing or wrong");
    }
  }
  return { kind: "session", token, ...session };
}

export async function merchantCaller(
  deps: CallerDeps,
  req: Request,
  needed: Permission,
): Promise<MerchantCaller> {
  const { authorization } = req.headers;
  if (authorization !== undefined) return keyCaller(deps, authorization, needed);
  const session = await sessionCaller(deps, req);
  const memberships = await deps.store.prisma.member.findMany({ where: { address: session.address } });
  const asked = req.get("cybermiles-merchant");
  const member =
    asked === undefined && memberships.length === 1
      ? memberships[0]
      : memberships.find((one) => one.merchantId === asked);
  if (member === undefined) {
    if (asked !== undefined) throw new ApiError("not_found", `No merchant ${asked} that you belong to`);
    throw new ApiError(
      "merchant_required",
      memberships.length === 0
        ? "Make a merchant first: POST /v1/merchants"
        : "You belong to several merchants: name one in the header cybermiles-merchant",
    );
  }
  const role = member.role as Role;
  if (!ROLE_PERMISSIONS[role].includes(needed)) {
    throw new ApiError("missing_role", `The role ${role} may not do this (${needed})`);
  }
  return { merchantId: member.merchantId, actor: session.address, livemode: undefined, role };
}

async function keyCaller(
  deps: CallerDeps,
  authorization: string,
  needed: Permission,
): Promise<MerchantCaller> {
  const secret = /^Bearer (cm_(?:test|live)_[\w-]{20,100})$/.exec(authorization)?.[1];
  const key =
    secret === undefined
      ? null
      : await deps.store.prisma.apiKey.findUnique({ where: { secretHash: hashApiKey(secret) } });
  if (key === null || key.revokedAtSec !== null) {
    throw new ApiError("invalid_api_key", "The API key is unknown or revoked");
  }
  if (!(key.scopes as string[]).includes(needed)) {
    throw new ApiError("missing_scope", `This API key lacks the scope ${needed}`);
  }
  const now = nowSec();
  if (Number(key.lastUsedAtSec ?? 0) < now - LAST_USED_GRAIN_SEC) {
    await deps.store.prisma.apiKey.update({ where: { id: key.id }, data: { lastUsedAtSec: BigInt(now) } });
  }
  return { merchantId: key.merchantId, actor: key.id, livemode: key.livemode, role: undefined };
}

function same(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}

function nowSec(): number {
  return Math.floor(Date.now() / 1000);
}
