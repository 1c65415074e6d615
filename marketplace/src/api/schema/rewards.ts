// GET /api/rewards/:address (a buyer's balances), GET /api/programs/:merchant (a programme with its liability, public).
import { z } from "zod";
import { hashSchema, idSchema, partySchema, secSchema, uintSchema } from "./primitives.ts";
import { programSchema } from "./sellers.ts";

/** Token amounts are in 1e-18 token; `valueAtto` is the balance as a discount, in the programme's currency. */
export const rewardBalanceSchema = z.object({
  program: programSchema,
  merchant: partySchema,
  balanceAtto: uintSchema,
  valueAtto: uintSchema,
  /** payback of open orders */
  pendingAtto: uintSchema,
  /** closed orders whose rewards can still be claimed (settle) */
  claimableOrderIds: z.array(idSchema),
});
export type RewardBalance = z.infer<typeof rewardBalanceSchema>;
export const rewardBalancesSchema = z.object({ data: z.array(rewardBalanceSchema) });
export type RewardBalances = z.infer<typeof rewardBalancesSchema>;

export const liabilitySchema = z.object({
  issuedAtto: uintSchema,
  heldAtto: uintSchema,
  pledgedAtto: uintSchema,
  /** all of it at the current rate, in the programme's currency */
  valueAtto: uintSchema,
});
export type Liability = z.infer<typeof liabilitySchema>;

export const programDetailSchema = z.object({
  /** null: the merchant has none yet */
  program: programSchema.nullable(),
  liability: liabilitySchema.nullable(),
  holders: z.int(),
  redeemedAtto: uintSchema,
  earnedAtto: uintSchema,
  noticeSec: secSchema,
  maxEarnBps: z.int(),
  history: z.array(
    z.object({
      event: z.enum([
        "ProgramCreated",
        "EarnRateChanged",
        "RateImproved",
        "RateCutAnnounced",
        "RateCutCancelled",
      ]),
      atSec: secSchema,
      transactionHash: hashSchema,
      earnBps: z.int().nullable(),
      rateAtto: uintSchema.nullable(),
    }),
  ),
});
export type ProgramDetail = z.infer<typeof programDetailSchema>;
