// Lists are pages of `data` with an opaque `nextCursor`; it is null on the last page.
// Errors have Stripe's shape; `code` is stable, `message` is for people, `param` names the field at fault.
import { z } from "zod";

export const DEFAULT_PAGE_SIZE = 24;

export const pageQuerySchema = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(DEFAULT_PAGE_SIZE),
});
export type PageQuery = z.infer<typeof pageQuerySchema>;

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ data: z.array(item), nextCursor: z.string().nullable() });
}
export type Page<T> = { data: T[]; nextCursor: string | null };

export const errorSchema = z.object({
  error: z.object({
    type: z.enum([
      "invalid_request_error",
      "authentication_error",
      "permission_error",
      "rate_limit_error",
      "api_error",
    ]),
    code: z.string(),
    message: z.string(),
    param: z.string().optional(),
    request_id: z.string(),
  }),
});
export type ApiErrorBody = z.infer<typeof errorSchema>;
