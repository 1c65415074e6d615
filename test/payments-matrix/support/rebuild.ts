/** Compares the gateway's read model as it grew with the one made again from block 0. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { dumpServiceReadModel } from "../../support/readModels.ts";
import type { GatewayProcess } from "./gatewayProcess.ts";
import { until } from "./merchant.ts";
import type { World } from "./world.ts";

const migrationsDir = join(import.meta.dirname, "../../../payments/prisma/migrations");

/** Leaves the gateway running. */
export async function assertRebuildIsLive(world: World, gateway: GatewayProcess): Promise<void> {
  await caughtUp(world, gateway);
  await gateway.stop();
  const live = await dump(world, gateway);
  assert.match(live, /# chain_payment: [1-9]/);
  await gateway.rebuild();
  assert.match(await dump(world, gateway), /# chain_payment: 0/);
  await gateway.start();
  await caughtUp(world, gateway);
  await gateway.stop();
  assert.equal(await dump(world, gateway), live);
  await gateway.start();
}

async function caughtUp(world: World, gateway: GatewayProcess): Promise<void> {
  const head = Number(await world.stage.client.getBlockNumber());
  await until(`block ${head}`, async () => (await gateway.health()).followedBlock >= head);
}

function dump({ deployment }: World, { storage }: GatewayProcess): Promise<string> {
  const { chainId, genesisHash } = deployment;
  return dumpServiceReadModel({
    url: storage.databaseUrl,
    dir: join(storage.dataDir, "database"),
    migrationsDir,
    chain: { chainId, genesisHash },
  });
}
