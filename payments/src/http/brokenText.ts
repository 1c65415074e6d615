/**
 * Finds text that PostgreSQL cannot keep as it is: NUL is refused by it, half a surrogate pair would be stored as
 * another character. Looked for in everything that a caller sends, so that no field can be forgotten.
 */

/** No schema is as deep; what is deeper is refused by its schema, and must not exhaust the stack here. */
const DEEPEST = 10;

/** @returns The dotted path of the first such string or key, or undefined. */
export function brokenTextAt(value: unknown, path = "", depth = 0): string | undefined {
  if (typeof value === "string") return isBroken(value) ? path : undefined;
  if (typeof value !== "object" || value === null || depth > DEEPEST) return undefined;
  for (const [key, one] of Object.entries(value)) {
    const where = path === "" ? key : `${path}.${key}`;
    if (isBroken(key)) return path || "body";
    const found = brokenTextAt(one, where, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isBroken(text: string): boolean {
  return text.includes("\u0000") || !text.isWellFormed();
}
