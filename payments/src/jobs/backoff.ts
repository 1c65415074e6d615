/**
 * When a job that failed is tried again: 5 s, doubling to 4 h, with up to 20 % of jitter so that a shop that comes back
 * is not hit by everything at once. Eighteen attempts spread over about 26 hours; then the job is given up.
 */
const FIRST_SEC = 5;
const LONGEST_SEC = 4 * 3600;

export const MAX_ATTEMPTS = 18;

/** @returns Seconds until the next try after the `attempt`-th (from 1) failed, or null: no more. */
export function retryDelaySec(attempt: number, random: () => number = Math.random): number | null {
  if (attempt >= MAX_ATTEMPTS) return null;
  const delay = Math.min(FIRST_SEC * 2 ** (attempt - 1), LONGEST_SEC);
  return Math.ceil(delay * (1 + 0.2 * random()));
}
