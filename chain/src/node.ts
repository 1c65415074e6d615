/**
 * Wires a node together: store, engine, mempool, writer, sequencer, JSON-RPC. Everything else takes its parts as arguments.
 * `--dev` (helpers and well-known keys) is refused on a chain without development accounts and on an address outside loopback.
 */
import { nextBaseFee } from "./block/baseFee.ts";
import type { Hex } from "./encoding/hex.ts";
import type { Engine } from "./execution/execution.ts";
import { rulesAt } from "./execution/rules.ts";
import { createVmEngine } from "./execution/vm/engine.ts";
import { developmentAccounts } from "./genesis/developmentAccounts.ts";
import { loadGenesis } from "./genesis/genesis.ts";
import { lockFolder } from "./lock/lockFolder.ts";
import { Mempool } from "./mempool/mempool.ts";
import { createMetrics } from "./metrics.ts";
import type { ChainPreset } from "./presets/presets.ts";
import type { Methods, RpcContext } from "./rpc/context.ts";
import { accountMethods } from "./rpc/dev/accounts.ts";
import { clockMethods } from "./rpc/dev/clock.ts";
import { poolMethods } from "./rpc/dev/pool.ts";
import { snapshotMethods } from "./rpc/dev/snapshots.ts";
import { stateOverrideMethods } from "./rpc/dev/stateOverrides.ts";
import { blockMethods } from "./rpc/methods/blocks.ts";
import { engineMethods } from "./rpc/methods/engine.ts";
import { feeMethods } from "./rpc/methods/fees.ts";
import { logMethods } from "./rpc/methods/logs.ts";
import { networkMethods } from "./rpc/methods/network.ts";
import { stateMethods } from "./rpc/methods/state.ts";
import { submissionMethods } from "./rpc/methods/submission.ts";
import { subscriptionMethods } from "./rpc/methods/subscriptions.ts";
import { txpoolMethods } from "./rpc/methods/txpool.ts";
import { isLoopback } from "./rpc/originCheck.ts";
import { type RpcServer, startServer } from "./rpc/server.ts";
import { CallPool } from "./rpc/threads/callPool.ts";
import { nextTimestampSec } from "./sequencer/blockTime.ts";
import { ChainWriter } from "./sequencer/chainWriter.ts";
import { nextEnvironment } from "./sequencer/sealBlock.ts";
import { Sequencer } from "./sequencer/sequencer.ts";
import type { ChainStore } from "./state/chainStore.ts";
import { openStore, storePath } from "./state/openStore.ts";

