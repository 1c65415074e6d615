// Starts the marketplace: database, follower, HTTP. `close` stops them in reverse order and lets requests finish.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { startFollower } from "@cybermiles/chain/follower";
import { rebuildReadModel } from "@cybermiles/chain/follower/readModel";
import { type Deployment, readDeployment } from "@cybermiles/contracts/deployments";
import { type Logger, pino } from "pino";
import { createPublicClient, http, type PublicClient } from "viem";
import { sender } from "../chain/sender.ts";
import type { MarketplaceServiceConfig } from "../config.ts";
import { openStore, type Store } from "../database/store.ts";
import { knownContracts } from "../explorer/knownContracts.ts";
import { tokenReader } from "../explorer/tokenMetadata.ts";
import { type Faucet, faucet } from "../faucet/faucet.ts";
import { buildApp } from "../http/app.ts";
import { type LiveEvents, liveEvents } from "../http/liveEvents.ts";
import { accountFromKeyFile } from "../keys/keyFile.ts";
import { mediaFiles } from "../media/mediaFiles.ts";
import { paymentsClient } from "../payments/paymentsClient.ts";
import { blockApplier, type Touched } from "../readModel/applyBlock.ts";
import { readModelTables } from "../readModel/tables.ts";
import { chainNetwork, isDevnet, REWARD_POOL } from "./chainNetwork.ts";
import type { Shop } from "./shop.ts";

/** Raise it when a handler means something new for old blocks: the next start reads the chain anew. */
const READ_MODEL_VERSION = 1;

export type RunningMarketplace = {
  url: string;
  /** resolves when the read models hold this block */
  caughtUpTo(blockNumber: bigint): Promise<void>;
  /** settles with the reason when the service cannot go on by itself */
  failed: Promise<Error>;
  close(): Promise<void>;
};

export async function startMarketplace(config: MarketplaceServiceConfig): Promise<RunningMarketplace> {
  const log = pino({ level: config.logLevel, name: "marketplace" });
  const { deployment, store } = await openShopStore(config);
  const live = liveEvents();
  const failure = Promise.withResolvers<Error>();
  let fault: Error | null = null;
  const follower = await followChain({ config, deployment, store, live, log }, (error, isFatal) => {
    fault = isFatal ? error : fault;
    if (isFatal) failure.resolve(error);
  }).catch(async (error) => {
    live.close();
    await store.close();
    throw error;
  });
  const server = createServer();
  const close = async () => {
    live.close();
    await closeServer(server);
    await follower.close();
    await store.close();
  };
  try {
    const url = await listen(server, config);
    const client: PublicClient = createPublicClient({ transport: http(config.rpcUrl, { batch: true }) });
    const nowSec = () => Math.max(Number(follower.head().timestampSec), Math.floor(Date.now() / 1000));
    const shop: Shop = {
      config,
      publicUrl: config.publicUrl ?? url,
      log,
      store,
      client,
      deployment,
      known: knownContracts(deployment, REWARD_POOL),
      tokens: tokenReader(store, client),
      payments: paymentsClient(config.paymentsUrl),
      media: mediaFiles(join(config.dataDir, "media")),
      live,
      faucet: devnetFaucet({ config, deployment, store, client }),
      nowSec,
      indexedBlock: () => Number(follower.head().number),
      followerFault: () => fault,
    };
    server.on("request", buildApp(shop));
    log.info({ url }, "the marketplace listens");
    return { url, caughtUpTo: (block) => follower.caughtUpTo(block), failed: failure.promise, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Empties the read models; the next start fills them again from block 0. What people sent stays. */
export async function rebuildMarketplace(config: MarketplaceServiceConfig): Promise<void> {
  const { store } = await openShopStore(config);
  await rebuildReadModel(store.database, readModelTables).finally(store.close);
}

async function openShopStore(
  config: MarketplaceServiceConfig,
): Promise<{ deployment: Deployment; store: Store }> {
  const dir = config.deploymentsDir === undefined ? {} : { dir: config.deploymentsDir };
  const deployment = await readDeployment({ rpcUrl: config.rpcUrl, ...dir });
  const store = await openStore({
    url: config.databaseUrl,
    dir: join(config.dataDir, "db"),
    chain: deployment,
  });
  return { deployment, store };
}

type FollowParts = {
  config: MarketplaceServiceConfig;
  deployment: Deployment;
  store: Store;
  live: LiveEvents;
  log: Logger;
};

function followChain(parts: FollowParts, onFault: (error: Error, isFatal: boolean) => void) {
  const { config, deployment, store, live, log } = parts;
  const applyBlock = blockApplier(deployment);
  let changes: (Touched & { transactions: number })[] = [];
  return startFollower({
    rpcUrl: config.rpcUrl,
    wsUrl: config.rpcUrl.replace(/^http/, "ws"),
    database: store.database,
    tables: readModelTables,
    version: READ_MODEL_VERSION,
    applyBlock: async (tx, block) => {
      const touched = await applyBlock(tx, block);
      changes.push({ ...touched, transactions: block.transactions.length });
    },
    onApplied: (head) => {
      const told = changes;
      changes = [];
      const transactions = told.reduce((sum, change) => sum + change.transactions, 0);
      live.publish({
        type: "block",
        number: Number(head.number),
        atSec: Number(head.timestampSec),
        transactions,
      });
      const orders = new Set(told.flatMap((change) => [...change.orders]));
      const listings = new Set(told.flatMap((change) => [...change.listings]));
      for (const id of orders) live.publish({ type: "order", id });
      for (const id of listings) live.publish({ type: "listing", id });
    },
    onError: (error, { fatal }) => onFault(error, fatal),
    log,
  });
}

function devnetFaucet(parts: {
  config: MarketplaceServiceConfig;
  deployment: Deployment;
  store: Store;
  client: PublicClient;
}): Faucet | null {
  const { config, deployment, store, client } = parts;
  if (!isDevnet(deployment.chainId)) return null;
  const account = accountFromKeyFile(config.keysDir, "faucet");
  const chain = chainNetwork(deployment.chainId, config.rpcUrl);
  return faucet({ store, client, sender: sender({ account, chain, rpcUrl: config.rpcUrl }) });
}

function listen(server: Server, config: MarketplaceServiceConfig): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(new ListenError(config.host, config.port, error));
    });
    server.listen(config.port, config.host, () => {
      const { port } = server.address() as AddressInfo;
      const host = config.host.includes(":") ? `[${config.host}]` : config.host;
      resolve(`http://${host}:${port}`);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 3000).unref();
  });
}

export class ListenError extends Error {
  override readonly name = "ListenError";
  readonly code = "cannot_listen";

  constructor(host: string, port: number, cause: NodeJS.ErrnoException) {
    const why =
      cause.code === "EADDRINUSE"
        ? "the port is in use; stop the other program or set MARKETPLACE_PORT"
        : cause.message;
    super(`The marketplace cannot listen on ${host}:${port}: ${why}.`, { cause });
  }
}
