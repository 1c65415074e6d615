/** Which tables, or which columns of tables, come from the chain. Pure: names and their checks. */

/**
 * Table name -> "rows": every row is written by applyBlock; or the columns that applyBlock updates in rows that users
 * own. A rebuild empties the first and sets the second to their column DEFAULT.
 */
export type ReadModelTables = Readonly<Record<string, "rows" | readonly string[]>>;

/** An identifier as PostgreSQL takes it. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
