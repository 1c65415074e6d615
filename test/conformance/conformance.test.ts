// Ethereum's published vectors in the test run: TransactionTests, RLPTests, TrieTests and the state tests but for a few that take
// a minute each (`npm run vectors` runs them too); a sample of them on the second engine. Without the vectors all is skipped.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { ENGINE_NAMES } from "./engines.ts";
import { DEFAULT_FOLDER, findVectors, hasDefaultVectors } from "./findVectors.ts";
import { sum, type Tally } from "./outcome.ts";
import { runFiles } from "./runFiles.ts";

const TAKES_A_MINUTE = /loopMul|loopExp|MaxRounds|Call50000/;
const STATE_FILES_STRIDE = { vm: 1, ethereumjs: 60 } as const;
const LEAST_CASES = { vm: 15_000, ethereumjs: 100 } as const;
const LEAST_OTHER_CASES = 200;

const skip = hasDefaultVectors() ? false : `no published vectors in ${DEFAULT_FOLDER}`;

async function runAll(paths: readonly string[], engine: (typeof ENGINE_NAMES)[number]): Promise<Tally> {
  const tallies: Tally[] = [];
  await runFiles(paths, engine, ({ tally }) => tallies.push(tally));
  return sum(tallies);
}

for (const engine of ENGINE_NAMES) {
  test(`the published state tests on ${engine}, one file in ${STATE_FILES_STRIDE[engine]}`, {
    skip,
  }, async (context) => {
    const all = findVectors(join(DEFAULT_FOLDER, "GeneralStateTests"));
    const chosen = all.filter(
      (path, i) => i % STATE_FILES_STRIDE[engine] === 0 && !TAKES_A_MINUTE.test(path),
    );
    const { passed, failures } = await runAll(chosen, engine);
    context.diagnostic(`${passed} cases passed in ${chosen.length} of ${all.length} files`);
    assert.deepEqual(failures, []);
    assert.ok(passed >= LEAST_CASES[engine], `only ${passed} cases ran`);
  });
}

test("the published transactions, encodings and tries", { skip }, async (context) => {
  const folders = ["TransactionTests", "RLPTests", "TrieTests"];
  const { passed, failures } = await runAll(
    folders.flatMap((name) => findVectors(join(DEFAULT_FOLDER, name))),
    "vm",
  );
  context.diagnostic(`${passed} cases passed`);
  assert.deepEqual(failures, []);
  assert.ok(passed >= LEAST_OTHER_CASES, `only ${passed} cases ran`);
});
