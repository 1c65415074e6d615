// `npm start`: locks the data folder, builds what is out of date, starts chain, then payments and marketplace (one process
// each, logs prefixed, none restarted silently), deploys or finds the contracts, loads the demo catalogue on the first
// start, prints the URLs, and on Ctrl-C stops everything in reverse order, at whatever step it is.
import { setTimeout as delay } from "node:timers/promises";
import { lockFolder } from "@cybermiles/chain/lock";
import { build } from "./build.ts";
import { assertDiskSpace } from "./start/diskSpace.ts";
import { prepareContracts } from "./start/prepareContracts.ts";
import { ensureRoleKeys } from "./start/roleKeys.ts";
import { seedOnce } from "./start/seedOnce.ts";
import { chainService, marketplaceService, paymentsService, serviceUrls } from "./start/services.ts";
import { assertPortsFree, readSettings, type Settings } from "./start/settings.ts";
import { describeFailure } from "./start/startError.ts";
import { summaryOf } from "./start/summary.ts";
import { ServiceError, Supervisor } from "./start/supervisor.ts";

const DEATH_NOTICE_MS = 1_000;
const say = (line: string) => process.stdout.write(`[start] ${line}\n`);

/** Resolves at the first Ctrl-C or SIGTERM; later ones are ignored while the services stop. */
function untilAskedToStop(): Promise<"asked"> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve("asked"));
  });
}

async function startAll(supervisor: Supervisor, settings: Settings, signal: AbortSignal): Promise<void> {
  await build(say, signal);
  const urls = serviceUrls(settings);
  const accounts = ensureRoleKeys(settings.keysDir);
  await supervisor.start(chainService(settings));
  say("chain is up");
  await prepareContracts({ rpcUrl: urls.rpc, deploymentsDir: settings.deploymentsDir, accounts, say });
  await Promise.all(
    [paymentsService(settings), marketplaceService(settings)].map(async (service) => {
      await supervisor.start(service);
      say(`${service.name} is up`);
    }),
  );
  if (settings.seed) await seedOnce({ settings, urls, signal, say });
}

async function main(): Promise<void> {
  const startedAtMs = Date.now();
  const asked = untilAskedToStop();
  const settings = readSettings(process.argv.slice(2), process.env);
  const lock = lockFolder(settings.dataDir, "npm start");
  const supervisor = new Supervisor(say);
  const aborter = new AbortController();
  try {
    assertDiskSpace(settings.dataDir);
    await assertPortsFree(settings.ports);
    const failed = supervisor.failed.then((sentence) => {
      throw new ServiceError(sentence);
    });
    const starting = startAll(supervisor, settings, aborter.signal).catch(async (error) => {
      // Whoever talked to a service that died fails too, perhaps a moment earlier: the death is the reason.
      await Promise.race([failed, delay(DEATH_NOTICE_MS)]);
      throw error;
    });
    const started = await Promise.race([starting, asked, failed]);
    if (started !== "asked") {
      process.stdout.write(summaryOf(settings, (Date.now() - startedAtMs) / 1000));
      await Promise.race([asked, failed]);
    }
  } finally {
    aborter.abort();
    await supervisor.stop();
    lock.release();
  }
}

try {
  await main();
  say("stopped cleanly");
  process.exit(0);
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exit(1);
}
