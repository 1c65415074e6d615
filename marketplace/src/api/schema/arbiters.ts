// GET /api/arbiters, /api/arbiters/:address; the desk: GET /api/arbiter/cases?state=open|closed and /api/arbiter/summary
// (session of the arbiter). Evidence is read through the order.
import { z } from "zod";
import { addressSchema, bpsSchema, hashSchema, moneySchema, secSchema, uintSchema } from "./primitives.ts";

export const bondSchema = z.object({
  currency: addressSchema,
  bondAtto: uintSchema,
  /** held by open cases */
  reservedAtto: uintSchema,
});
export type Bond = z.infer<typeof bondSchema>;

export const arbiterCardSchema = z.object({
  address: addressSchema,
  name: z.string().nullable(),
  about: z.string(),
  languages: z.array(z.string()),
  isActive: z.boolean(),
  isFallback: z.boolean(),
  feeBps: bpsSchema,
  ruled: z.int(),
  missed: z.int(),
  openCases: z.int(),
  medianRulingSec: secSchema.nullable(),
  messageKey: hashSchema.nullable(),
  bonds: z.array(bondSchema),
});
export type ArbiterCard = z.infer<typeof arbiterCardSchema>;
export const arbitersSchema = z.object({ data: z.array(arbiterCardSchema) });
export type Arbiters = z.infer<typeof arbitersSchema>;

export const arbiterSummarySchema = z.object({
  /** null: the account is no arbiter */
  arbiter: arbiterCardSchema.nullable(),
  openCases: z.int(),
  feesEarned: z.array(moneySchema),
  withdrawable: z.array(moneySchema),
});
export type ArbiterSummary = z.infer<typeof arbiterSummarySchema>;
