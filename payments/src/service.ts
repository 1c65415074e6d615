/**
 * Wires the gateway together and runs it: port, chain, database, follower, jobs, HTTP. Everything else takes its parts
 * as arguments. `close` ends them in the opposite order; `failed` resolves when the follower cannot go on by itself.
 */
import { EventEmitter } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Follower, startFollower } from "@cybermiles/chain/follower";
import { type Logger, pino } from "pino";
import { getAddress, toHex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { forgetExpired } from "./auth/sessions.ts";
import { followHandlers } from "./chain/follow.ts";
import { fundSweeper, LOW_BALANCE_ATTO } from "./chain/fundSweeper.ts";
import { connectChain, type GatewayChain } from "./chain/gatewayChain.ts";
import { READ_MODEL } from "./chain/readModel.ts";
import { makeSweeper, type Sweeper } from "./chain/sweepDeposit.ts";
import type { PaymentsConfig } from "./config.ts";
import { openStore, type Store } from "./database/store.ts";
import type { Gateway } from "./gateway.ts";
import { makeApp } from "./http/app.ts";
import { forgetOldKeys, releaseAll } from "./http/idempotency.ts";
import { SWEEP_TOPIC } from "./invoices/requestSweeps.ts";
import { bullQueue } from "./jobs/bullQueue.ts";
import { postgresQueue } from "./jobs/postgresQueue.ts";
import { type JobRunner, startJobs } from "./jobs/runner.ts";
import { keyFile } from "./keys/keyFile.ts";
import { loadServiceKey } from "./keys/serviceKey.ts";
import { type Metrics, makeMetrics } from "./metrics.ts";
import { fixedRateSource } from "./rates/fixedRateSource.ts";
import { deliverWebhook, giveUpDelivery } from "./webhooks/deliverWebhook.ts";
import { DELIVER_TOPIC } from "./webhooks/writeEvent.ts";

export type PaymentsService = { url: string; failed: Promise<Error>; close(): Promise<void> };

const HOUSEKEEPING_MS = 10 * 60_000;
const CATCH_UP_MS = 10_000;

export async function startPayments(config: PaymentsConfig): Promise<PaymentsService> {
  const log = pino({ level: config.logLevel, name: "payments" });
  const closing: (() => Promise<unknown> | unknown)[] = [];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const front = await listen(config);
    closing.push(() => closeServer(front.server));
    const chain = await connectChain(config);
    const store = await openStore(config, chain.deployment);
    closing.push(() => store.close());
    await releaseAll(store);
    const running = await run({ config, log, chain, store, url: front.url }, closing);
    front.handle(running.app);
    log.info(
      { url: front.url, database: store.db.kind, queue: config.redisUrl ? "bull" : "postgres" },
      "payments is up",
    );
    return { url: front.url, failed: running.failed, close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Parts = { config: PaymentsConfig; log: Logger; chain: GatewayChain; store: Store; url: string };

async function run({ config, log, chain, store, url }: Parts, closing: (() => Promise<unknown> | unknown)[]) {
  const changes = new EventEmitter().setMaxListeners(0);
  const failed = Promise.withResolvers<Error>();
  const serviceKey = loadServiceKey(config.keysDir);
  const account = privateKeyToAccount(toHex(keyFile(config.keysDir, "payments-sweeper.key")));
  const publicUrl = config.publicUrl ?? url;
  const rules = { confirmations: config.confirmations, publicUrl };
  let follower: Follower | undefined;
  const head = () => {
    const { number, timestampSec } = follower?.head() ?? { number: 0n, timestampSec: 0n };
    return { number, timestampSec: Number(timestampSec) };
  };
  const metrics = makeMetrics({ headNumber: () => head().number, openJobs: () => countOpenJobs(store) });
  const sweeper = makeSweeper({ sql: store.db, chain, account, rpcUrl: config.rpcUrl });
  const jobs = runJobs({ config, log, store, chain, sweeper, metrics, serviceKey });
  closing.push(() => jobs.close());

  const handlers = followHandlers({
    sql: store.db,
    contracts: chain.deployment.contracts,
    rules,
    headNumber: () => head().number,
  });
  let ticking: Promise<void> = Promise.resolve();
  const onApplied = () => {
    jobs.wake();
    changes.emit("change");
    ticking = ticking
      .then(async () => {
        if (!(await handlers.tick((change) => store.db.transaction(change), head()))) return;
        jobs.wake();
        changes.emit("change");
      })
      .catch((error) => log.error({ err: error }, "deadlines and confirmations could not be looked at"));
  };
  follower = await startFollower({
    rpcUrl: config.rpcUrl,
    wsUrl: config.rpcUrl.replace(/^http/, "ws"),
    database: store.db,
    tables: READ_MODEL,
    version: 1,
    ...handlers,
    onApplied,
    onError: (error, { fatal }) => fatal && failed.resolve(error),
    log,
  });
  closing.push(
    () => ticking,
    () => follower?.close(),
  );
  await catchUp(follower, chain);
  await fundSweeper(chain, account.address, config.rpcUrl).catch((error) =>
    log.warn({ err: error }, "the sweeper could not be funded"),
  );
  const housekeeping = setInterval(
    () => void keepHouse(store, chain, account.address, config, log),
    HOUSEKEEPING_MS,
  );
  closing.push(() => clearInterval(housekeeping));

  const gateway: Gateway = {
    config,
    store,
    chain,
    serviceKey,
    rates: fixedRateSource,
    log,
    rules,
    defaultArbiter: config.defaultArbiter === undefined ? undefined : getAddress(config.defaultArbiter),
    changes,
    head,
    publicUrl: () => publicUrl,
    allowedOrigins: () => [...config.allowedOrigins, new URL(publicUrl).origin],
    nowSec: () => Math.max(Math.floor(Date.now() / 1000), head().timestampSec),
  };
  closing.push(() => changes.emit("close"));
  const onCommit = () => {
    jobs.wake();
    changes.emit("change");
  };
  const app = makeApp({ gateway, metrics, onCommit, health: () => health(gateway, account.address) });
  return { app, failed: failed.promise };
}

function runJobs(
  parts: Omit<Parts, "url"> & { sweeper: Sweeper; metrics: Metrics; serviceKey: Gateway["serviceKey"] },
): JobRunner {
  const { config, log, store, chain, sweeper, metrics, serviceKey } = parts;
  const delivery = {
    store,
    serviceKey,
    allowPrivate: config.webhookAllowPrivate,
    count: metrics.webhook,
  };
  return startJobs({
    sql: store.db,
    handlers: {
      [DELIVER_TOPIC]: (payload) => deliverWebhook(delivery, payload.deliveryId ?? ""),
      [SWEEP_TOPIC]: (payload) => sweeper.sweep(getAddress(payload.depositAddress ?? "")),
    },
    onGivenUp: async (topic, payload) => {
      if (topic === DELIVER_TOPIC) await giveUpDelivery(store, payload.deliveryId ?? "");
    },
    makeQueue: (worker) =>
      config.redisUrl === undefined
        ? postgresQueue(store.db, worker, log)
        : bullQueue({
            redisUrl: config.redisUrl,
            // Two installs on one Redis must not take each other's jobs.
            name: `cybermiles-payments-${chain.deployment.genesisHash.slice(2, 10)}-${serviceKey.fingerprint}`,
            worker,
            log,
          }),
    log,
  });
}

async function catchUp(follower: Follower, chain: GatewayChain): Promise<void> {
  const latest = await chain.client.getBlockNumber();
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, CATCH_UP_MS);
  });
  await Promise.race([follower.caughtUpTo(latest).catch(() => undefined), patience]);
  clearTimeout(timer);
}

