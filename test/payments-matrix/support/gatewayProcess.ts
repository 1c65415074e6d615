/** The payment gateway as a process of its own, on either kind of storage, that can be stopped, killed and started again. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import type { World } from "./world.ts";

const SOURCE = join(import.meta.dirname, "../../../payments/src");
const START_TIMEOUT_MS = 60_000;

/** Where it stores: PGlite under dataDir, or PostgreSQL and Redis. Keys are in dataDir either way. */
export interface Storage {
  dataDir: string;
  databaseUrl?: string;
  redisUrl?: string;
}

export class GatewayProcess {
  /** Changes with every start. */
  url = "";
  readonly storage: Storage;
  readonly #env: Record<string, string>;
  #child: ChildProcess | undefined;
  #errors: string[] = [];

  constructor(world: World, storage: Storage, env: Record<string, string> = {}) {
    this.storage = storage;
    this.#env = {
      ...(process.env as Record<string, string>),
      PAYMENTS_PORT: "0",
      DATA_DIR: storage.dataDir,
      DATABASE_URL: storage.databaseUrl ?? "",
      REDIS_URL: storage.redisUrl ?? "",
      RPC_URL: world.node.url,
      DEPLOYMENTS_DIR: world.deploymentsDir,
      WEBHOOK_ALLOW_PRIVATE: "1",
      RATE_LIMIT_PER_MINUTE: "1000000",
      DEV: "1",
      ...env,
    };
  }

  /** What it complained about, for failing tests. */
  get complaints(): string {
    return this.#errors.slice(-20).join("\n");
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [join(SOURCE, "main.ts")], {
      env: this.#env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child = child;
    child.stderr.on("data", (data) => this.#errors.push(String(data)));
    const up = Promise.withResolvers<string>();
    createInterface({ input: child.stdout }).on("line", (line) => {
      const entry = line.startsWith("{")
        ? (JSON.parse(line) as { level: number; msg: string; url?: string })
        : undefined;
      if (entry === undefined || entry.level >= 40) this.#errors.push(line);
      if (entry?.msg === "payments is up") up.resolve(entry.url as string);
    });
    child.once("exit", (code) => up.reject(new Error(`payments ended with ${code}: ${this.complaints}`)));
    const timer = setTimeout(
      () => up.reject(new Error(`payments was not up within ${START_TIMEOUT_MS} ms: ${this.complaints}`)),
      START_TIMEOUT_MS,
    );
    try {
      this.url = await up.promise;
    } finally {
      clearTimeout(timer);
    }
  }

  async health(): Promise<{ followedBlock: number; openJobs: number }> {
    const response = await fetch(`${this.url}/healthz`);
    return (await response.json()) as { followedBlock: number; openJobs: number };
  }

  /** Without warning, as a power cut. */
  kill(): Promise<void> {
    return this.#end("SIGKILL");
  }

  stop(): Promise<void> {
    return this.#end("SIGTERM");
  }

  /** The command that empties the read model, while the gateway is stopped. */
  async rebuild(): Promise<void> {
    await promisify(execFile)(process.execPath, [join(SOURCE, "rebuild.ts")], { env: this.#env });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill(signal);
    await exited;
  }
}
