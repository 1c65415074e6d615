// For tests: the real parts together on free ports and a temporary folder: our node, the contracts, payments and the
// marketplace on PGlite. Sign-in needs to know the marketplace's address before it runs, so its port is chosen first.
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type NodeOptions, startNode } from "@cybermiles/chain/node";
import { devnet } from "@cybermiles/chain/presets";
import { deployAll } from "@cybermiles/contracts/deploy";
import type { Deployment } from "@cybermiles/contracts/deployments";
import { readConfig as readPaymentsConfig } from "@cybermiles/payments/config";
import { startPayments } from "@cybermiles/payments/service";
import type { Abi, Hex, LocalAccount } from "viem";
import { encodeFunctionData } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { readConfig } from "../config.ts";
import { type ApiClient, signIn } from "../seed/apiClient.ts";
import { type TransactionPipeline, transactionPipeline } from "../seed/transactionPipeline.ts";
import { chainNetwork } from "../service/chainNetwork.ts";
import { type RunningMarketplace, startMarketplace } from "../service/startMarketplace.ts";

const MNEMONIC = "test test test test test test test test test test test junk";

export type TestMarket = {
  dir: string;
  rpcUrl: string;
  url: string;
  deployment: Deployment;
  pipeline: TransactionPipeline;
  account(index: number): LocalAccount;
  signIn(account: LocalAccount): Promise<ApiClient>;
  /** sends and waits until the marketplace has read it */
  write(from: LocalAccount, call: TestCall): Promise<void>;
  rpc(method: string, ...params: unknown[]): Promise<unknown>;
  marketplace(): RunningMarketplace;
  /** stops the marketplace and starts it again on the same data, after `between` */
  restart(between?: () => Promise<void>): Promise<void>;
  config: ReturnType<typeof readConfig>;
  close(): Promise<void>;
};

export type TestCall = {
  to: keyof Deployment["contracts"] | Hex;
  abi: Abi;
  functionName: string;
  args: readonly unknown[];
  value?: bigint;
};

export async function startTestMarket(options: Partial<NodeOptions> = {}): Promise<TestMarket> {
  const dir = mkdtempSync(join(tmpdir(), "cm-market-"));
  const account = (addressIndex: number) => mnemonicToAccount(MNEMONIC, { addressIndex });
  const node = await startNode({
    dataDir: join(dir, "chain"),
    preset: devnet,
    host: "127.0.0.1",
    port: 0,
    dev: true,
    heartbeatMs: 1000,
    ...options,
  });
  const deploymentsDir = join(dir, "deployments");
  const deployment = await deployAll({ rpcUrl: node.url, ownerAccount: account(9), dir: deploymentsDir });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const common = {
    RPC_URL: node.url,
    DEPLOYMENTS_DIR: deploymentsDir,
    KEYS_DIR: join(dir, "keys"),
    LOG_LEVEL: "error",
  };
  const payments = await startPayments(
    readPaymentsConfig({
      ...common,
      PAYMENTS_PORT: "0",
      DATA_DIR: join(dir, "payments"),
      MARKETPLACE_URL: url,
      RATE_LIMIT_PER_MINUTE: "100000",
    }),
  );
  const config = readConfig({
    ...common,
    MARKETPLACE_PORT: String(port),
    DATA_DIR: join(dir, "marketplace"),
    PAYMENTS_URL: payments.url,
    RATE_LIMIT_PER_MINUTE: "100000",
  });
  let marketplace = await startMarketplace(config);
  const pipeline = transactionPipeline({
    rpcUrl: node.url,
    chain: chainNetwork(deployment.chainId, node.url),
  });
  return {
    dir,
    rpcUrl: node.url,
    url,
    deployment,
    pipeline,
    account,
    signIn: (who) => signIn({ marketplaceUrl: url, account: who, chainId: deployment.chainId }),
    async write(from, { to, abi, functionName, args, value = 0n }) {
      const address = to.startsWith("0x")
        ? (to as Hex)
        : deployment.contracts[to as keyof Deployment["contracts"]];
      const data = encodeFunctionData({ abi, functionName, args });
      const call = { from, to: address, data, value, gas: 4_000_000n, what: functionName };
      await marketplace.caughtUpTo(await pipeline.send([call]));
    },
    rpc: (method, ...params) => pipeline.client.request({ method, params } as never),
    marketplace: () => marketplace,
    async restart(between) {
      await marketplace.close();
      await between?.();
      marketplace = await startMarketplace(config);
    },
    config,
    async close() {
      await marketplace.close();
      await payments.close();
      await node.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
