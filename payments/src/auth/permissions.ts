/**
 * Who may do what at a merchant. Pure data: a role's permissions, and which of them an API key's scopes can carry
 * (those that are scopes). Keys never manage people, keys or secrets.
 */
import type { z } from "zod";
import type { SCOPES } from "../http/schema/apiKey.ts";
import type { RoleName } from "../http/schema/auth.ts";

export type Role = z.infer<typeof RoleName>;
export type Scope = (typeof SCOPES)[number];
export type Permission =
  | Scope
  | "merchant:write"
  | "members:write"
  | "api_keys:read"
  | "api_keys:write"
  | "webhooks:secret"
  | "audit:read";

const READ: readonly Permission[] = ["invoices:read", "webhooks:read", "events:read", "merchant:read"];
const STAFF: readonly Permission[] = [...READ, "invoices:write"];
const ADMIN: readonly Permission[] = [
  ...STAFF,
  "webhooks:write",
  "webhooks:secret",
  "merchant:write",
  "api_keys:read",
  "api_keys:write",
  "audit:read",
];

export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  owner: [...ADMIN, "members:write"],
  admin: ADMIN,
  staff: STAFF,
  // Sees what a dispute is about.
  arbiter: ["invoices:read", "merchant:read"],
  // Sells at the door: makes invoices and watches them.
  organiser: ["invoices:read", "invoices:write", "merchant:read"],
};
