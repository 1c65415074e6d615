// What `npm start` is told: flags and environment, checked together before anything starts.
import { createServer } from "node:net";
import { isAbsolute, join } from "node:path";
import { ROOT } from "../root.ts";

export interface Settings {
  readonly dataDir: string;
  readonly keysDir: string;
  readonly deploymentsDir: string;
  readonly seed: boolean;
  readonly ports: { readonly chain: number; readonly marketplace: number; readonly payments: number };
  /** PostgreSQL urls; undefined runs the embedded PGlite. Each service has a database of its own. */
  readonly databaseUrls: { readonly payments: string | undefined; readonly marketplace: string | undefined };
  readonly redisUrl: string | undefined;
}

export class SettingsError extends Error {
  readonly code = "BAD_SETTINGS";
}

const HELP =
  "Usage: npm start -- [--data DIR] [--no-seed]; ports by CHAIN_PORT, MARKETPLACE_PORT and PAYMENTS_PORT; " +
  "PostgreSQL by PAYMENTS_DATABASE_URL and MARKETPLACE_DATABASE_URL, Redis by REDIS_URL.";

function readPort(env: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const text = env[name];
  if (text === undefined || text === "") return fallback;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new SettingsError(`${name}: expected a port from 1 to 65535, got ${JSON.stringify(text)}.`);
  }
  return port;
}

/** @throws {SettingsError} with one sentence on an unknown flag or a bad port. */
export function readSettings(args: readonly string[], env: NodeJS.ProcessEnv): Settings {
  let dataDir = join(ROOT, ".data");
  let seed = true;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    if (arg === "--no-seed") seed = false;
    else if (arg === "--data") {
      const dir = args[++i];
      if (dir === undefined) throw new SettingsError(`--data: expected a folder. ${HELP}`);
      dataDir = isAbsolute(dir) ? dir : join(process.cwd(), dir);
    } else throw new SettingsError(`Unknown argument ${arg}. ${HELP}`);
  }
  return {
    dataDir,
    keysDir: join(dataDir, "keys"),
    deploymentsDir: join(dataDir, "deployments"),
    seed,
    ports: {
      chain: readPort(env, "CHAIN_PORT", 8545),
      marketplace: readPort(env, "MARKETPLACE_PORT", 3000),
      payments: readPort(env, "PAYMENTS_PORT", 3001),
    },
    databaseUrls: { payments: env.PAYMENTS_DATABASE_URL, marketplace: env.MARKETPLACE_DATABASE_URL },
    redisUrl: env.REDIS_URL,
  };
}

function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

/** @throws {SettingsError} naming the first port that another program holds and the variable that moves ours. */
export async function assertPortsFree(ports: Settings["ports"]): Promise<void> {
  for (const [service, port] of Object.entries(ports)) {
    if (await isPortFree(port)) continue;
    throw new SettingsError(
      `Port ${port} for ${service} is in use by another program; stop it or set ${service.toUpperCase()}_PORT to a free one.`,
    );
  }
}
