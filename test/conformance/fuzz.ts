// `npm run fuzz:evm -w test -- [--runs N] [--seed FIRST]`: random programs and transactions on our virtual machine and on
// @ethereumjs/evm, which must agree to the last unit of gas. Prints the seeds it used, and each one that differs.
import { parseArgs } from "node:util";
import { compareEngines } from "./differential.ts";

const DEFAULT_RUNS = "2000";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: DEFAULT_RUNS },
    seed: { type: "string", default: String(Date.now() % 1_000_000_000) },
  },
});
const [first, runs] = [Number(values.seed), Number(values.runs)];
const startedAtMs = performance.now();
let differing = 0;
for (let seed = first; seed < first + runs; seed++) {
  const difference = await compareEngines(seed);
  if (difference === undefined) continue;
  differing++;
  process.stdout.write(`${difference}\n`);
}
const seconds = (performance.now() - startedAtMs) / 1000;
process.stdout.write(
  `seeds ${first} to ${first + runs - 1}: ${runs - differing} agree, ${differing} differ (${seconds.toFixed(0)} s)\n`,
);
process.exit(differing === 0 ? 0 : 1);
