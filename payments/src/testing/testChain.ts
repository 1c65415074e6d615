/**
 * For tests: a real node of our own on a free port with the contracts deployed, an arbiter, and accounts of the
 * well-known devnet mnemonic. Everything lives in one temporary folder.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startNode } from "@cybermiles/chain/node";
import { devnet } from "@cybermiles/chain/presets";
import { arbiterRegistryAbi } from "@cybermiles/contracts/abi/arbiterRegistry";
import { merchantRegistryAbi } from "@cybermiles/contracts/abi/merchantRegistry";
import { deployAll } from "@cybermiles/contracts/deploy";
import type { Deployment } from "@cybermiles/contracts/deployments";
import {
  type Abi,
  type Account,
  type Address,
  createPublicClient,
  createWalletClient,
  defineChain,
  type Hex,
  http,
  type PublicClient,
  zeroHash,
} from "viem";
import { type HDAccount, mnemonicToAccount } from "viem/accounts";

const MNEMONIC = "test test test test test test test test test test test junk";

export type TestChain = {
  dir: string;
  rpcUrl: string;
  deployment: Deployment;
  client: PublicClient;
  account(index: number): HDAccount;
  write(
    from: Account,
    call: {
      address: Address;
      abi: Abi | readonly unknown[];
      functionName: string;
      args: readonly unknown[];
      value?: bigint;
    },
  ): Promise<Hex>;
  send(from: Account, transaction: { to: Address; value?: bigint; data?: Hex }): Promise<Hex>;
  rpc(method: string, ...params: unknown[]): Promise<unknown>;
  registerMerchant(account: Account, signer: Address, expiresAtSec?: bigint): Promise<void>;
  close(): Promise<void>;
};

export async function startTestChain(): Promise<TestChain> {
  const dir = mkdtempSync(path.join(tmpdir(), "cm-payments-"));
  const node = await startNode({
    dataDir: path.join(dir, "chain"),
    preset: devnet,
    host: "127.0.0.1",
    port: 0,
    dev: true,
    heartbeatMs: 1000,
  });
  const account = (index: number) => mnemonicToAccount(MNEMONIC, { addressIndex: index });
  const deployment = await deployAll({
    rpcUrl: node.url,
    ownerAccount: account(9),
    dir: path.join(dir, "deployments"),
    demoToken: true,
  });
  const chain = defineChain({
    id: node.chainId,
    name: "test",
    nativeCurrency: { name: "CMT", symbol: "CMT", decimals: 18 },
    rpcUrls: { default: { http: [node.url] } },
  });
  const client: PublicClient = createPublicClient({ chain, transport: http(node.url), pollingInterval: 30 });

  async function send(from: Account, transaction: { to: Address; value?: bigint; data?: Hex }): Promise<Hex> {
    const wallet = createWalletClient({ account: from, chain, transport: http(node.url) });
    const hash = await wallet.sendTransaction(transaction);
    const receipt = await client.waitForTransactionReceipt({ hash });
    if (receipt.status !== "success") throw new Error(`transaction ${hash} reverted`);
    return hash;
  }

  const write: TestChain["write"] = async (from, call) => {
    const wallet = createWalletClient({ account: from, chain, transport: http(node.url) });
    const hash = await wallet.writeContract(call as never);
    const receipt = await client.waitForTransactionReceipt({ hash });
    if (receipt.status !== "success") throw new Error(`${call.functionName} reverted`);
    return hash;
  };

  const { arbiterRegistry, merchantRegistry } = deployment.contracts;
  await write(account(8), {
    address: arbiterRegistry,
    abi: arbiterRegistryAbi,
    functionName: "register",
    args: [100, zeroHash],
  });

  return {
    dir,
    rpcUrl: node.url,
    deployment,
    client,
    account,
    write,
    send,
    rpc: (method, ...params) => client.request({ method, params } as never),
    async registerMerchant(merchant, signer, expiresAtSec = 4_000_000_000n) {
      const call = { address: merchantRegistry, abi: merchantRegistryAbi };
      await write(merchant, { ...call, functionName: "register", args: [merchant.address, zeroHash] });
      await write(merchant, { ...call, functionName: "addSigner", args: [signer, expiresAtSec] });
    },
    async close() {
      await node.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
