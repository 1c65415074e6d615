// All cases of one file of published vectors. What a file holds is told by its fields, not by its folder,
// so the layouts of ethereum/tests and execution-spec-tests need no distinction.
import { readFileSync } from "node:fs";
import type { EngineName } from "./engines.ts";
import { count, failed, type Outcome, skipped, sum, type Tally } from "./outcome.ts";
import { type RlpTest, runRlpCase } from "./rlpCase.ts";
import { runStateCase, type StateTest } from "./stateCase.ts";
import { runTransactionCase, type TransactionTest } from "./transactionCase.ts";
import { runTrieCase, type TrieTest } from "./trieCase.ts";

type Fields = Readonly<Record<string, unknown>>;

export async function runFile(path: string, engine: EngineName): Promise<Tally> {
  const content: unknown = JSON.parse(readFileSync(path, "utf8"));
  const tests = isFields(content) ? Object.entries(content).filter(([, test]) => isFields(test)) : [];
  if (tests.length === 0) return count(path, skipped("a file without tests"));
  const tallies: Tally[] = [];
  for (const [title, test] of tests) tallies.push(await runTest(path, title, test as Fields, engine));
  return sum(tallies);
}

async function runTest(path: string, title: string, test: Fields, engine: EngineName): Promise<Tally> {
  const tallies: Tally[] = [];
  const check = async (name: string, run: () => Outcome | Promise<Outcome>): Promise<void> => {
    const fullName = `${path} ${name}`;
    try {
      tallies.push(count(fullName, await run()));
    } catch (error) {
      tallies.push(count(fullName, failed(String(error))));
    }
  };
  if ("post" in test && "pre" in test && "transaction" in test) {
    const stateTest = test as unknown as StateTest;
    for (const [fork, posts] of Object.entries(stateTest.post))
      for (const [i, post] of posts.entries())
        await check(`${title} ${fork} ${i}`, () => runStateCase(stateTest, fork, post, engine));
  } else if ("txbytes" in test && "result" in test) {
    const { txbytes, result } = test as unknown as TransactionTest;
    for (const [fork, expected] of Object.entries(result))
      await check(`${title} ${fork}`, () => runTransactionCase(txbytes, fork, expected));
  } else if ("in" in test && "root" in test) {
    const isSecure = /secure/i.test(path);
    await check(title, () => runTrieCase(test as unknown as TrieTest, isSecure));
  } else if ("in" in test && "out" in test) {
    await check(title, () => runRlpCase(test as unknown as RlpTest));
  } else {
    await check(title, () => skipped(kindOf(test)));
  }
  return sum(tallies);
}

function kindOf(test: Fields): string {
  if ("blocks" in test || "engineNewPayloads" in test) return "a blockchain test, not a state test";
  if ("in" in test && "tests" in test) return "a test of walking a trie's keys, which the node never does";
  return "a kind of test that the runner does not know";
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
