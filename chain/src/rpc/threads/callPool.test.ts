/** Calls on threads: the same answers, an end to what runs too long, and no reader left behind in the store. */
import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { createVmEngine } from "../../execution/vm/engine.ts";
import { loadGenesis } from "../../genesis/genesis.ts";
import { devnet } from "../../presets/presets.ts";
import { openStore, storePath } from "../../state/openStore.ts";
import { engineMethods } from "../methods/engine.ts";
import { RpcError } from "../rpcError.ts";
import { CallPool } from "./callPool.ts";

const NOBODY = `0x${"ab".repeat(20)}`;
/** Maps a field element to a point of BLS12-381 until its gas is gone: seconds, where a plain loop takes milliseconds. */
const SLOW = { [NOBODY]: { code: "0x5b600060006040600060105afa50600056" } };
const REVERTING = { [NOBODY]: { code: "0x60006000fd" } };
const GET_CHAIN_ID = { to: "0xca11bde05977b3631167028862be2a173976ca11", data: "0x3408e470" };

test("calls on threads answer as in place, time out, and leave no reader behind", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "chain-pool-"));
  const store = openStore(dataDir, devnet, loadGenesis(devnet));
  const nextTimestampSec = () => store.head().header.timestampSec + 1;
  const path = storePath(dataDir);
  const pool = new CallPool({ path, presetName: devnet.name, size: 1, timeoutMs: 150, nextTimestampSec });
  const engine = createVmEngine(devnet);
  const { eth_call } = pool.offload(
    engineMethods({ preset: devnet, reader: store, engine, nextTimestampSec }),
  );
  assert.ok(eth_call);
  const call = async (request: object, overrides?: object) =>
    eth_call([request, "latest", overrides], undefined);
  const chainId = `0x${devnet.chainId.toString(16).padStart(64, "0")}`;

  assert.equal(await call(GET_CHAIN_ID), chainId, "in place");
  await pool.start();
  for (let round = 0; round < 3; round++) {
    await assert.rejects(call({ to: NOBODY }, SLOW), { message: "execution aborted (timeout = 0.15s)" });
    assert.equal(await call(GET_CHAIN_ID), chainId);
    const isRevert = (error: unknown) => error instanceof RpcError && error.code === 3 && error.data === "0x";
    await assert.rejects(call({ to: NOBODY }, REVERTING), isRevert);
  }
  const readers = store.tables.environment.readerList();
  assert.ok(readers.split("\n").length <= 5, `readers:\n${readers}`);
  const running = call({ to: NOBODY }, SLOW).catch(String);
  await pool.close();
  assert.match(String(await running), /execution aborted|stopping/);
  await store.tables.environment.close();
});
