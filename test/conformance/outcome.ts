// What became of one published case, and the sums of many.

export type Outcome =
  | { readonly status: "passed" }
  | { readonly status: "failed"; readonly why: string }
  | { readonly status: "skipped"; readonly why: string };

export interface Tally {
  readonly passed: number;
  readonly failures: readonly string[];
  /** Reason to count. */
  readonly skipped: Readonly<Record<string, number>>;
}

export const PASSED: Outcome = { status: "passed" };
export const NOTHING: Tally = { passed: 0, failures: [], skipped: {} };

export function failed(why: string): Outcome {
  return { status: "failed", why };
}

export function skipped(why: string): Outcome {
  return { status: "skipped", why };
}

/** The usual end of a check: equal is passed. */
export function expectEqual(what: string, actual: string, expected: string): Outcome {
  return actual === expected ? PASSED : failed(`${what} ${actual}, expected ${expected}`);
}

export function count(title: string, outcome: Outcome): Tally {
  if (outcome.status === "passed") return { ...NOTHING, passed: 1 };
  if (outcome.status === "failed") return { ...NOTHING, failures: [`${title}: ${outcome.why}`] };
  return { ...NOTHING, skipped: { [outcome.why]: 1 } };
}

export function sum(tallies: readonly Tally[]): Tally {
  const reasons: Record<string, number> = {};
  for (const { skipped } of tallies)
    for (const [why, times] of Object.entries(skipped)) reasons[why] = (reasons[why] ?? 0) + times;
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failures: tallies.flatMap(({ failures }) => failures),
    skipped: reasons,
  };
}
