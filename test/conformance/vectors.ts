// `npm run vectors -- [DIR...] [--engine NAME] [--every N] [--match TEXT]`: every published case below the folders,
// against an engine, in worker threads. Prints passed, failed and skipped with reasons. The exit code is 1 where a case failed,
// or where fewer ran than are known to stand in the default folder.
import { parseArgs } from "node:util";
import { ENGINE_NAMES, type EngineName } from "./engines.ts";
import { DEFAULT_FOLDER, findVectors } from "./findVectors.ts";
import { sum, type Tally } from "./outcome.ts";
import { type FileResult, runFiles } from "./runFiles.ts";

/** Cases of the default folder (ethereum/tests at 4c87ebb) that must run: passed or failed, not skipped. */
const KNOWN_CASES = 15_815;

const SLOW_FILE_SEC = 10;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: "string", default: ENGINE_NAMES[0] },
    every: { type: "string", default: "1" },
    match: { type: "string", default: "" },
  },
});

const engine = ENGINE_NAMES.find((name) => name === values.engine);
if (engine === undefined) {
  process.stderr.write(`no engine is called ${values.engine}; there are ${ENGINE_NAMES.join(", ")}\n`);
  process.exit(2);
}
const folders = positionals.length > 0 ? positionals : [DEFAULT_FOLDER];
const every = Number(values.every);
const files = folders
  .flatMap(findVectors)
  .filter((path, i) => i % every === 0 && path.includes(values.match));
const isWhole = positionals.length === 0 && every === 1 && values.match === "";

const startedAtMs = performance.now();
const results = await runAll(files, engine);
const total = sum(results.map(({ tally }) => tally));
const ran = printTotal(total, results.length, (performance.now() - startedAtMs) / 1000);
const wanted = isWhole ? KNOWN_CASES : 1;
if (ran < wanted) process.stderr.write(`only ${ran} cases ran, at least ${wanted} are known\n`);
process.exit(total.failures.length > 0 || ran < wanted ? 1 : 0);

async function runAll(paths: readonly string[], name: EngineName): Promise<FileResult[]> {
  const all: FileResult[] = [];
  await runFiles(paths, name, (result) => {
    all.push(result);
    if (result.seconds > SLOW_FILE_SEC)
      process.stdout.write(`${result.seconds.toFixed(0)} s for ${result.path}\n`);
    for (const failure of result.tally.failures) process.stdout.write(`FAILED ${failure}\n`);
  });
  return all;
}

function printTotal({ passed, failures, skipped }: Tally, fileCount: number, seconds: number): number {
  const skippedCount = Object.values(skipped).reduce((all, times) => all + times, 0);
  for (const [why, times] of Object.entries(skipped)) process.stdout.write(`skipped ${times}: ${why}\n`);
  process.stdout.write(
    `${passed} passed, ${failures.length} failed, ${skippedCount} skipped in ${fileCount} files (${seconds.toFixed(0)} s, engine ${engine})\n`,
  );
  return passed + failures.length;
}
