// `npm test`: builds, runs every runner two at a time, prints each one's time and counts, and ends with one line
// `N passed, N failed` (and `, N skipped`) summed over all. A name or part of one as argument runs only those.
import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { BuildError, build } from "./build.ts";
import { ROOT } from "./root.ts";
import { RUNNERS, type Runner } from "./runners.ts";

interface Outcome {
  readonly runner: Runner;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
  readonly output: string;
}

const LANES = 2;
const LOGS = join(ROOT, "test", ".output");

/** Closing lines of node's runner ("ℹ pass 3") and of Hardhat's ("3 passing"); a command may close several times. */
const COUNTED = {
  passed: /^(?:ℹ pass (\d+)|\s*(\d+) passing\b.*)$/gm,
  failed: /^(?:ℹ fail (\d+)|\s*(\d+) failing\b.*)$/gm,
  skipped: /^(?:ℹ skipped (\d+)|\s*(\d+) (?:pending|skipped)\b.*)$/gm,
} as const;

function sumOf(output: string, pattern: RegExp): number | undefined {
  const matches = [...output.matchAll(pattern)];
  return matches.length === 0
    ? undefined
    : matches.reduce((sum, match) => sum + Number(match[1] ?? match[2]), 0);
}

/** Reads a runner's closing lines; a runner that printed none counts as one test that passed or failed by its exit code. */
function countOutcome(
  runner: Runner,
  code: number,
  output: string,
): Pick<Outcome, "passed" | "failed" | "skipped"> {
  const exitOnly = { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  if (runner.counts === "exit") return exitOnly;
  const passed = sumOf(output, COUNTED.passed);
  if (passed === undefined) return exitOnly;
  const failed = sumOf(output, COUNTED.failed) ?? 0;
  return {
    passed,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: sumOf(output, COUNTED.skipped) ?? 0,
  };
}

function runOne(runner: Runner): Promise<Outcome> {
  const startedAtMs = Date.now();
  const [file = "", ...args] = runner.command;
  return new Promise((resolve) => {
    const log = createWriteStream(join(LOGS, `${runner.name.replaceAll(/[^a-z]+/g, "-")}.txt`));
    const child = spawn(file, args, {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, FORCE_COLOR: "0" },
    });
    let output = "";
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
      log.write(chunk);
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", (error) => collect(Buffer.from(`could not start: ${error.message}\n`)));
    child.on("close", (code) => {
      log.end();
      const text = stripVTControlCharacters(output);
      resolve({
        runner,
        ...countOutcome(runner, code ?? 1, text),
        seconds: (Date.now() - startedAtMs) / 1000,
        output: text,
      });
    });
  });
}

function report(outcome: Outcome): void {
  const { runner, passed, failed, skipped, seconds, output } = outcome;
  const mark = failed > 0 ? "FAIL" : "ok  ";
  process.stdout.write(
    `${mark} ${runner.name.padEnd(22)} ${seconds.toFixed(1).padStart(6)} s  passed ${passed}, failed ${failed}, skipped ${skipped}\n`,
  );
  for (const line of output.split("\n")) {
    if (/^\s*﹣ .*#/.test(line)) process.stdout.write(`     skipped: ${line.trim().slice(2)}\n`);
  }
  if (failed > 0) process.stdout.write(`${output.split("\n").slice(-150).join("\n")}\n`);
}

async function runAll(runners: readonly Runner[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const queue = [...runners].sort((a, b) => b.weight - a.weight);
  const lane = async () => {
    for (let runner = queue.shift(); runner !== undefined; runner = queue.shift()) {
      const outcome = await runOne(runner);
      report(outcome);
      outcomes.push(outcome);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return outcomes;
}

const wanted = process.argv.slice(2);
const selected = RUNNERS.filter(
  (runner) => wanted.length === 0 || wanted.some((word) => runner.name.includes(word)),
);
if (selected.length === 0) {
  process.stderr.write(
    `No runner is called ${wanted.join(" or ")}; there are: ${RUNNERS.map((r) => r.name).join(", ")}.\n`,
  );
  process.exit(1);
}
mkdirSync(LOGS, { recursive: true });
try {
  await build((line) => process.stdout.write(`[build] ${line}\n`));
} catch (error) {
  process.stderr.write(`${error instanceof BuildError ? error.message : error}\n`);
  process.stdout.write("0 passed, 1 failed\n");
  process.exit(1);
}
const startedAtMs = Date.now();
const outcomes = await runAll(selected);
const sum = (key: "passed" | "failed" | "skipped") =>
  outcomes.reduce((total, outcome) => total + outcome[key], 0);
process.stdout.write(
  `\nran ${outcomes.length} runners in ${((Date.now() - startedAtMs) / 60_000).toFixed(1)} minutes\n`,
);
process.stdout.write(`${sum("passed")} passed, ${sum("failed")} failed, ${sum("skipped")} skipped\n`);
process.exit(sum("failed") > 0 ? 1 : 0);
