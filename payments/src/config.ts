/**
 * The gateway's configuration: `process.env` is read once, all faults are reported together, the result is frozen.
 * Times in seconds. Nothing here is secret but DATABASE_URL and REDIS_URL, which are never logged.
 */
import path from "node:path";
import { z } from "zod";

const flag = z.stringbool({ truthy: ["1", "true"], falsy: ["0", "false", ""] });
const httpUrl = z
  .url({ protocol: /^https?$/, error: "expected an http or https URL" })
  .transform((url) => url.replace(/\/+$/, ""));

const Env = z.object({
  PAYMENTS_HOST: z.string().min(1).default("127.0.0.1"),
  PAYMENTS_PORT: z.coerce.number().int().min(0).max(65_535).default(3001),
  DATA_DIR: z.string().min(1).default(".data"),
  KEYS_DIR: z.string().min(1).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "expected postgres://…" }).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: "expected redis://…" }).optional(),
  RPC_URL: httpUrl.default("http://127.0.0.1:8545"),
  DEPLOYMENTS_DIR: z.string().min(1).optional(),
  PUBLIC_URL: httpUrl.optional(),
  MARKETPLACE_URL: httpUrl.default("http://127.0.0.1:3000"),
  ALLOWED_ORIGINS: z.string().default(""),
  WEBHOOK_ALLOW_PRIVATE: flag.default(false),
  CONFIRMATIONS: z.coerce.number().int().min(1).max(1000).default(1),
  DEFAULT_ARBITER: z
    .string()
    .regex(/^0x[0-9a-fA-F]{40}$/, "expected an address")
    .optional(),
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(1).default(600),
  TRUST_PROXY: z.string().default("loopback"),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
});

export type PaymentsConfig = Readonly<{
  host: string;
  port: number;
  dataDir: string;
  keysDir: string;
  databaseUrl: string | undefined;
  redisUrl: string | undefined;
  rpcUrl: string;
  deploymentsDir: string | undefined;
  /** Where people reach this service; undefined means the address it listens on. */
  publicUrl: string | undefined;
  marketplaceUrl: string;
  /** Origins whose pages may sign in and use the session. The public and the marketplace's URL are always among them. */
  allowedOrigins: readonly string[];
  webhookAllowPrivate: boolean;
  /** Blocks, the paying one included, after which a payment settles. */
  confirmations: number;
  defaultArbiter: string | undefined;
  rateLimitPerMinute: number;
  trustProxy: string;
  logLevel: "silent" | "error" | "warn" | "info" | "debug";
}>;

export function readConfig(env: Record<string, string | undefined>): PaymentsConfig {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = Env.safeParse(given);
  const faults = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  const origins: string[] = [];
  for (const text of (env.ALLOWED_ORIGINS ?? "").split(",").map((part) => part.trim())) {
    if (text === "") continue;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url?.origin === text && url.protocol.startsWith("http")) origins.push(text);
    else faults.push(`ALLOWED_ORIGINS: "${text}" is not an origin such as https://shop.example`);
  }
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  const e = parsed.data;
  const own = [e.PUBLIC_URL, e.MARKETPLACE_URL]
    .filter((url) => url !== undefined)
    .map((url) => new URL(url).origin);
  return Object.freeze({
    host: e.PAYMENTS_HOST,
    port: e.PAYMENTS_PORT,
    dataDir: path.resolve(e.DATA_DIR),
    keysDir: path.resolve(e.KEYS_DIR ?? path.join(e.DATA_DIR, "keys")),
    databaseUrl: e.DATABASE_URL,
    redisUrl: e.REDIS_URL,
    rpcUrl: e.RPC_URL,
    deploymentsDir: e.DEPLOYMENTS_DIR === undefined ? undefined : path.resolve(e.DEPLOYMENTS_DIR),
    publicUrl: e.PUBLIC_URL,
    marketplaceUrl: e.MARKETPLACE_URL,
    allowedOrigins: Object.freeze([...new Set([...own, ...origins])]),
    webhookAllowPrivate: e.WEBHOOK_ALLOW_PRIVATE,
    confirmations: e.CONFIRMATIONS,
    defaultArbiter: e.DEFAULT_ARBITER,
    rateLimitPerMinute: e.RATE_LIMIT_PER_MINUTE,
    trustProxy: e.TRUST_PROXY,
    logLevel: e.LOG_LEVEL,
  });
}

export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly code = "CONFIG_INVALID";

  constructor(faults: readonly string[]) {
    super(`The payments configuration has ${faults.length} fault(s): ${faults.join("; ")}.`);
  }
}
