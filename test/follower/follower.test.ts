/** @cybermiles/chain/follower on PGlite and PostgreSQL over a chain that the test controls block by block. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { afterEach } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { type Database, openDatabase } from "@cybermiles/chain/database";
import { type Follower, type FollowerOptions, startFollower } from "@cybermiles/chain/follower";
import { dumpReadModel, rebuildReadModel } from "@cybermiles/chain/follower/readModel";
import { onBothDatabases, type Place, shareOnePostgres } from "../support/databases.ts";
import { CHAIN_ID, FakeChain, type FakeTransfer } from "../support/fakeChain.ts";
import { applyTransfers, tables } from "./transferModel.ts";

shareOnePostgres();

type Options = Partial<FollowerOptions<undefined, undefined>>;

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function startChain(salt?: string): Promise<FakeChain> {
  const chain = await FakeChain.start(salt);
  closers.push(() => chain.stop());
  return chain;
}

async function open(place: Place, chain: FakeChain): Promise<Database> {
  const database = await openDatabase({
    ...place,
    migrationsDir: join(import.meta.dirname, "migrations"),
    chain: { chainId: CHAIN_ID, genesisHash: chain.genesisHash },
  });
  closers.push(() => database.close().catch(() => undefined));
  return database;
}

async function follow(database: Database, chain: FakeChain, options: Options = {}): Promise<Follower> {
  const { url: rpcUrl, wsUrl } = chain;
  const onError = (error: Error) => console.error("unexpected:", error);
  const follower = await startFollower({
    rpcUrl,
    wsUrl,
    database,
    tables,
    applyBlock: applyTransfers,
    onError,
    ...options,
  });
  closers.push(() => follower.close());
  return follower;
}

const PEOPLE = ["0xaa", "0xbb", "0xcc", "0xdd"];

/** The same transfers for the same seed; some blocks empty. */
function transfersOf(seed: number): FakeTransfer[] {
  const pick = (salt: number) => ((seed * 2_654_435_761 + salt * 40_503) >>> 7) % PEOPLE.length;
  return Array.from({ length: seed % 4 }, (_, i) => ({
    from: PEOPLE[pick(i)] as string,
    to: PEOPLE[(pick(i) + 1 + (i % 3)) % PEOPLE.length] as string,
    amountAtto: BigInt((seed % 3) + 1) * 10n ** 21n,
  }));
}

async function readModelOf(chain: FakeChain, place: Place): Promise<string> {
  const database = await open(place, chain);
  await rebuildReadModel(database, tables);
  const follower = await follow(database, chain);
  await follower.caughtUpTo(chain.height);
  await follower.close();
  const dump = await dumpReadModel(database, tables);
  await database.close();
  return dump;
}

async function until(what: string, done: () => boolean | Promise<boolean>): Promise<void> {
  const endMs = Date.now() + 10_000;
  while (!(await done())) {
    assert.ok(Date.now() < endMs, `waited 10 s for: ${what}`);
    await sleep(10);
  }
}