export type NodeLog = {
  info(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
};

export type NodeOptions = {
  dataDir: string;
  preset: ChainPreset;
  host: string;
  /** 0: any free port. */
  port: number;
  dev: boolean;
  allowedOrigins?: readonly string[];
  allowedHosts?: readonly string[];
  /** Fixed block time; without it blocks are made on demand. */
  blockTimeMs?: number | undefined;
  /** Empty block after this silence; 0 for none. Default: the preset's. */
  heartbeatMs?: number | undefined;
  archive?: boolean;
  /** Threads for calls and traces; 0 runs them between blocks. */
  callThreads?: number;
  log?: NodeLog;
};

export type RunningNode = {
  url: string;
  wsUrl: string;
  chainId: number;
  genesisHash: Hex;
  /** Settles with the reason when the node had to stop by itself. */
  failed: Promise<Error>;
  close(): Promise<void>;
};

const CLIENT_VERSION = "CyberMiles/v0.1.0";
const MAX_BATCH = 1_000;
const CALL_TIMEOUT_MS = 10_000;
const SILENT: NodeLog = { info: () => {}, error: () => {} };

export async function startNode(options: NodeOptions): Promise<RunningNode> {
  checkOptions(options);
  const lock = lockFolder(options.dataDir, "the chain node");
  let store: ChainStore | undefined;
  try {
    store = openStore(options.dataDir, options.preset, loadGenesis(options.preset));
    return await startOn(store, options, () => lock.release());
  } catch (error) {
    await store?.tables.environment.close();
    lock.release();
    throw error;
  }
}

async function startOn(store: ChainStore, options: NodeOptions, release: () => void): Promise<RunningNode> {
  const { preset, dev, log = SILENT } = options;
  const genesisHash = store.header(0)?.hash as Hex;
  const { promise: failed, resolve: reportFailure } = Promise.withResolvers<Error>();
  const onError = (error: unknown): void => log.error({ error: String(error) }, "block production failed");
  const engine = createVmEngine(preset, { timeoutMs: CALL_TIMEOUT_MS, mustStop: () => false });
  const mempool = createMempool(store, preset);
  const writer = new ChainWriter(
    { preset, archive: options.archive ?? false },
    { store, engine, mempool, onFailure: reportFailure },
  );
  const clock = savedClock(store);
  const sequencer = new Sequencer(
    {
      minBlockIntervalMs: preset.minBlockIntervalMs,
      heartbeatMs: options.heartbeatMs ?? preset.heartbeatMs,
      blockTimeMs: options.blockTimeMs,
      dev,
      offsetSec: dev ? clock.load() : 0,
    },
    { writer, mempool, nowMs: Date.now, onError },
  );
  const context: RpcContext = {
    preset,
    reader: store,
    engine,
    mempool,
    events: writer.events,
    submit: (tx) => sequencer.submit(tx),
    nextTimestampSec: () =>
      nextTimestampSec({
        parentSec: store.head().header.timestampSec,
        nowMs: Date.now(),
        strictlyIncreasing: dev,
        offsetSec: sequencer.offsetSec,
        fixedSec: sequencer.fixedTimestampSec,
      }),
    clientVersion: CLIENT_VERSION,
  };
  const calls = new CallPool({
    path: storePath(options.dataDir),
    presetName: preset.name,
    size: options.callThreads ?? 2,
    timeoutMs: CALL_TIMEOUT_MS,
    nextTimestampSec: context.nextTimestampSec,
  });
  const methods = regularMethods(context, calls);
  if (dev) {
    const saveOffset = (): void => clock.save(sequencer.offsetSec);
    const clearMempool = (): void => mempool.clear();
    Object.assign(
      methods,
      accountMethods(context, developmentAccounts(), { ...methods }),
      clockMethods(context, { sequencer, saveOffset }),
      snapshotMethods(context, { writer, sequencer, clearMempool }),
      stateOverrideMethods(writer),
      poolMethods(context, mempool, genesisHash),
    );
  }
  await warmUp(engine, store, preset);
  let server: RpcServer | undefined;
  const metrics = createMetrics(() => ({
    height: store.head().header.number,
    waiting: mempool.size,
    webSockets: server?.connections() ?? 0,
  }));
  writer.events.on("block", metrics.onBlock);
  server = await startServer({
    host: options.host,
    port: options.port,
    allowedOrigins: options.allowedOrigins ?? [],
    allowedHosts: [options.host, ...(options.allowedHosts ?? [])],
    dispatch: {
      methods,
      maxBatch: MAX_BATCH,
      onRequest: metrics.onRequest,
      onFault: (error, method) => log.error({ method, error: String(error) }, "a handler failed"),
    },
    health: () => ({
      status: "ok",
      chainId: preset.chainId,
      genesisHash,
      height: store.head().header.number,
    }),
    metrics: metrics.text,
  });
  sequencer.start();
  void calls.start();
  const authority = `${options.host.includes(":") ? `[${options.host}]` : options.host}:${server.port}`;
  log.info(
    { url: `http://${authority}`, chainId: preset.chainId, height: store.head().header.number },
    "node ready",
  );
  return {
    url: `http://${authority}`,
    wsUrl: `ws://${authority}`,
    chainId: preset.chainId,
    genesisHash,
    failed,
    close: async () => {
      sequencer.stop();
      await server.close();
      await calls.close();
      await writer.close();
      await store.tables.environment.close();
      release();
    },
  };
}

/** So that the first transaction does not wait for the engine to be built. */
async function warmUp(engine: Engine, store: ChainStore, preset: ChainPreset): Promise<void> {
  const head = store.head();
  const environment = nextEnvironment(preset, head, head.header.timestampSec);
  await engine.execute({ environment, transactions: [] }, store.stateAt(head.header.number));
}

function regularMethods(context: RpcContext, calls: CallPool): Methods {
  return {
    ...networkMethods(context),
    ...blockMethods(context),
    ...stateMethods(context),
    ...feeMethods(context),
    ...submissionMethods(context),
    ...logMethods(context),
    ...subscriptionMethods(context),
    ...txpoolMethods(context),
    ...calls.offload(engineMethods(context)),
  };
}

function createMempool(store: ChainStore, preset: ChainPreset): Mempool {
  const limits = {
    ...preset.mempool,
    chainId: preset.chainId,
    transactionGasCap: preset.transactionGasCap,
    blockGasLimit: preset.blockGasLimit,
    minFeePerGas: preset.baseFeeFloorPerGas,
  };
  return new Mempool(limits, {
    account: (address) => store.stateAt(store.head().header.number).account(address),
    baseFeePerGas: () => nextBaseFee(store.head().header, preset.baseFeeFloorPerGas),
    rules: () => rulesAt(preset.forks, store.head().header.number + 1),
    nowMs: Date.now,
  });
}

/** What `evm_increaseTime` added survives a restart, or the chain would stand still until the clock caught up. */
function savedClock(store: ChainStore): { load(): number; save(offsetSec: number): void } {
  const key = Buffer.from("developmentClock");
  return {
    load: () => Number(store.tables.meta.get(key)?.toString() ?? 0),
    save: (offsetSec) => store.tables.meta.putSync(key, Buffer.from(String(offsetSec))),
  };
}

function checkOptions({ preset, dev, host }: NodeOptions): void {
  if (!dev) return;
  if (!preset.hasDevelopmentAccounts)
    throw new NodeOptionsError(`--dev exists on the devnet only, not on ${preset.name}`);
  if (!isLoopback(host))
    throw new NodeOptionsError(
      `--dev signs with well-known keys, so it binds to loopback only, not to ${host}`,
    );
}

export class NodeOptionsError extends Error {
  override readonly name = "NodeOptionsError";
}
