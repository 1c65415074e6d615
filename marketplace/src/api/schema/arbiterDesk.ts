// GET /api/arbiter/cases?state=open|closed (session of the arbiter), open ones by deadline, closed ones newest first.
// Statements and evidence of a case are the documents and messages of its order.
import { z } from "zod";
import { orderCardSchema } from "./orders.ts";
import { pageOf, pageQuerySchema } from "./paging.ts";
import { bpsSchema, secSchema, uintSchema } from "./primitives.ts";

export const casesQuerySchema = pageQuerySchema.extend({ state: z.enum(["open", "closed"]).default("open") });
export type CasesQuery = z.infer<typeof casesQuerySchema>;

export const arbiterCaseSchema = z.object({
  order: orderCardSchema,
  /** named by the listing, or drawn from the fallback pool */
  seat: z.enum(["named", "fallback"]),
  openedAtSec: secSchema,
  /** rule by; null before the answer and when closed */
  deadlineSec: secSchema.nullable(),
  /** what the ruling earns, or earned */
  feeAtto: uintSchema,
  documents: z.int(),
  messages: z.int(),
  /** it can be ruled now */
  canRule: z.boolean(),
  /** closed: the share of the buyer and whether this arbiter ruled it */
  buyerBps: bpsSchema.nullable(),
  isRuledByMe: z.boolean(),
});
export type ArbiterCase = z.infer<typeof arbiterCaseSchema>;
export const casePageSchema = pageOf(arbiterCaseSchema);
export type CasePage = z.infer<typeof casePageSchema>;
