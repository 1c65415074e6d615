/**
 * Sign-in with Ethereum (ERC-4361). The browser asks for a nonce, the wallet signs the message, `verify` sets the
 * cookie `cm_session` and returns the CSRF token, which unsafe methods repeat in the header `x-csrf-token`.
 */
import { z } from "zod";
import { Address, Seconds } from "./common.ts";

export const ROLES = ["owner", "admin", "staff", "arbiter", "organiser"] as const;
export const RoleName = z.enum(ROLES);

export const NonceResponse = z.object({ nonce: z.string(), expiresAtSec: Seconds });

export const VerifyRequest = z.strictObject({
  message: z.string().min(1).max(4000).meta({ description: "The ERC-4361 message, exactly as signed" }),
  signature: z
    .string()
    .regex(/^0x([0-9a-fA-F]{2})+$/, "expected hex")
    .max(8194),
});

export const Session = z.object({
  address: Address.nullable().meta({ description: "null while nobody is signed in" }),
  csrfToken: z.string().optional(),
  expiresAtSec: Seconds.optional(),
  /** Every role that the account has at any merchant, without doubles. */
  roles: z.array(RoleName).optional(),
  merchants: z
    .array(z.object({ id: z.string(), name: z.string(), address: Address, role: RoleName }))
    .optional(),
});
