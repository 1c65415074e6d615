/** A day from a date field ("2026-11-22") as Unix seconds in the visitor's own time zone; null where none is chosen. */
export function dayStartSec(day: string | null): number | null {
  const at = dateOf(day);
  return at === null ? null : Math.floor(at / 1000);
}

/** The last second of the day. */
export function dayEndSec(day: string | null): number | null {
  const at = dateOf(day);
  if (at === null) return null;
  const next = new Date(at);
  next.setDate(next.getDate() + 1);
  return Math.floor(next.getTime() / 1000) - 1;
}

function dateOf(day: string | null): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? "");
  if (!match) return null;
  return new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3])).getTime();
}
