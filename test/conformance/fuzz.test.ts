// Our virtual machine against @ethereumjs/evm on random programs and transactions: new seeds in every run, printed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { compareEngines } from "./differential.ts";

const RUNS = 2_000;

test("both engines agree on random transactions", async (context) => {
  const first = Date.now() % 1_000_000_000;
  context.diagnostic(`seeds ${first} to ${first + RUNS - 1}`);
  const differences: string[] = [];
  for (let seed = first; seed < first + RUNS; seed++) {
    const difference = await compareEngines(seed);
    if (difference !== undefined) differences.push(difference);
  }
  assert.deepEqual(differences, []);
});
