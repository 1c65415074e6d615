// The one command as its user meets it: first start, Ctrl-C, second start, and every fault as one sentence on stderr with a
// non-zero exit. One data folder is shared by the cases, which run in order; each fault is undone before the next.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openDatabase } from "@cybermiles/chain/database";
import { type Deployment, readDeployment } from "@cybermiles/contracts/deployments";
import { createPublicClient, http } from "viem";
import {
  type Ending,
  freePorts,
  type StartedSuite,
  type SuitePorts,
  startSuite,
  temporaryFolder,
} from "../support/suite.ts";
import { isAlive, pidsOf, untilGone } from "./support/processes.ts";
import { whyNoTmpfs, withinTmpfs } from "./support/smallDisk.ts";
import { assertYesterdayIsThere, makeYesterday, type Yesterday } from "./support/yesterday.ts";

const PAYMENTS_MIGRATIONS = join(import.meta.dirname, "../../payments/prisma/migrations");
const GONE_MS = 60_000;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let dataDir: string;
let ports: SuitePorts;
let running: StartedSuite | undefined;
let yesterday: Yesterday;
let deployment: Deployment;

before(async () => {
  folder = await temporaryFolder("start");
  dataDir = join(folder.dir, "data");
  ports = await freePorts();
});

after(async () => {
  await running?.stop();
  await folder.remove();
});

function start(options: Partial<Parameters<typeof startSuite>[0]> = {}): StartedSuite {
  running = startSuite({ dataDir, ports, ...options });
  return running;
}

/** The last line that a person sees is the only one on stderr, says this, and is no stack. */
function assertOneSentence({ code, stderr, output }: Ending, sentence: RegExp): void {
  assert.equal(code, 1, output);
  assert.match(stderr, sentence);
  assert.equal(stderr.trim().split("\n").length, 1, stderr);
  assert.doesNotMatch(output, /^\s+at .+:\d+:\d+\)?$/m);
  assert.ok(output.endsWith(stderr), output);
}

/** Puts garbage over a file, runs, and puts back what was there. */
async function withGarbageIn(file: string, run: () => Promise<void>): Promise<void> {
  const path = join(dataDir, file);
  const content = readFileSync(path);
  writeFileSync(path, randomBytes(content.length));
  await run();
  writeFileSync(path, content);
}

test("a first start prints URLs and demo accounts, deploys the contracts, and all three services are healthy", async () => {
  const suite = start();
  await suite.ready;
  for (const url of Object.values(suite.urls)) {
    const response = await fetch(`${url}/healthz`);
    assert.equal(response.status, 200, url);
  }
  deployment = await readDeployment({ rpcUrl: suite.urls.rpc, dir: join(dataDir, "deployments") });
  const client = createPublicClient({ transport: http(suite.urls.rpc) });
  for (const [name, address] of Object.entries(deployment.contracts)) {
    assert.ok(await client.getCode({ address }), `${name} has no code`);
  }
  yesterday = await makeYesterday(suite.urls, dataDir);
});

test("a folder or a port that another start holds is named, with the process or the variable", async () => {
  const held = startSuite({ dataDir, ports: await freePorts() });
  const holder = running?.process.pid;
  assertOneSentence(await held.exited, new RegExp(`${dataDir} is in use by npm start \\(process ${holder},`));
  const busy = startSuite({ dataDir: join(folder.dir, "other"), ports });
  assertOneSentence(
    await busy.exited,
    new RegExp(`^Port ${ports.chain} for chain is in use by another program.*CHAIN_PORT`),
  );
});

test("Ctrl-C stops everything, exit code 0, no process left", async () => {
  const pids = Object.values(pidsOf(dataDir));
  assert.ok(pids.every(isAlive));
  const { code, output, stderr } = await (running as StartedSuite).stop();
  assert.equal(code, 0, output);
  assert.equal(stderr, "");
  assert.deepEqual(pids.filter(isAlive), []);
  for (const url of [`http://localhost:${ports.marketplace}`, `http://localhost:${ports.payments}/docs`]) {
    assert.ok(output.includes(url), url);
  }
  assert.equal(output.match(/buyer \d {2}0x[0-9a-fA-F]{40} {2}0x[0-9a-f]{64}\n/g)?.length, 4);
  assert.ok(output.trimEnd().endsWith("stopped cleanly"), output);
  assert.doesNotMatch(output, /"level":/, "logs are for people");
});

