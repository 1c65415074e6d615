/**
 * API keys: `cm_live_…` and `cm_test_…`, shown once, stored as SHA-256. A key reads and writes only objects of its
 * own mode (`livemode`), and only within its scopes. Keys are made and revoked by people (sessions), never by keys.
 */
import { z } from "zod";
import { Seconds, Text } from "./common.ts";

export const SCOPES = [
  "invoices:read",
  "invoices:write",
  "webhooks:read",
  "webhooks:write",
  "events:read",
  "merchant:read",
] as const;
export const Scope = z.enum(SCOPES);

export const ApiKeyCreate = z.strictObject({
  name: Text(80),
  livemode: z.boolean(),
  scopes: z.array(Scope).min(1).max(SCOPES.length),
});

export const ApiKey = z.object({
  object: z.literal("api_key"),
  id: z.string(),
  name: z.string(),
  livemode: z.boolean(),
  scopes: z.array(Scope),
  /** For example "cm_test_…x4Qf". */
  hint: z.string(),
  createdAtSec: Seconds,
  lastUsedAtSec: Seconds.nullable(),
  revokedAtSec: Seconds.nullable(),
});

/** The only answer that carries the secret. */
export const ApiKeyCreated = ApiKey.extend({ secret: z.string() });
