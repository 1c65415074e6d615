/** API keys: made, listed and revoked by people. */
import { newApiKey } from "../../auth/apiKeys.ts";
import type { Gateway } from "../../gateway.ts";
import { newId } from "../../ids/newId.ts";
import { audit } from "../../merchants/audit.ts";
import { ApiError } from "../apiError.ts";
import { type AnyRoute, route } from "../route.ts";
import { ApiKey, ApiKeyCreate, ApiKeyCreated } from "../schema/apiKey.ts";
import { listOf } from "../schema/common.ts";

const MAX_KEYS = 100;

export function apiKeyRoutes(gateway: Gateway): AnyRoute[] {
  const { store } = gateway;
  return [
    route({
      method: "post",
      path: "/v1/api_keys",
      tag: "API keys",
      summary: "Make an API key; the secret is in this answer and nowhere else",
      access: "api_keys:write",
      body: ApiKeyCreate,
      response: ApiKeyCreated,
      status: 201,
      secret: true,
      handler: async ({ caller, body, commit }) =>
        commit(async (tx) => {
          const count = await tx.prisma.apiKey.count({
            where: { merchantId: caller.merchantId, revokedAtSec: null },
          });
          if (count >= MAX_KEYS) throw new ApiError("too_many", `At most ${MAX_KEYS} keys; revoke one first`);
          const { secret, ...stored } = newApiKey(body.livemode);
          const key = await tx.prisma.apiKey.create({
            data: {
              id: newId("key"),
              merchantId: caller.merchantId,
              name: body.name,
              livemode: body.livemode,
              scopes: [...new Set(body.scopes)],
              createdAtSec: BigInt(gateway.nowSec()),
              ...stored,
            },
          });
          await audit(tx, {
            merchantId: caller.merchantId,
            actor: caller.actor,
            action: "api_key.created",
            target: key.id,
            data: { name: key.name, livemode: key.livemode, scopes: key.scopes },
          });
          return { ...showKey(key), secret };
        }),
    }),
    route({
      method: "get",
      path: "/v1/api_keys",
      tag: "API keys",
      summary: "All keys, newest first; never their secrets",
      access: "api_keys:read",
      response: listOf(ApiKey),
      handler: async ({ caller }) => ({
        object: "list",
        data: (
          await store.prisma.apiKey.findMany({
            where: { merchantId: caller.merchantId },
            orderBy: { id: "desc" },
          })
        ).map(showKey),
        nextCursor: null,
      }),
    }),
    route({
      method: "delete",
      path: "/v1/api_keys/:id",
      tag: "API keys",
      summary: "Revoke a key, at once and for good",
      access: "api_keys:write",
      response: ApiKey,
      handler: async ({ caller, params, commit }) =>
        commit(async (tx) => {
          const found = await tx.prisma.apiKey.findFirst({
            where: { id: params.id ?? "", merchantId: caller.merchantId },
          });
          if (found === null) throw new ApiError("not_found", `No API key ${params.id}`);
          if (found.revokedAtSec !== null) return showKey(found);
          const key = await tx.prisma.apiKey.update({
            where: { id: found.id },
            data: { revokedAtSec: BigInt(gateway.nowSec()) },
          });
          await audit(tx, {
            merchantId: caller.merchantId,
            actor: caller.actor,
            action: "api_key.revoked",
            target: key.id,
          });
          return showKey(key);
        }),
    }),
  ];
}

type StoredKey = {
  id: string;
  name: string;
  livemode: boolean;
  scopes: string[];
  hint: string;
  createdAtSec: bigint;
  lastUsedAtSec: bigint | null;
  revokedAtSec: bigint | null;
};

function showKey(key: StoredKey) {
  const seconds = (value: bigint | null) => (value === null ? null : Number(value));
  return {
    object: "api_key",
    id: key.id,
    name: key.name,
    livemode: key.livemode,
    scopes: key.scopes,
    hint: key.hint,
    createdAtSec: Number(key.createdAtSec),
    lastUsedAtSec: seconds(key.lastUsedAtSec),
    revokedAtSec: seconds(key.revokedAtSec),
  };
}
