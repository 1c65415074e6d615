// One child process a service: prefixed logs, health before the next one starts, stop in reverse order. A service that
// ends by itself is never restarted silently: `failed` resolves with one sentence and the caller stops the rest.
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { ROOT } from "../root.ts";

export interface ServiceSpec {
  readonly name: string;
  readonly entry: string;
  readonly args?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly healthUrl: string;
}

export class ServiceError extends Error {
  readonly code = "SERVICE_FAILED";
}

interface Running {
  readonly name: string;
  readonly child: ChildProcess;
  readonly exited: Promise<string>;
  hasExited: boolean;
}

const HEALTH_TIMEOUT_MS = 60_000;
const HEALTH_POLL_MS = 50;
const STOP_TIMEOUT_MS = 15_000;

export class Supervisor {
  readonly #running: Running[] = [];
  readonly #failure = Promise.withResolvers<string>();
  #stopping = false;

  /** Resolves with a sentence when a service ends without being told to. */
  get failed(): Promise<string> {
    return this.#failure.promise;
  }

  /** Starts a service and resolves once it answers on its health url. @throws {ServiceError} if it ends before. */
  async start(spec: ServiceSpec): Promise<void> {
    const child = spawn(process.execPath, [...(spec.args ?? []), spec.entry], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...spec.env },
      // Its own process group: Ctrl-C in the terminal reaches only us, so that services stop in order.
      detached: true,
    });
    const lastLines: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on("line", (line) => {
        lastLines.push(line);
        if (lastLines.length > 5) lastLines.shift();
        process.stdout.write(`[${spec.name}] ${line}\n`);
      });
    }
    const exited = new Promise<string>((resolve) => {
      child.once("error", (error) => resolve(`${spec.name} could not start: ${error.message}`));
      child.once("close", (code, signal) =>
        resolve(
          `${spec.name} ended with ${signal ?? `code ${code}`}${lastLines.at(-1) ? `: ${lastLines.at(-1)}` : "."}`,
        ),
      );
    });
    const running: Running = { name: spec.name, child, exited, hasExited: false };
    this.#running.push(running);
    void exited.then((sentence) => {
      running.hasExited = true;
      if (!this.#stopping) this.#failure.resolve(sentence);
    });
    await this.#waitUntilHealthy(running, spec.healthUrl);
  }

  async #waitUntilHealthy(running: Running, healthUrl: string): Promise<void> {
    const deadline = Date.now() + HEALTH_TIMEOUT_MS;
    while (Date.now() < deadline) {
      if (running.hasExited) throw new ServiceError(await running.exited);
      const healthy = await fetch(healthUrl).then(
        (response) => response.ok,
        () => false,
      );
      if (healthy) return;
      await delay(HEALTH_POLL_MS);
    }
    throw new ServiceError(
      `${running.name} did not answer on ${healthUrl} within ${HEALTH_TIMEOUT_MS / 1000} s.`,
    );
  }

  /** Stops everything in reverse order; a service that does not end in time is killed and named. */
  async stop(say: (line: string) => void): Promise<void> {
    this.#stopping = true;
    for (const { name, child, exited, hasExited } of this.#running.toReversed()) {
      if (hasExited) continue;
      child.kill("SIGTERM");
      const timer = setTimeout(() => {
        say(`${name} did not stop within ${STOP_TIMEOUT_MS / 1000} s and was killed`);
        child.kill("SIGKILL");
      }, STOP_TIMEOUT_MS);
      await exited;
      clearTimeout(timer);
    }
  }
}
