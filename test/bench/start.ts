// `node test/bench/start.ts [--json FILE]`: how long `npm start` takes until everything answers, the second time on a
// folder, beside the first time on it (both without the demo catalogue). Rows as in `node.ts`.
import { writeFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { freePorts, startSuite, temporaryFolder } from "../support/suite.ts";

const GOAL_SEC = 10;

async function measureStartSec(dataDir: string): Promise<number> {
  const ports = await freePorts();
  const startedAt = performance.now();
  const suite = startSuite({ dataDir, ports });
  await suite.ready;
  const seconds = (performance.now() - startedAt) / 1000;
  await suite.stop();
  return seconds;
}

const { values } = parseArgs({ options: { json: { type: "string" } } });
const folder = await temporaryFolder("bench-start");
const firstSec = await measureStartSec(folder.dir);
const secondSec = await measureStartSec(folder.dir);
await folder.remove();

const row = {
  work: "second start until everything answers",
  unit: "s",
  ours: Number(secondSec.toPrecision(3)),
  peer: Number(firstSec.toPrecision(3)),
  peerName: "first start, without seed",
  ratio: Number((firstSec / secondSec).toPrecision(3)),
  goal: `<= ${GOAL_SEC} s`,
};
process.stdout.write(
  `${row.work.padEnd(44)} ours ${row.ours} s, ${row.peerName} ${row.peer} s, ratio ${row.ratio} (goal ${row.goal})\n`,
);
if (values.json) writeFileSync(values.json, `${JSON.stringify([row], null, 2)}\n`);
