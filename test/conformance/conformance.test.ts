// Ethereum's published vectors in the test run: all of TransactionTests, RLPTests and TrieTests, and a sample of the state tests
// (`npm run vectors` runs them all). Without the vectors the tests are skipped.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { ENGINE_NAMES } from "./engines.ts";
import { DEFAULT_FOLDER, findVectors, hasDefaultVectors } from "./findVectors.ts";
import { sum, type Tally } from "./outcome.ts";
import { runFiles } from "./runFiles.ts";

const STATE_FILES_STRIDE = { vm: 8, ethereumjs: 60 } as const;
const LEAST_CASES = { vm: 1_000, ethereumjs: 100 } as const;
const LEAST_OTHER_CASES = 200;

const skip = hasDefaultVectors() ? false : `no published vectors in ${DEFAULT_FOLDER}`;

async function runAll(paths: readonly string[], engine: (typeof ENGINE_NAMES)[number]): Promise<Tally> {
  const tallies: Tally[] = [];
  await runFiles(paths, engine, ({ tally }) => tallies.push(tally));
  return sum(tallies);
}

for (const engine of ENGINE_NAMES) {
  test(`a sample of the published state tests on ${engine}`, { skip }, async (context) => {
    const all = findVectors(join(DEFAULT_FOLDER, "GeneralStateTests"));
    const chosen = all.filter((_, i) => i % STATE_FILES_STRIDE[engine] === 0);
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
