import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { network } from "hardhat";
import { createPublicClient, createWalletClient, http, type PublicClient } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";
import { currencyListAbi } from "../abi/currencyList.ts";
import { escrowAbi } from "../abi/escrow.ts";
import { deployAll } from "../lib/deploy.ts";
import { DeploymentError, deployedNames, readDeployment } from "../lib/deployments.ts";
import { startFailingRpc } from "./support/failingRpc.ts";

const MNEMONIC = "test test test test test test test test test test test junk";
const CMT = "0x0000000000000000000000000000000000000000";

describe("deployAll", () => {
  let rpcUrl = "";
  let dir = "";
  let client: PublicClient;
  let closeServer: () => Promise<void>;
  let accountIndex = 0;

  before(async () => {
    const server = await network.createServer("default", "127.0.0.1", 0);
    const { address, port } = await server.listen();
    rpcUrl = `http://${address}:${port}`;
    closeServer = () => server.close();
    client = createPublicClient({ transport: http(rpcUrl) });
    dir = mkdtempSync(join(tmpdir(), "deployments-"));
  });

  after(async () => {
    await closeServer();
    rmSync(dir, { recursive: true });
  });

  const freshOwner = () => mnemonicToAccount(MNEMONIC, { addressIndex: accountIndex++ });
  const deploymentFile = () => join(dir, readdirSync(dir).find((name) => name.endsWith(".json")) ?? "none");

  it("says what to do where nothing is deployed", async () => {
    await assert.rejects(
      readDeployment({ rpcUrl, dir }),
      (error) => error instanceof DeploymentError && error.code === "not_deployed",
    );
  });

  it("deploys every contract, wired to each other, and finds them again", async () => {
    const ownerAccount = freshOwner();
    const deployment = await deployAll({ rpcUrl, ownerAccount, dir, feeBps: 250, demoToken: true });
    const escrow = { address: deployment.contracts.escrow, abi: escrowAbi } as const;
    assert.equal(
      await client.readContract({ ...escrow, functionName: "checkout" }),
      deployment.contracts.checkout,
    );
    assert.equal(await client.readContract({ ...escrow, functionName: "feeBps" }), 250);
    assert.equal(await client.readContract({ ...escrow, functionName: "owner" }), ownerAccount.address);
    const list = { address: deployment.contracts.currencyList, abi: currencyListAbi } as const;
    const [token] = deployment.demoTokens ?? [];
    assert.ok(token);
    for (const currency of [CMT, token.address] as const) {
      assert.equal(await client.readContract({ ...list, functionName: "isAllowed", args: [currency] }), true);
    }

    const block = await client.getBlockNumber();
    assert.deepEqual(await deployAll({ rpcUrl, ownerAccount, dir, demoToken: true }), deployment);
    assert.deepEqual(await readDeployment({ rpcUrl, dir }), deployment);
    assert.equal(await client.getBlockNumber({ cacheTime: 0 }), block, "finding sends nothing");
    assert.equal(readdirSync(dir).length, 1, "no progress file stays behind");
  });

  for (const sent of [0, 1, 5, deployedNames.length - 1]) {
    it(`resumes a deployment that was cut short after ${sent} contracts`, async () => {
      rmSync(deploymentFile(), { force: true });
      const ownerAccount = freshOwner();
      await cutShort(ownerAccount, sent);
      const firstNonce = await client.getTransactionCount({ address: ownerAccount.address });
      assert.equal(firstNonce, sent);
      const lines: string[] = [];
      await deployAll({ rpcUrl, ownerAccount, dir, log: (line) => lines.push(line) });
      assert.match(lines[0] ?? "", new RegExp(`Resuming the deployment after ${sent} of`));
      const nonce = await client.getTransactionCount({ address: ownerAccount.address });
      assert.equal(nonce, deployedNames.length, "no contract is deployed twice");
      await readDeployment({ rpcUrl, dir });
    });
  }

  it("starts over where the owner's nonce has moved on", async () => {
    rmSync(deploymentFile(), { force: true });
    const ownerAccount = freshOwner();
    await cutShort(ownerAccount, 3);
    const wallet = createWalletClient({ account: ownerAccount, chain: hardhat, transport: http(rpcUrl) });
    const hash = await wallet.sendTransaction({ to: ownerAccount.address, value: 1n });
    await client.waitForTransactionReceipt({ hash });
    await deployAll({ rpcUrl, ownerAccount, dir });
    const nonce = await client.getTransactionCount({ address: ownerAccount.address });
    assert.equal(nonce, 3 + 1 + deployedNames.length);
    await readDeployment({ rpcUrl, dir });
  });

  it("refuses a damaged file and one that names contracts without code", async () => {
    const path = deploymentFile();
    const text = readFileSync(path, "utf8");
    const refused = (code: string) => (error: unknown) =>
      error instanceof DeploymentError && error.code === code;
    writeFileSync(path, "{");
    await assert.rejects(readDeployment({ rpcUrl, dir }), refused("damaged"));
    writeFileSync(path, text.replace(/"escrow": "0x[0-9a-fA-F]+"/, '"escrow": "0x12"'));
    await assert.rejects(readDeployment({ rpcUrl, dir }), refused("damaged"));
    writeFileSync(path, text.replace(/"escrow": "0x[0-9a-fA-F]+"/, `"escrow": "${CMT}"`));
    await assert.rejects(readDeployment({ rpcUrl, dir }), refused("no_code"));
    writeFileSync(path, text.replace(/"chainId": \d+/, '"chainId": 1'));
    await assert.rejects(readDeployment({ rpcUrl, dir }), refused("other_chain"));
    writeFileSync(path, text);
  });

  async function cutShort(ownerAccount: ReturnType<typeof freshOwner>, transactions: number): Promise<void> {
    const failing = await startFailingRpc(rpcUrl, transactions);
    await assert.rejects(deployAll({ rpcUrl: failing.url, ownerAccount, dir }));
    await failing.close();
  }
});
