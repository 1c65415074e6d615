// POST /api/orders/:id/review (session of the buyer; the order released; one each). GET /api/listings/:id/reviews and
// GET /api/sellers/:address/reviews, newest first.
import { z } from "zod";
import { pageOf } from "./paging.ts";
import { addressSchema, idSchema, partySchema, secSchema, textSchema } from "./primitives.ts";

export const newReviewSchema = z.strictObject({
  stars: z.int().min(1).max(5),
  text: textSchema(0, 2000),
});
export type NewReview = z.infer<typeof newReviewSchema>;

export const reviewSchema = z.object({
  orderId: idSchema,
  stars: z.int(),
  text: z.string(),
  buyer: partySchema,
  seller: addressSchema,
  listings: z.array(z.object({ id: idSchema, title: z.string() })),
  createdAtSec: secSchema,
});
export type Review = z.infer<typeof reviewSchema>;
export const reviewPageSchema = pageOf(reviewSchema);
export type ReviewPage = z.infer<typeof reviewPageSchema>;
