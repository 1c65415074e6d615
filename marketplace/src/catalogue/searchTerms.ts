// What a person typed, made safe for PostgreSQL's search: words become a prefix query, the whole becomes a LIKE
// pattern with its wildcards escaped. Nothing of it reaches SQL but as a parameter.

const MAX_WORDS = 8;

export type SearchTerms = {
  /** for to_tsquery: `rain:* & jack:*`; empty where there is no word */
  wordQuery: string;
  /** for LIKE with \ as escape */
  pattern: string;
  /** lower-case, single spaces */
  plain: string;
};

/** @returns null where nothing is left to search for. */
export function searchTerms(typed: string | undefined): SearchTerms | null {
  const visible = (typed ?? "").normalize("NFC").replace(/\p{C}/gu, " ");
  const plain = visible.toLowerCase().replace(/\s+/g, " ").trim();
  if (plain === "") return null;
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return {
    wordQuery: words
      .slice(0, MAX_WORDS)
      .map((word) => `${word}:*`)
      .join(" & "),
    pattern: `%${plain.replace(/[\\%_]/g, "\\$&")}%`,
    plain,
  };
}
