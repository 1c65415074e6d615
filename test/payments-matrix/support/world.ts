/** A devnet of its own for one test file: node, contracts, an arbiter and a fallback, funded people with keys. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningNode, startNode } from "@cybermiles/chain/node";
import { devnet } from "@cybermiles/chain/presets";
import { arbiterRegistryAbi } from "@cybermiles/contracts/abi/arbiterRegistry";
import { deployAll } from "@cybermiles/contracts/deploy";
import type { Deployment } from "@cybermiles/contracts/deployments";
import { createTestClient, http, parseEther, type TestClient, zeroAddress, zeroHash } from "viem";
import { type HDAccount, mnemonicToAccount } from "viem/accounts";
import { openStage, type Stage } from "../../../contracts/test/support/people.ts";

export interface World {
  node: RunningNode;
  deployment: Deployment;
  deploymentsDir: string;
  stage: Stage;
  tester: TestClient;
  person(index: number): HDAccount;
  close(): Promise<void>;
}

const MNEMONIC = "test test test test test test test test test test test junk";
const ARBITER_FEE_BPS = 200;

export async function startWorld(): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), "cm-world-"));
  const deploymentsDir = join(folder, "deployments");
  const node = await startNode({
    dataDir: join(folder, "chain"),
    preset: devnet,
    host: "127.0.0.1",
    port: 0,
    dev: true,
    heartbeatMs: 1_000,
  });
  const person = (addressIndex: number) => mnemonicToAccount(MNEMONIC, { addressIndex });
  // The gateway's sweeper is funded from account 0, so that one deploys nothing.
  const owner = person(9);
  const deployment = await deployAll({ rpcUrl: node.url, ownerAccount: owner, dir: deploymentsDir });
  const stage = await openStage(node.url);
  const registry = { address: deployment.contracts.arbiterRegistry, abi: arbiterRegistryAbi } as const;
  for (const judge of [person(7), person(8)]) {
    const bond = parseEther("1000");
    await stage.send(judge, { ...registry, functionName: "register", args: [ARBITER_FEE_BPS, zeroHash] });
    await stage.send(judge, { ...registry, functionName: "deposit", args: [zeroAddress, bond], value: bond });
  }
  await stage.send(owner, { ...registry, functionName: "setFallback", args: [person(8).address, true] });
  return {
    node,
    deployment,
    deploymentsDir,
    stage,
    tester: createTestClient({ mode: "anvil", transport: http(node.url) }),
    person,
    close: async () => {
      await node.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