async function keepHouse(
  store: Store,
  chain: GatewayChain,
  sweeper: `0x${string}`,
  config: PaymentsConfig,
  log: Logger,
): Promise<void> {
  const nowSec = Math.floor(Date.now() / 1000);
  try {
    await forgetExpired(store, nowSec);
    await forgetOldKeys(store, nowSec);
    await fundSweeper(chain, sweeper, config.rpcUrl);
  } catch (error) {
    log.warn({ err: error }, "housekeeping failed; it is tried again in ten minutes");
  }
}

async function countOpenJobs(store: Store): Promise<number> {
  const [row] = await store.db.query<{ count: bigint }>(
    `select count(*) as count from outbox where "doneAtSec" is null`,
  );
  return Number(row?.count ?? 0n);
}

async function health(gateway: Gateway, sweeper: `0x${string}`): Promise<Record<string, unknown>> {
  const { chain, store, config } = gateway;
  const openJobs = await countOpenJobs(store);
  const [nodeBlock, balance] = await Promise.all([
    chain.client.getBlockNumber({ cacheTime: 0 }).catch(() => null),
    chain.client.getBalance({ address: sweeper }).catch(() => null),
  ]);
  return {
    ok: nodeBlock !== null,
    chainId: chain.deployment.chainId,
    genesisHash: chain.deployment.genesisHash,
    nodeBlock: nodeBlock === null ? null : Number(nodeBlock),
    followedBlock: Number(gateway.head().number),
    database: store.db.kind,
    queue: config.redisUrl === undefined ? "postgres" : "bull",
    openJobs,
    sweeper: {
      address: sweeper,
      balanceAtto: balance === null ? null : balance.toString(),
      low: balance !== null && balance < LOW_BALANCE_ATTO,
    },
  };
}

type Front = { server: Server; url: string; handle(listener: RequestListener): void };

/** Takes the port before anything else, so that a port in use is the first thing said. */
async function listen(config: PaymentsConfig): Promise<Front> {
  let listener: RequestListener = (_req, res) => {
    res.writeHead(503, { "retry-after": "1", "content-type": "application/json" });
    res.end(JSON.stringify({ ok: false, message: "payments is starting" }));
  };
  const server = createServer((req, res) => listener(req, res));
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) =>
      reject(new ListenError(config.host, config.port, cause)),
    );
    server.listen(config.port, config.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host = config.host.includes(":") ? `[${config.host}]` : config.host;
  return {
    server,
    url: `http://${host}:${port}`,
    handle(next) {
      listener = next;
    },
  };
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const impatience = setTimeout(() => server.closeAllConnections(), 2000);
  await closed;
  clearTimeout(impatience);
}

export class ListenError extends Error {
  override readonly name = "ListenError";
  readonly code = "LISTEN_FAILED";

  constructor(host: string, port: number, cause: NodeJS.ErrnoException) {
    const why =
      cause.code === "EADDRINUSE"
        ? "the port is in use; stop the other program or set PAYMENTS_PORT"
        : cause.code === "EACCES"
          ? "this user may not use the port"
          : cause.message;
    super(`Cannot listen on ${host}:${port}: ${why}.`, { cause });
  }
}
