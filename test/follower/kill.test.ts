/** A follower killed at random points, while blocks come and go, ends with the read model of one that was never killed. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openDatabase } from "@cybermiles/chain/database";
import { startFollower } from "@cybermiles/chain/follower";
import { dumpReadModel, rebuildReadModel } from "@cybermiles/chain/follower/readModel";
import { onBothDatabases, shareOnePostgres } from "../support/databases.ts";
import { CHAIN_ID, FakeChain } from "../support/fakeChain.ts";
import { applyTransfers, tables } from "./transferModel.ts";

shareOnePostgres();

const KILLS = 4;

/** A small linear congruential generator: the same run every time. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

onBothDatabases("killed at random points, it loses no block and applies none twice", async (place) => {
  const chain = await FakeChain.start();
  const next = random(7);
  const person = () => `0x${Math.floor(next() * 5)}a`;
  const mineSome = () => {
    const transfers = Array.from({ length: Math.floor(next() * 4) }, () => ({
      from: person(),
      to: person(),
      amountAtto: BigInt(Math.floor(next() * 3)) * 10n ** 21n,
    }));
    if (next() < 0.1 && chain.height > 10n) chain.revert(1 + Math.floor(next() * 3));
    chain.mine(transfers, `${next()}`);
  };
  const minerTimer = setInterval(mineSome, 15);
  const heads: number[] = [];
  try {
    for (let kill = 0; kill < KILLS; kill++) {
      const child = spawn(
        process.execPath,
        [
          fileURLToPath(import.meta.resolve("./followProcess.ts")),
          JSON.stringify(place),
          chain.url,
          chain.wsUrl,
          chain.genesisHash,
          String(CHAIN_ID),
        ],
        { stdio: ["ignore", "pipe", "pipe"] },
      );
      let errors = "";
      let moved = 0;
      child.stderr.on("data", (data) => (errors += data));
      child.stdout.on("data", (data) => {
        moved += String(data).split("at ").length - 1;
      });
      const endMs = Date.now() + 30_000;
      while (moved < 5 && child.exitCode === null && Date.now() < endMs) await sleep(5);
      assert.ok(moved >= 5, `the follower did not move: ${errors}`);
      await sleep(next() * 200);
      child.kill("SIGKILL");
      await once(child, "exit");
      heads.push(moved);
    }
  } finally {
    clearInterval(minerTimer);
  }
  const database = await openDatabase({
    ...place,
    migrationsDir: join(import.meta.dirname, "migrations"),
    chain: { chainId: CHAIN_ID, genesisHash: chain.genesisHash },
  });
  const followToHead = async () => {
    const follower = await startFollower({ rpcUrl: chain.url, database, tables, applyBlock: applyTransfers });
    await follower.caughtUpTo(chain.height);
    assert.equal(follower.head().hash, chain.blocks.at(-1)?.header.hash);
    await follower.close();
    return await dumpReadModel(database, tables);
  };
  const resumed = await followToHead();
  await rebuildReadModel(database, tables);
  assert.equal(await followToHead(), resumed);
  assert.match(resumed, /# transfers: [1-9]\d/);
  await database.close();
  await chain.stop();
});
