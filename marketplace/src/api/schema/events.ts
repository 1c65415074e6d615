// GET /api/events?order=<id>: server-sent events, each `data` a LiveEvent. They say that something changed, never
// what: fetch it again. A comment line every 20 s keeps the stream open.
import { z } from "zod";
import { idSchema } from "./primitives.ts";

export const liveEventSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("block"), number: z.int(), atSec: z.int(), transactions: z.int() }),
  /** the order, its messages or its documents changed */
  z.object({ type: z.literal("order"), id: idSchema }),
  z.object({ type: z.literal("listing"), id: idSchema }),
]);
export type LiveEvent = z.infer<typeof liveEventSchema>;