test("a second start finds yesterday's chain, contracts, invoice and document; a killed service ends it by name", async () => {
  const suite = start();
  await suite.ready;
  await assertYesterdayIsThere(yesterday, suite.urls, dataDir);
  const pids = pidsOf(dataDir);
  process.kill(pids.payments, "SIGKILL");
  const ending = await suite.exited;
  assertOneSentence(ending, /^payments was killed by SIGKILL/);
  assert.match(ending.output, /ready in \d+\.\d s/);
  assert.doesNotMatch(ending.output, /merchantRegistry at/, "nothing is deployed twice");
  assert.deepEqual(Object.values(pids).filter(isAlive), []);
});

test("damaged chain data and a damaged database are named with the remedy", async () => {
  await withGarbageIn("chain/chain.mdb", async () => {
    assertOneSentence(
      await start().exited,
      /chain ended: the chain data in .*chain\.mdb is damaged:.*restore/,
    );
  });
  await withGarbageIn("payments/database/postgres/global/pg_control", async () => {
    assertOneSentence(
      await start().exited,
      /payments ended: The database folder .* is damaged .*restore it from a backup/,
    );
  });
});

test("a database of another chain is refused with both chains' names", async () => {
  const setGenesis = async (from: string, to: string) => {
    const dir = join(dataDir, "payments/database");
    const chain = { chainId: deployment.chainId, genesisHash: from };
    const database = await openDatabase({ dir, migrationsDir: PAYMENTS_MIGRATIONS, chain });
    await database.execute("UPDATE chain_identity SET genesis_hash = $1", [to]);
    await database.close();
  };
  const other = `0x${"ab".repeat(32)}`;
  await setGenesis(deployment.genesisHash, other);
  const refused = await start().exited;
  await setGenesis(other, deployment.genesisHash);
  assertOneSentence(
    refused,
    new RegExp(`payments ended: .*belongs to chain \\d+ with genesis ${other}, but the node`),
  );
});

test("a folder that was repaired works again; when the start itself is killed, its services stop by themselves", async () => {
  const suite = start();
  await suite.ready;
  await assertYesterdayIsThere(yesterday, suite.urls, dataDir);
  const pids = Object.values(pidsOf(dataDir));
  suite.process.kill("SIGKILL");
  await suite.exited;
  await untilGone(pids, GONE_MS);
});

test("SIGTERM in the middle of a first start stops it cleanly, and the next start goes on", async () => {
  const cut = { dataDir: join(folder.dir, "cut") };
  const suite = start(cut);
  await suite.printed("contracts are on chain");
  suite.process.kill("SIGTERM");
  const { code, output, stderr } = await suite.exited;
  assert.deepEqual({ code, stderr }, { code: 0, stderr: "" }, output);
  const again = start(cut);
  await again.ready;
  assert.equal((await again.stop()).code, 0);
});

test("a read-only disk and a full disk are one sentence", async (t) => {
  const disk = join(folder.dir, "disk");
  mkdirSync(disk);
  const reason = whyNoTmpfs(disk);
  if (reason !== undefined) return t.skip(reason);
  for (const dir of [disk, join(disk, "data")]) {
    const readOnly = start({ dataDir: dir, within: withinTmpfs(disk, "ro") });
    assertOneSentence(await readOnly.exited, /cannot be written: it is read-only/);
  }
  const small = start({ dataDir: join(disk, "data"), within: withinTmpfs(disk, "size=8m") });
  assertOneSentence(await small.exited, /The disk is full: \d+ MiB are left at .* and a start needs \d+ MiB/);
  const full = start({ dataDir: join(disk, "data"), within: withinTmpfs(disk, "nr_inodes=3") });
  assertOneSentence(await full.exited, /the disk is full/);
});

test("an unknown flag and a port that is none are one sentence", async () => {
  assertOneSentence(await start({ env: { CHAIN_PORT: "99999" } }).exited, /^CHAIN_PORT: expected a port/);
});
