// Who asks: the session of payments behind the cookie. Unsafe requests must repeat its CSRF token in `x-csrf-token`,
// whether a route needs the session or not, so that no foreign page can act in somebody's name.
import { timingSafeEqual } from "node:crypto";
import type { Request, RequestHandler } from "express";
import type { PaymentsClient, Session } from "../payments/paymentsClient.ts";
import { ApiError } from "./apiError.ts";

const SAFE_METHODS = ["GET", "HEAD", "OPTIONS"];

/** The address that asks. @throws {ApiError} missing_session, missing_csrf_token, sign_in_unavailable */
export async function requireViewer(payments: PaymentsClient, request: Request): Promise<`0x${string}`> {
  const session = await payments.sessionOf(request.headers.cookie ?? "");
  if (!session) throw new ApiError("missing_session", "Sign in first.");
  requireCsrf(request, session);
  return session.address;
}

/** null for a visitor; public pages go on while payments is away. */
export async function viewerOf(payments: PaymentsClient, request: Request): Promise<`0x${string}` | null> {
  const session = await payments.sessionOf(request.headers.cookie ?? "").catch(() => null);
  return session?.address ?? null;
}

function requireCsrf(request: Request, session: Session): void {
  if (SAFE_METHODS.includes(request.method)) return;
  const sent = Buffer.from(request.get("x-csrf-token") ?? "");
  const expected = Buffer.from(session.csrfToken);
  if (sent.length === expected.length && timingSafeEqual(sent, expected)) return;
  throw new ApiError("missing_csrf_token", "The header x-csrf-token is missing or wrong.");
}

/** Browsers say where an unsafe request comes from; another origin than ours is refused before anything is read. */
export function refuseForeignOrigin(ownOrigins: () => readonly string[]): RequestHandler {
  return (request, _response, next) => {
    const { origin } = request.headers;
    const isOwn = origin === undefined || ownOrigins().includes(origin) || origin === hostOrigin(request);
    if (SAFE_METHODS.includes(request.method) || isOwn) return next();
    next(new ApiError("missing_csrf_token", `Requests from ${origin} are not accepted.`));
  };
}

function hostOrigin(request: Request): string {
  return `${request.protocol}://${request.get("host") ?? ""}`;
}
