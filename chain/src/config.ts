/**
 * The node process's settings from environment and command line, checked together: every fault is named at once.
 * Flags win over the environment: --dev, --archive, --block-time <ms>, --port, --host, --data-dir, --preset.
 */
import { parseArgs } from "node:util";
import { z } from "zod";
import { type ChainPreset, presets } from "./presets/presets.ts";

export type NodeConfig = {
  dataDir: string;
  preset: ChainPreset;
  host: string;
  port: number;
  dev: boolean;
  archive: boolean;
  blockTimeMs: number | undefined;
  heartbeatMs: number | undefined;
  allowedOrigins: string[];
  allowedHosts: string[];
  logLevel: string;
};

const flag = z
  .enum(["", "0", "1", "true", "false"])
  .default("0")
  .transform((value) => value === "1" || value === "true");
const list = z
  .string()
  .default("")
  .transform((value) => value.split(",").map((item) => item.trim()))
  .transform((items) => items.filter((item) => item !== ""));
/** An empty variable counts as none. */
const given = (value: unknown): unknown => (value === "" ? undefined : value);
const milliseconds = z.preprocess(given, z.coerce.number().int().min(0).max(3_600_000).optional());
const port = z.preprocess(given, z.coerce.number().int().min(0).max(65_535).default(8545));

const schema = z.object({
  CHAIN_DATA_DIR: z.string().min(1).default(".data/chain"),
  CHAIN_PRESET: z.enum(["devnet", "testnet", "mainnet"]).default("devnet"),
  RPC_HOST: z.string().min(1).default("127.0.0.1"),
  RPC_PORT: port,
  RPC_ALLOWED_ORIGINS: list,
  RPC_ALLOWED_HOSTS: list,
  DEV: flag,
  CHAIN_ARCHIVE: flag,
  CHAIN_BLOCK_TIME_MS: milliseconds,
  CHAIN_HEARTBEAT_MS: milliseconds,
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
});

const FLAGS = {
  "data-dir": "CHAIN_DATA_DIR",
  preset: "CHAIN_PRESET",
  host: "RPC_HOST",
  port: "RPC_PORT",
  dev: "DEV",
  archive: "CHAIN_ARCHIVE",
  "block-time": "CHAIN_BLOCK_TIME_MS",
  heartbeat: "CHAIN_HEARTBEAT_MS",
} as const;

export function readConfig(env: NodeJS.ProcessEnv, argv: readonly string[]): NodeConfig {
  const parsed = schema.safeParse({ ...env, ...fromFlags(argv) });
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map(describe));
  const { data } = parsed;
  return Object.freeze({
    dataDir: data.CHAIN_DATA_DIR,
    preset: presets[data.CHAIN_PRESET],
    host: data.RPC_HOST,
    port: data.RPC_PORT,
    dev: data.DEV,
    archive: data.CHAIN_ARCHIVE,
    blockTimeMs: data.CHAIN_BLOCK_TIME_MS || undefined, // 0: on demand
    heartbeatMs: data.CHAIN_HEARTBEAT_MS,
    allowedOrigins: data.RPC_ALLOWED_ORIGINS,
    allowedHosts: data.RPC_ALLOWED_HOSTS,
    logLevel: data.LOG_LEVEL,
  });
}

function fromFlags(argv: readonly string[]): Record<string, string> {
  const boolean = { type: "boolean" } as const;
  const text = { type: "string" } as const;
  const options = {
    ...{ "data-dir": text, preset: text, host: text, port: text, "block-time": text, heartbeat: text },
    ...{ dev: boolean, archive: boolean },
  };
  let values: Record<string, string | boolean | undefined>;
  try {
    ({ values } = parseArgs({ args: [...argv], options, strict: true }));
  } catch (cause) {
    throw new ConfigError([cause instanceof Error ? cause.message : String(cause)]);
  }
  const given = Object.entries(values).map(([name, value]) => [
    FLAGS[name as keyof typeof FLAGS],
    value === true ? "1" : String(value),
  ]);
  return Object.fromEntries(given) as Record<string, string>;
}

function describe(issue: z.core.$ZodIssue): string {
  const name = issue.path.join(".");
  const flagName = Object.entries(FLAGS).find(([, variable]) => variable === name)?.[0];
  return `${name}${flagName ? ` (--${flagName})` : ""}: ${issue.message}`;
}

export class ConfigError extends Error {
  override readonly name = "ConfigError";
  constructor(faults: readonly string[]) {
    super(`the node's settings are wrong: ${faults.join("; ")}`);
  }
}
