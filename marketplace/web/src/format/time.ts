/** Times in Unix seconds as people read them, in the visitor's language. Pure: `nowSec` comes from the caller. */

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** "3 hours ago", "in 2 days"; "now" below a minute. */
export function formatRelative(atSec: number, nowSec: number, language: string): string {
  const distance = atSec - nowSec;
  const format = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  for (const [unit, seconds] of STEPS) {
    if (Math.abs(distance) >= seconds) return format.format(Math.trunc(distance / seconds), unit);
  }
  return format.format(0, "second");
}

export function formatAbsolute(atSec: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "medium" }).format(atSec * 1000);
}

/** A length of time in its two largest units: 93784 -> "1 day, 2 hr". Never negative. */
export function formatDuration(durationSec: number, language: string): string {
  const units: [string, number][] = [
    ["day", 86_400],
    ["hour", 3_600],
    ["minute", 60],
    ["second", 1],
  ];
  let rest = Math.max(0, Math.floor(durationSec));
  const parts: string[] = [];
  for (const [unit, seconds] of units) {
    const count = Math.floor(rest / seconds);
    rest -= count * seconds;
    if (count === 0 && !(unit === "second" && parts.length === 0)) continue;
    parts.push(new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "short" }).format(count));
    if (parts.length === 2) break;
  }
  return parts.join(" ");
}
