// GET /api/keys?addresses=0x…,0x…: the X25519 message keys that accounts published, to encrypt to; null = none yet.
import { z } from "zod";
import { addressSchema, hashSchema } from "./primitives.ts";

export const messageKeysQuerySchema = z.object({
  addresses: z
    .string()
    .max(2200)
    .transform((value) => value.split(","))
    .pipe(z.array(addressSchema).min(1).max(50)),
});

export const messageKeysSchema = z.object({
  data: z.array(z.object({ address: addressSchema, messageKey: hashSchema.nullable() })),
});
export type MessageKeys = z.infer<typeof messageKeysSchema>;
