// POST /api/faucet {address} (devnet only): sends a little CMT. 429 where the address or the visitor had enough today.
import { z } from "zod";
import { addressSchema, hashSchema, uintSchema } from "./primitives.ts";

export const faucetRequestSchema = z.strictObject({ address: addressSchema });

export const faucetAnswerSchema = z.object({ transactionHash: hashSchema, amountAtto: uintSchema });
export type FaucetAnswer = z.infer<typeof faucetAnswerSchema>;
