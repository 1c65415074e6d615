/** The audit log: who changed what at a merchant. Written in the transaction of the change, never changed later. */
import { z } from "zod";
import { Seconds } from "./common.ts";

export const AuditEntry = z.object({
  object: z.literal("audit_entry"),
  id: z.string(),
  atSec: Seconds,
  /** An address (people) or an API key's id. */
  actor: z.string(),
  action: z.string().meta({ example: "api_key.created" }),
  target: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
});
