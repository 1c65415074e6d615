// One byte string per document: keys sorted by UTF-16 code units, no white space, no undefined (as RFC 8785 for the
// values documents have: strings, integers, booleans, null, arrays, objects). A document's content hash is
// keccak256 of these bytes in UTF-8. No imports: the web app bundles this file.

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

export function canonicalJson(value: Json): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value))
      throw new RangeError(`A document holds whole numbers only, got ${value}.`);
    return String(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] as Json)}`);
  return `{${members.join(",")}}`;
}
