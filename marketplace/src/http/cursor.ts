// Opaque cursors for keyset paging: the sort key of the last row, as base64url JSON. A cursor is no secret and grants
// nothing; a damaged one, or one of another list, is a named error.
import { z } from "zod";
import { ApiError } from "./apiError.ts";

const partsSchema = z.array(z.string().max(100)).max(6);

export function encodeCursor(list: string, key: readonly (string | number | bigint)[]): string {
  return Buffer.from(JSON.stringify([list, ...key.map(String)])).toString("base64url");
}

/** @returns the key's parts, null where there is no cursor. */
export function decodeCursor(list: string, length: number, cursor: string | undefined): string[] | null {
  if (cursor === undefined) return null;
  const parts = partsSchema.safeParse(parseJson(Buffer.from(cursor, "base64url").toString("utf8")));
  const isFitting = parts.success && parts.data[0] === list && parts.data.length === length + 1;
  const isNumeric = isFitting && parts.data.slice(1).every((part) => /^-?\d{1,78}(\.\d{1,12})?$/.test(part));
  if (!isNumeric)
    throw new ApiError("invalid_cursor", "cursor: is not one of this list", { param: "cursor" });
  return parts.data.slice(1);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Cuts a page out of `limit + 1` rows: one row more than asked says that there is a next page. */
export function pageFrom<Row, Item>(
  rows: readonly Row[],
  limit: number,
  options: { item: (row: Row) => Item; cursor: (row: Row) => string },
): { data: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return { data: shown.map(options.item), nextCursor: hasMore ? options.cursor(last) : null };
}
