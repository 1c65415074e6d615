/** Sign-in with Ethereum and the session. Marketplace accepts the same cookie by asking GET /v1/auth/session. */
import type { Request, Response } from "express";
import type { Hex } from "viem";
import {
  COOKIE_NAME,
  closeSession,
  findSession,
  newNonce,
  openSession,
  SESSION_SEC,
  useNonce,
} from "../../auth/sessions.ts";
import { checkSignIn } from "../../auth/signIn.ts";
import type { Gateway } from "../../gateway.ts";
import { sessionToken } from "../caller.ts";
import { type AnyRoute, route } from "../route.ts";
import { NonceResponse, Session, VerifyRequest } from "../schema/auth.ts";

export function authRoutes(gateway: Gateway): AnyRoute[] {
  const { store } = gateway;
  return [
    route({
      method: "post",
      path: "/v1/auth/nonce",
      tag: "Sessions",
      summary: "A nonce for a sign-in message; good once, for 10 minutes",
      access: "public",
      response: NonceResponse,
      handler: () => newNonce(store, clockSec()),
    }),
    route({
      method: "post",
      path: "/v1/auth/verify",
      tag: "Sessions",
      summary: "Sign in with a signed ERC-4361 message; sets the session cookie",
      access: "public",
      body: VerifyRequest,
      response: Session,
      handler: async ({ body, req, res }) => {
        const address = await checkSignIn(
          {
            allowedOrigins: gateway.allowedOrigins(),
            chainId: gateway.chain.deployment.chainId,
            nowSec: clockSec(),
            useNonce: (nonce) => useNonce(store, nonce, clockSec()),
            verifyByContract: (message) => gateway.chain.client.verifyMessage(message).catch(() => false),
          },
          body.message,
          body.signature as Hex,
        );
        const { token, ...session } = await openSession(store, address, clockSec());
        setCookie(req, res, token);
        return { ...session, ...(await membershipsOf(gateway, address)) };
      },
    }),
    route({
      method: "get",
      path: "/v1/auth/session",
      tag: "Sessions",
      summary: "Who is signed in; address is null while nobody is",
      access: "public",
      response: Session,
      handler: async ({ req }) => {
        const token = sessionToken(req);
        const session = token === undefined ? undefined : await findSession(store, token, clockSec());
        if (session === undefined) return { address: null };
        return { ...session, ...(await membershipsOf(gateway, session.address)) };
      },
    }),
    route({
      method: "post",
      path: "/v1/auth/logout",
      tag: "Sessions",
      summary: "Sign out",
      access: "session",
      response: Session,
      handler: async ({ caller, res }) => {
        await closeSession(store, caller.token);
        res.clearCookie(COOKIE_NAME, { path: "/" });
        return { address: null };
      },
    }),
  ];
}

function setCookie(req: Request, res: Response, token: string): void {
  res.cookie(COOKIE_NAME, token, {
    httpOnly: true,
    sameSite: "lax",
    secure: req.secure,
    path: "/",
    maxAge: SESSION_SEC * 1000,
  });
}

async function membershipsOf(gateway: Gateway, address: string) {
  const members = await gateway.store.prisma.member.findMany({
    where: { address },
    include: { merchant: true },
    orderBy: { addedAtSec: "asc" },
  });
  return {
    roles: [...new Set(members.map((member) => member.role))],
    merchants: members.map(({ merchant, role }) => ({
      id: merchant.id,
      name: merchant.name,
      address: merchant.address,
      role,
    })),
  };
}

/** Sign-in messages carry wall-clock times. */
function clockSec(): number {
  return Math.floor(Date.now() / 1000);
}
