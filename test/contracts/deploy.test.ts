/**
 * The contracts on our own node instead of Hardhat's: the same story, and a deployment that outlives the node.
 */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { startNode } from "@cybermiles/chain/node";
import { devnet } from "@cybermiles/chain/presets";
import { deployAll } from "@cybermiles/contracts/deploy";
import { readDeployment } from "@cybermiles/contracts/deployments";
import { mnemonicToAccount } from "viem/accounts";
import { describeStory } from "../../contracts/test/support/story.ts";

const MNEMONIC = "test test test test test test test test test test test junk";

function startDevnet(dataDir: string) {
  return startNode({ dataDir, preset: devnet, host: "127.0.0.1", port: 0, dev: true });
}

describeStory("our own node", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "story-chain-"));
  const node = await startDevnet(dataDir);
  return {
    url: node.url,
    close: async () => {
      await node.close();
      rmSync(dataDir, { recursive: true });
    },
  };
});

describe("a deployment on our own node", () => {
  let dir = "";
  before(() => {
    dir = mkdtempSync(join(tmpdir(), "deployment-chain-"));
  });
  after(() => rmSync(dir, { recursive: true }));

  it("is found by the next start of the same chain, without a transaction", async () => {
    const ownerAccount = mnemonicToAccount(MNEMONIC);
    const first = await startDevnet(join(dir, "chain"));
    const deployment = await deployAll({ rpcUrl: first.url, ownerAccount, dir, demoToken: true });
    assert.equal(deployment.chainId, devnet.chainId);
    assert.equal(deployment.genesisHash, first.genesisHash);
    await first.close();

    const second = await startDevnet(join(dir, "chain"));
    assert.deepEqual(await readDeployment({ rpcUrl: second.url, dir }), deployment);
    assert.deepEqual(await deployAll({ rpcUrl: second.url, ownerAccount, dir, demoToken: true }), deployment);
    await second.close();
  });
});
