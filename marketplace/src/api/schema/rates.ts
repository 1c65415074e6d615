// GET /api/rates: what one CMT is worth in the money people think in. Rates come from payments, with their source.
// A currency without a rate is absent; the screen then shows CMT and says so. Pure conversion beneath.
import { z } from "zod";
import { moneyCodeSchema, secSchema, uintSchema } from "./primitives.ts";

export const rateSchema = z.object({
  /** ISO 4217 */
  currency: moneyCodeSchema,
  /** one whole CMT = numerator / denominator whole units of `currency` */
  numerator: uintSchema,
  denominator: uintSchema,
  atSec: secSchema,
  source: z.string(),
});
export type Rate = z.infer<typeof rateSchema>;

export const ratesSchema = z.object({ data: z.array(rateSchema) });
export type Rates = z.infer<typeof ratesSchema>;
