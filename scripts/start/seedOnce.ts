// Loads the demo catalogue on the first start, as ordinary users would: over HTTP and JSON-RPC, in a process of its own.
// The marker is written only after the seed has finished; a seed that was cut short goes on where it stopped.
import { spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ROOT } from "../root.ts";
import type { ServiceUrls } from "./services.ts";
import type { Settings } from "./settings.ts";
import { ServiceError } from "./supervisor.ts";

/** Aborting the signal ends the seed at once. @throws {ServiceError} where it could not finish. */
export async function seedOnce(options: {
  readonly settings: Settings;
  readonly urls: ServiceUrls;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}): Promise<void> {
  const { settings, urls, signal, say } = options;
  const marker = join(settings.dataDir, "seeded");
  if (existsSync(marker)) return;
  signal.throwIfAborted();
  say("loading the demo catalogue with real transactions (first start only)");
  const child = spawn(process.execPath, [join(ROOT, "marketplace/src/seed/main.ts")], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    signal,
    detached: true,
    env: {
      ...process.env,
      RPC_URL: urls.rpc,
      MARKETPLACE_URL: urls.marketplace,
      KEYS_DIR: settings.keysDir,
      DEPLOYMENTS_DIR: settings.deploymentsDir,
    },
  });
  let lastError = "";
  createInterface({ input: child.stdout }).on("line", (line) => say(`seed: ${line}`));
  createInterface({ input: child.stderr }).on("line", (line) => {
    lastError ||= line;
    say(`seed: ${line}`);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) {
    const why = lastError === "" ? `it ended with code ${code}` : lastError;
    throw new ServiceError(`The demo catalogue could not be loaded: ${why} (the next start goes on)`);
  }
  writeFileSync(marker, `${new Date().toISOString()}\n`);
}
