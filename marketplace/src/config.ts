// The marketplace's configuration: `process.env` is read once, all faults are reported together, the result is frozen.
// DATABASE_URL may hold a password; it is never logged.
import path from "node:path";
import { z } from "zod";

const httpUrl = z
  .url({ protocol: /^https?$/, error: "expected an http or https URL" })
  .transform((url) => url.replace(/\/+$/, ""));

const envSchema = z.object({
  MARKETPLACE_HOST: z.string().min(1).default("127.0.0.1"),
  MARKETPLACE_PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATA_DIR: z.string().min(1).default(".data/marketplace"),
  KEYS_DIR: z.string().min(1).default(".data/keys"),
  DEPLOYMENTS_DIR: z.string().min(1).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "expected postgres://…" }).optional(),
  RPC_URL: httpUrl.default("http://127.0.0.1:8545"),
  PAYMENTS_URL: httpUrl.default("http://127.0.0.1:3001"),
  PUBLIC_URL: httpUrl.optional(),
  PUBLIC_RPC_URL: httpUrl.optional(),
  PUBLIC_GATEWAY_URL: httpUrl.optional(),
  WEB_DIR: z.string().min(1).optional(),
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(1).default(1200),
  TRUST_PROXY: z.string().default("loopback"),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
});

export type MarketplaceServiceConfig = Readonly<{
  host: string;
  /** 0: any free port */
  port: number;
  dataDir: string;
  keysDir: string;
  deploymentsDir: string | undefined;
  /** undefined: PGlite in the data folder */
  databaseUrl: string | undefined;
  rpcUrl: string;
  paymentsUrl: string;
  /** where people reach this service; undefined: the address it listens on */
  publicUrl: string | undefined;
  /** what other wallets should be told; undefined: rpcUrl */
  publicRpcUrl: string | undefined;
  /** undefined: paymentsUrl */
  publicGatewayUrl: string | undefined;
  /** the built web app */
  webDir: string;
  /** unsafe requests of one visitor */
  rateLimitPerMinute: number;
  trustProxy: string;
  logLevel: "silent" | "error" | "warn" | "info" | "debug";
}>;

const BUILT_WEB_APP = path.join(import.meta.dirname, "..", "dist", "web");

export function readConfig(env: Record<string, string | undefined>): MarketplaceServiceConfig {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = envSchema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`));
  }
  const { data } = parsed;
  return Object.freeze({
    host: data.MARKETPLACE_HOST,
    port: data.MARKETPLACE_PORT,
    dataDir: path.resolve(data.DATA_DIR),
    keysDir: path.resolve(data.KEYS_DIR),
    deploymentsDir: data.DEPLOYMENTS_DIR === undefined ? undefined : path.resolve(data.DEPLOYMENTS_DIR),
    databaseUrl: data.DATABASE_URL,
    rpcUrl: data.RPC_URL,
    paymentsUrl: data.PAYMENTS_URL,
    publicUrl: data.PUBLIC_URL,
    publicRpcUrl: data.PUBLIC_RPC_URL,
    publicGatewayUrl: data.PUBLIC_GATEWAY_URL,
    webDir: path.resolve(data.WEB_DIR ?? BUILT_WEB_APP),
    rateLimitPerMinute: data.RATE_LIMIT_PER_MINUTE,
    trustProxy: data.TRUST_PROXY,
    logLevel: data.LOG_LEVEL,
  });
}

export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly code = "config_invalid";

  constructor(faults: readonly string[]) {
    super(`The marketplace configuration has ${faults.length} fault(s): ${faults.join("; ")}.`);
  }
}
