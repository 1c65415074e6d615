// `npm start`: builds what is out of date, starts chain, payments and marketplace in that order (one process each, logs
// prefixed, none restarted silently), deploys or finds the contracts, loads the demo catalogue on the first start, prints
// the URLs, and on Ctrl-C stops everything in reverse order. One exclusive lock on the data folder comes before all.
import { lockFolder } from "@cybermiles/chain/lock";
import { build } from "./build.ts";
import { prepareContracts } from "./start/prepareContracts.ts";
import { ensureRoleKeys } from "./start/roleKeys.ts";
import { seedOnce } from "./start/seedOnce.ts";
import { chainService, marketplaceService, paymentsService, serviceUrls } from "./start/services.ts";
import { assertPortsFree, readSettings, type Settings } from "./start/settings.ts";
import { describeFailure } from "./start/startError.ts";
import { summaryOf } from "./start/summary.ts";
import { ServiceError, Supervisor } from "./start/supervisor.ts";

const say = (line: string) => process.stdout.write(`[start] ${line}\n`);

/** Resolves at the first Ctrl-C or SIGTERM; later ones are ignored while the services stop. */
function untilAskedToStop(): Promise<"asked"> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve("asked"));
  });
}

async function startAll(supervisor: Supervisor, settings: Settings, signal: AbortSignal): Promise<void> {
  const urls = serviceUrls(settings);
  const accounts = ensureRoleKeys(settings.keysDir);
  await supervisor.start(chainService(settings));
  say("chain is up");
  await prepareContracts({ rpcUrl: urls.rpc, deploymentsDir: settings.deploymentsDir, accounts, say });
  await supervisor.start(paymentsService(settings));
  say("payments are up");
  await supervisor.start(marketplaceService(settings));
  say("marketplace is up");
  if (settings.seed) await seedOnce({ settings, urls, signal, say });
}

async function main(): Promise<number> {
  const startedAtMs = Date.now();
  const settings = readSettings(process.argv.slice(2), process.env);
  const asked = untilAskedToStop();
  await build(say);
  const lock = lockFolder(settings.dataDir, "npm start");
  const supervisor = new Supervisor();
  const aborter = new AbortController();
  try {
    await assertPortsFree(settings.ports);
    const failed = supervisor.failed.then((sentence) => {
      throw new ServiceError(sentence);
    });
    const started = await Promise.race([startAll(supervisor, settings, aborter.signal), asked, failed]);
    if (started !== "asked") {
      process.stdout.write(summaryOf(settings, (Date.now() - startedAtMs) / 1000));
      await Promise.race([asked, failed]);
    }
    say("stopping");
    return 0;
  } finally {
    aborter.abort();
    await supervisor.stop(say);
    lock.release();
  }
}

try {
  const code = await main();
  say("stopped cleanly");
  process.exit(code);
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exit(1);
}
