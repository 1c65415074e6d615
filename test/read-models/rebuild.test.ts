/**
 * The whole suite with its demo catalogue: the read models of payments and marketplace, made again from block 0 by their
 * own commands, equal the ones that grew while the transactions happened.
 */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { startNode } from "@cybermiles/chain/node";
import { devnet } from "@cybermiles/chain/presets";
import { dumpServiceReadModel } from "../support/readModels.ts";
import { freePorts, type StartedSuite, startSuite, temporaryFolder } from "../support/suite.ts";

const ROOT = join(import.meta.dirname, "../..");
const SERVICES = {
  payments: { folder: "database", head: "followedBlock", rebuild: ["payments/src/rebuild.ts"] },
  marketplace: { folder: "db", head: "indexedBlock", rebuild: ["marketplace/src/main.ts", "rebuild"] },
} as const;
type Service = keyof typeof SERVICES;
const services = Object.keys(SERVICES) as Service[];

test("read models made again from block 0 equal the live ones", async () => {
  const { dir: dataDir, remove } = await temporaryFolder("rebuild");
  const ports = await freePorts();
  const startNodeOnData = () =>
    startNode({
      dataDir: join(dataDir, "chain"),
      preset: devnet,
      host: "127.0.0.1",
      port: ports.chain,
      dev: false,
      heartbeatMs: 0,
    });
  const dump = (service: Service, chain: { chainId: number; genesisHash: string }) =>
    dumpServiceReadModel({
      dir: join(dataDir, service, SERVICES[service].folder),
      migrationsDir: join(ROOT, service, "prisma/migrations"),
      chain,
    });
  const rebuild = (service: Service) =>
    promisify(execFile)(
      process.execPath,
      SERVICES[service].rebuild.map((part) => (part.endsWith(".ts") ? join(ROOT, part) : part)),
      {
        env: {
          ...process.env,
          DATA_DIR: join(dataDir, service),
          KEYS_DIR: join(dataDir, "keys"),
          DEPLOYMENTS_DIR: join(dataDir, "deployments"),
          RPC_URL: `http://127.0.0.1:${ports.chain}`,
        },
      },
    );

  await runUntilFollowed({ dataDir, ports, seed: true });

  const node = await startNodeOnData();
  const live = new Map<Service, string>();
  for (const service of services) {
    const text = await dump(service, node);
    assert.ok(text.split("\n").length > 20, `${service} has a read model worth the name:\n${text}`);
    live.set(service, text);
    await rebuild(service);
    assert.notEqual(await dump(service, node), text, "the command empties it");
  }
  await node.close();

  await runUntilFollowed({ dataDir, ports });
  for (const service of services) assert.equal(await dump(service, node), live.get(service), service);
  await remove();
});

async function runUntilFollowed(options: Parameters<typeof startSuite>[0]): Promise<void> {
  const suite = startSuite(options);
  try {
    await suite.ready;
    await followed(suite);
  } finally {
    await suite.stop();
  }
}

/** Both services have applied the node's head. */
async function followed({ urls }: StartedSuite): Promise<void> {
  // A connection kept from the suite's earlier run is no use any more.
  const headers = { "content-type": "application/json", connection: "close" };
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_blockNumber", params: [] });
  const answer = await fetch(urls.rpc, { method: "POST", headers, body });
  const head = Number(((await answer.json()) as { result: string }).result);
  for (const service of services) {
    for (const endMs = Date.now() + 60_000; ; await sleep(100)) {
      const response = await fetch(`${urls[service]}/healthz`, { headers: { connection: "close" } });
      const at = ((await response.json()) as Record<string, number>)[SERVICES[service].head] ?? -1;
      if (at >= head) break;
      assert.ok(Date.now() < endMs, `${service} is at ${at}, the node at ${head}`);
    }
  }
}
