// Checks what was sent against its schema. The first fault becomes the answer, naming its field.
import type { z } from "zod";
import { ApiError } from "./apiError.ts";

export function parse<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = issue?.path.map(String).join(".") ?? "";
  const message = issue?.message ?? "is not valid";
  throw new ApiError(
    "invalid_parameter",
    path === "" ? message : `${path}: ${message}`,
    path === "" ? {} : { param: path },
  );
}
