// The suite as a user starts it: the start script as a child process on free ports and a throw-away data folder.
import { type ChildProcess, spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const START = join(import.meta.dirname, "..", "..", "scripts", "start.ts");

export interface SuitePorts {
  readonly chain: number;
  readonly marketplace: number;
  readonly payments: number;
}

export interface Ending {
  readonly code: number | null;
  /** stdout and stderr as they came. */
  readonly output: string;
  readonly stderr: string;
}

export interface StartedSuite {
  readonly process: ChildProcess;
  /** Resolves once the summary is printed; rejects with the output where it ends before. */
  readonly ready: Promise<void>;
  readonly exited: Promise<Ending>;
  /** Resolves once this text has been printed; rejects with the output where it ends before. */
  printed(text: string): Promise<void>;
  readonly urls: { readonly rpc: string; readonly marketplace: string; readonly payments: string };
  /** Asks it to stop as Ctrl-C does, and waits. */
  stop(): Promise<Ending>;
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

export async function freePorts(): Promise<SuitePorts> {
  return { chain: await freePort(), marketplace: await freePort(), payments: await freePort() };
}

export function startSuite(options: {
  readonly dataDir: string;
  readonly ports: SuitePorts;
  readonly seed?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** A command that executes the rest of its arguments. */
  readonly within?: readonly string[];
}): StartedSuite {
  const { dataDir, ports } = options;
  const args = [START, "--data", dataDir, ...(options.seed ? [] : ["--no-seed"])];
  const [file = "", ...rest] = [...(options.within ?? []), process.execPath, ...args];
  const child = spawn(file, rest, {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      CHAIN_PORT: String(ports.chain),
      MARKETPLACE_PORT: String(ports.marketplace),
      PAYMENTS_PORT: String(ports.payments),
      ...options.env,
    },
  });
  let output = "";
  let stderr = "";
  let hasEnded = false;
  const changes = new EventEmitter().setMaxListeners(0);
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
    changes.emit("change");
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
    collect(chunk);
  });
  const exited = new Promise<Ending>((resolve) => {
    child.once("close", (code) => {
      hasEnded = true;
      changes.emit("change");
      resolve({ code, output, stderr });
    });
  });
  const printed = async (text: string) => {
    while (!output.includes(text)) {
      if (hasEnded) throw new Error(`the suite ended before it printed "${text}":\n${output}`);
      await once(changes, "change");
    }
  };
  const ready = printed("Ctrl-C stops everything");
  ready.catch(() => {});
  return {
    process: child,
    ready,
    exited,
    printed,
    urls: {
      rpc: `http://127.0.0.1:${ports.chain}`,
      marketplace: `http://localhost:${ports.marketplace}`,
      payments: `http://localhost:${ports.payments}`,
    },
    stop() {
      child.kill("SIGINT");
      return exited;
    },
  };
}

/** A temporary folder, removed by the returned function. */
export async function temporaryFolder(name: string): Promise<{ dir: string; remove: () => Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), `cybermiles-${name}-`));
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}