onBothDatabases(
  "a reorg of 3 blocks with different ones leaves no trace, and a rebuild equals it",
  async (place) => {
    const chain = await startChain();
    const database = await open(place, chain);
    await database.script("INSERT INTO invoices (id, pay_to) VALUES ('i1', '0xbb'), ('i2', '0xcc')");
    const rolledBackTo: bigint[] = [];
    const follower = await follow(database, chain, {
      onRollback: async (_tx, ancestor) => {
        rolledBackTo.push(ancestor.number);
      },
    });
    for (let seed = 1; seed <= 20; seed++) chain.mine(transfersOf(seed));
    await follower.caughtUpTo(20n);
    const before = await dumpReadModel(database, tables);

    for (let seed = 100; seed < 103; seed++) chain.mine(transfersOf(seed + 1));
    await follower.caughtUpTo(23n);
    assert.notEqual(await dumpReadModel(database, tables), before);
    await database.execute("UPDATE invoices SET memo = 'written by a user meanwhile' WHERE id = 'i1'");

    chain.revert(3);
    await until("the undo", () => follower.head().number === 20n);
    assert.equal(await dumpReadModel(database, tables), before);
    const [invoice] = await database.query("SELECT memo FROM invoices WHERE id = 'i1'");
    assert.deepEqual(invoice, { memo: "written by a user meanwhile" });

    for (let seed = 200; seed < 205; seed++) chain.mine(transfersOf(seed), "other");
    await follower.caughtUpTo(25n);
    // Different blocks of the same height, without a pause between.
    chain.revert(3);
    for (let seed = 300; seed < 304; seed++) chain.mine(transfersOf(seed), "third");
    await until("the third branch", () => follower.head().hash === chain.blocks.at(-1)?.header.hash);
    assert.deepEqual(rolledBackTo, [20n, 22n]);
    await follower.close();

    const live = await dumpReadModel(database, tables);
    assert.match(live, /# transfers: [1-9]/);
    await database.close();
    assert.equal(await readModelOf(chain, place), live);
  },
);

onBothDatabases("a reorg while it was stopped is found at the next start", async (place) => {
  const chain = await startChain();
  const first = await open(place, chain);
  const follower = await follow(first, chain);
  for (let seed = 1; seed <= 10; seed++) chain.mine(transfersOf(seed));
  await follower.caughtUpTo(10n);
  await follower.close();
  await first.close();
  chain.revert(4);
  for (let seed = 50; seed <= 60; seed++) chain.mine(transfersOf(seed));
  const again = await open(place, chain);
  const resumed = await follow(again, chain, { wsUrl: undefined });
  await resumed.caughtUpTo(chain.height);
  assert.equal(resumed.head().hash, chain.blocks.at(-1)?.header.hash);
  await resumed.close();
  const live = await dumpReadModel(again, tables);
  await again.close();
  assert.equal(await readModelOf(chain, place), live);
});

onBothDatabases("a handler that fails leaves nothing of its block and is asked again", async (place) => {
  const chain = await startChain();
  const database = await open(place, chain);
  const errors: string[] = [];
  let failures = 2;
  const follower = await follow(database, chain, {
    applyBlock: async (tx, block, extra) => {
      await applyTransfers(tx, block, extra);
      if (block.number === 3n && failures-- > 0) throw new Error("no luck");
    },
    onError: ({ message }, { fatal }) => errors.push(`${message} ${fatal}`),
  });
  for (let seed = 1; seed <= 5; seed++) chain.mine(transfersOf(seed));
  await follower.caughtUpTo(5n);
  assert.deepEqual(errors, ["no luck false", "no luck false"]);
  await follower.close();
  const live = await dumpReadModel(database, tables);
  await database.close();
  assert.equal(await readModelOf(chain, place), live);
});

onBothDatabases("user-owned columns and foreign keys to derived rows are guarded", async (place) => {
  const chain = await startChain();
  const database = await open(place, chain);
  await database.script("INSERT INTO invoices (id, pay_to) VALUES ('i1', '0xbb')");
  const errors: string[] = [];
  const wrong = async (statement: string, reason: RegExp) => {
    errors.length = 0;
    const follower = await follow(database, chain, {
      applyBlock: async (tx) => {
        await tx.execute(statement);
      },
      onError: ({ message }) => errors.push(message),
    });
    await until(`${reason}`, () => errors.length > 0);
    await follower.close();
    assert.match(errors[0] as string, reason);
  };
  chain.mine([{ from: "0xaa", to: "0xbb", amountAtto: 1n }]);
  await wrong("UPDATE invoices SET memo = 'mine'", /changed invoices\.memo, which is not declared/);
  await wrong("DELETE FROM invoices", /may only update rows of invoices, not delete/);
  await wrong("INSERT INTO invoices (id, pay_to) VALUES ('i2', 'x')", /not insert/);
  await database.script('CREATE TABLE notes (id int PRIMARY KEY, hash text REFERENCES "transfers" ("hash"))');
  await assert.rejects(follow(database, chain), /notes belongs to users and must not refer to transfers/);
  await database.close();
});

onBothDatabases(
  "another chain, and a history deeper than the journal, are refused with the remedy",
  async (place) => {
    const chain = await startChain();
    const database = await open(place, chain);
    const follower = await follow(database, chain);
    chain.mine([{ from: "0xaa", to: "0xbb", amountAtto: 1n }]);
    for (let i = 0; i < 4500; i++) chain.blocks.length < 4502 && chain.mine();
    await follower.caughtUpTo(4501n);
    const [{ kept } = { kept: 0n }] = await database.query<{ kept: bigint }>(
      "SELECT count(*) AS kept FROM follower_blocks",
    );
    assert.ok(kept >= 4096n && kept < 4500n, `${kept} block hashes kept`);
    assert.deepEqual(await database.query("SELECT * FROM follower_journal"), []);

    const errors: { message: string; fatal: boolean }[] = [];
    await follower.close();
    const watched = await follow(database, chain, {
      onError: ({ message }, { fatal }) => errors.push({ message, fatal }),
    });
    chain.revert(4500);
    chain.mine([], "other");
    await until("the refusal", () => errors.length > 0);
    assert.match(errors[0]?.message ?? "", /deeper than the 4096 blocks that can be undone: rebuild/);
    assert.equal(errors[0]?.fatal, true);
    await assert.rejects(watched.caughtUpTo(9999n), { code: "ReorgTooDeep" });
    await watched.close();

    const stranger = await startChain("another genesis");
    await assert.rejects(follow(database, stranger), {
      code: "OtherChain",
      message: /use another \(or an emptied\) database/,
    });
    await database.close();
  },
);

onBothDatabases("it goes on when the node was away, and hears heads again", async (place) => {
  const chain = await startChain();
  const database = await open(place, chain);
  const errors: string[] = [];
  const follower = await follow(database, chain, { onError: ({ message }) => errors.push(message) });
  chain.mine(transfersOf(3));
  await follower.caughtUpTo(1n);
  chain.down = true;
  chain.dropSockets();
  chain.mine(transfersOf(2));
  await until("a failure", () => errors.length > 0);
  assert.match(errors[0] as string, /HTTP 503/);
  chain.down = false;
  await follower.caughtUpTo(2n);
  await sleep(1_200); // the socket is back
  chain.mine(transfersOf(3));
  const startMs = Date.now();
  await until("block 3", () => follower.head().number === 3n);
  assert.ok(Date.now() - startMs < 500, "the head came by WebSocket");
  await follower.close();
  await database.close();
});

onBothDatabases("an idle chain costs one statement a heartbeat and no request", async (place) => {
  const chain = await startChain();
  const database = await open(place, chain);
  const follower = await follow(database, chain);
  chain.mine();
  await follower.caughtUpTo(1n);
  await sleep(100);
  for (const method of Object.keys(chain.asked)) chain.asked[method] = 0;
  const before = process.cpuUsage();
  for (let i = 0; i < 50; i++) {
    chain.mine();
    await until("the heartbeat", () => follower.head().number === chain.height);
  }
  const { user, system } = process.cpuUsage(before);
  const cpuMs = (user + system) / 1000 / 50;
  // The head is asked once after each, to see whether there is more, and now and then while nothing is heard.
  assert.ok((chain.asked.eth_getBlockByNumber ?? 0) <= 100, JSON.stringify(chain.asked));
  assert.equal(chain.asked.eth_getBlockReceipts ?? 0, 0);
  assert.ok(cpuMs < 60, `a heartbeat took ${cpuMs} ms of CPU`);
  await follower.close();
  await database.close();
});

onBothDatabases("two followers on one database apply every block once", async (place, kind) => {
  if (kind === "pglite") return; // the folder lock forbids it
  const chain = await startChain();
  const databases = await Promise.all([open(place, chain), open(place, chain)]);
  const followers = await Promise.all(databases.map((database) => follow(database, chain)));
  for (let seed = 1; seed <= 40; seed++) chain.mine(transfersOf(seed));
  await Promise.all(followers.map((follower) => follower.caughtUpTo(40n)));
  await Promise.all(followers.map((follower) => follower.close()));
  const live = await dumpReadModel(databases[0] as Database, tables);
  await Promise.all(databases.map((database) => database.close()));
  assert.equal(await readModelOf(chain, place), live);
});
