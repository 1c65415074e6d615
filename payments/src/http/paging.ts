/** Cursor paging, newest first: the cursor is the last id of the page before, and ids sort by time. */
export type Page<T> = { object: "list"; data: T[]; nextCursor: string | null };

/** `rows` holds one more than `limit` where there is a next page. */
export function pageOf<Row extends { id: string }, T>(
  rows: readonly Row[],
  limit: number,
  show: (row: Row) => T,
): Page<T> {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    object: "list",
    data: page.map(show),
    nextCursor: rows.length > limit && last !== undefined ? last.id : null,
  };
}
