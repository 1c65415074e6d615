// The three services as child processes: entry file, environment, health url. Everything binds to loopback.
import { join } from "node:path";
import { ROOT } from "../root.ts";
import type { Settings } from "./settings.ts";
import type { ServiceSpec } from "./supervisor.ts";

export interface ServiceUrls {
  readonly rpc: string;
  readonly marketplace: string;
  readonly payments: string;
}

export function serviceUrls({ ports }: Settings): ServiceUrls {
  return {
    rpc: `http://127.0.0.1:${ports.chain}`,
    marketplace: `http://localhost:${ports.marketplace}`,
    payments: `http://localhost:${ports.payments}`,
  };
}

/** The names under which a browser on this machine reaches a service; sign-in and the RPC accept no others. */
function originsOf({ ports }: Settings): string {
  return [ports.marketplace, ports.payments]
    .flatMap((port) => [`http://localhost:${port}`, `http://127.0.0.1:${port}`])
    .join(",");
}

const health = (port: number) => `http://127.0.0.1:${port}/healthz`;

export function chainService(settings: Settings): ServiceSpec {
  return {
    name: "chain",
    entry: join(ROOT, "chain/src/main.ts"),
    env: {
      CHAIN_DATA_DIR: join(settings.dataDir, "chain"),
      CHAIN_PRESET: "devnet",
      RPC_HOST: "127.0.0.1",
      RPC_PORT: String(settings.ports.chain),
      RPC_ALLOWED_ORIGINS: originsOf(settings),
    },
    healthUrl: health(settings.ports.chain),
  };
}

function commonEnv(settings: Settings, name: "payments" | "marketplace"): Record<string, string> {
  const databaseUrl = settings.databaseUrls[name];
  return {
    DATA_DIR: join(settings.dataDir, name),
    KEYS_DIR: settings.keysDir,
    RPC_URL: serviceUrls(settings).rpc,
    DEPLOYMENTS_DIR: settings.deploymentsDir,
    DATABASE_URL: databaseUrl ?? "",
  };
}

export function paymentsService(settings: Settings): ServiceSpec {
  const urls = serviceUrls(settings);
  return {
    name: "payments",
    entry: join(ROOT, "payments/src/main.ts"),
    env: {
      ...commonEnv(settings, "payments"),
      PAYMENTS_PORT: String(settings.ports.payments),
      PUBLIC_URL: urls.payments,
      MARKETPLACE_URL: urls.marketplace,
      ALLOWED_ORIGINS: originsOf(settings),
      REDIS_URL: settings.redisUrl ?? "",
      // A developer's shop system runs on this same machine, so webhooks may go to private addresses; a gateway on its
      // own refuses them. WEBHOOK_ALLOW_PRIVATE=0 in the environment refuses them here too.
      WEBHOOK_ALLOW_PRIVATE: process.env.WEBHOOK_ALLOW_PRIVATE ?? "1",
    },
    healthUrl: health(settings.ports.payments),
  };
}

export function marketplaceService(settings: Settings): ServiceSpec {
  const urls = serviceUrls(settings);
  return {
    name: "marketplace",
    entry: join(ROOT, "marketplace/src/main.ts"),
    env: {
      ...commonEnv(settings, "marketplace"),
      MARKETPLACE_PORT: String(settings.ports.marketplace),
      PUBLIC_URL: urls.marketplace,
      PAYMENTS_URL: urls.payments,
    },
    healthUrl: health(settings.ports.marketplace),
  };
}
