// What a person sees of a service's output: its JSON log lines as `time LEVEL message key=value`, everything else as it
// is; and, when a service has ended by itself, the one sentence that says why. Pure: text in, text out.

const LEVELS: Readonly<Record<number, string>> = {
  10: "trace",
  20: "debug",
  40: "WARN",
  50: "ERROR",
  60: "FATAL",
};
const ERROR_LEVEL = 50;
const HIDDEN = new Set(["level", "time", "pid", "hostname", "name", "msg", "err"]);
const MAX_VALUE_LENGTH = 200;

interface LogEntry {
  readonly level: number;
  readonly time: number;
  readonly msg?: string;
  readonly err?: { readonly message?: string; readonly stack?: string };
}

function parseEntry(line: string): LogEntry | undefined {
  if (!line.startsWith("{")) return undefined;
  try {
    const entry = JSON.parse(line);
    return typeof entry.level === "number" && typeof entry.time === "number" ? entry : undefined;
  } catch {
    return undefined;
  }
}

function showValue(value: unknown): string {
  const text = typeof value === "string" && !/[\s"=]/.test(value) ? value : JSON.stringify(value);
  return text.length > MAX_VALUE_LENGTH ? `${text.slice(0, MAX_VALUE_LENGTH)}…` : text;
}

/** One line of a service as the lines to show; an error's stack follows on lines of its own. */
export function readableLines(line: string): string[] {
  const entry = parseEntry(line);
  if (entry === undefined) return [line];
  const { level, time, msg = "", err } = entry;
  const clock = new Date(time).toTimeString().slice(0, 8);
  const fields = Object.entries(entry)
    .filter(([key, value]) => !HIDDEN.has(key) && value !== undefined && value !== null)
    .map(([key, value]) => `${key}=${showValue(value)}`);
  const why = err?.message === undefined ? "" : `: ${err.message.split("\n")[0]}`;
  const words = [clock, LEVELS[level] ?? "", `${msg}${why}`, ...fields].filter((word) => word !== "");
  const frames =
    level >= ERROR_LEVEL ? (err?.stack ?? "").split("\n").filter((it) => /^\s+at /.test(it)) : [];
  return [words.join(" "), ...frames];
}

/** `payments: The disk is full.` on stderr is a service's last word: told once, at the very end. */
export function lastWordOf(service: string, stderrLine: string): string | undefined {
  const prefix = `${service}: `;
  return stderrLine.startsWith(prefix) ? stderrLine.slice(prefix.length) : undefined;
}

export interface Ending {
  readonly service: string;
  readonly code: number | null;
  readonly signal: string | null;
  readonly lastWord: string | undefined;
  readonly stderr: readonly string[];
}

/** Why a service that nobody asked to stop has ended, in one sentence. */
export function endingSentence({ service, code, signal, lastWord, stderr }: Ending): string {
  if (lastWord !== undefined) return `${service} ended: ${lastWord}`;
  if (signal !== null)
    return `${service} was killed by ${signal}; what it stored is kept, start again to go on.`;
  const said = stderr.findLast((line) => /^\w*(Error|Exception)\b/.test(line)) ?? stderr.at(-1);
  return said === undefined
    ? `${service} ended with code ${code} without saying why.`
    : `${service} ended with code ${code}: ${said}`;
}
