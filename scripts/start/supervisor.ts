// One child process a service: prefixed readable logs, health before the next one starts, stop in reverse order. A
// service that ends by itself is never restarted silently: `failed` resolves with one sentence and the caller stops the
// rest.
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { ROOT } from "../root.ts";
import { endingSentence, lastWordOf, readableLines } from "./serviceLog.ts";

export interface ServiceSpec {
  readonly name: string;
  readonly entry: string;
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

/** Long, because a service that reads the whole chain anew is healthy only after it. */
const HEALTH_TIMEOUT_MS = 300_000;
const HEALTH_POLL_MS = 50;
const HEALTH_ANSWER_MS = 5_000;
const TELL_EVERY_MS = 10_000;
const STOP_TIMEOUT_MS = 15_000;
const KEPT_LINES = 20;
const END_WITH_PARENT = import.meta.resolve("./endWithParent.ts");

export class Supervisor {
  readonly #say: (line: string) => void;
  readonly #running: Running[] = [];
  readonly #failure = Promise.withResolvers<string>();
  #stopping = false;

  constructor(say: (line: string) => void) {
    this.#say = say;
  }

  /** Resolves with a sentence when a service ends without being told to. */
  get failed(): Promise<string> {
    return this.#failure.promise;
  }

  /** Starts a service and resolves once it answers on its health url. @throws {ServiceError} if it ends before. */
  async start(spec: ServiceSpec): Promise<void> {
    if (this.#stopping) throw new ServiceError(`${spec.name} is not started any more: everything stops.`);
    const child = spawn(process.execPath, ["--import", END_WITH_PARENT, spec.entry], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      env: { ...process.env, ...spec.env },
      // Its own process group: Ctrl-C in the terminal reaches only us, so that services stop in order.
      detached: true,
    });
    const running: Running = { name: spec.name, child, exited: watch(spec.name, child), hasExited: false };
    this.#running.push(running);
    void running.exited.then((sentence) => {
      running.hasExited = true;
      if (!this.#stopping) this.#failure.resolve(sentence);
    });
    await this.#waitUntilHealthy(running, spec.healthUrl);
  }

  async #waitUntilHealthy(running: Running, healthUrl: string): Promise<void> {
    const startedAtMs = Date.now();
    let toldAtMs = startedAtMs;
    while (Date.now() - startedAtMs < HEALTH_TIMEOUT_MS) {
      if (running.hasExited) throw new ServiceError(await running.exited);
      const healthy = await fetch(healthUrl, { signal: AbortSignal.timeout(HEALTH_ANSWER_MS) }).then(
        (response) => response.ok,
        () => false,
      );
      if (healthy) return;
      if (!this.#stopping && Date.now() - toldAtMs >= TELL_EVERY_MS) {
        toldAtMs = Date.now();
        this.#say(`${running.name} is starting (${Math.round((toldAtMs - startedAtMs) / 1000)} s)`);
      }
      await delay(HEALTH_POLL_MS);
    }
    const seconds = HEALTH_TIMEOUT_MS / 1000;
    throw new ServiceError(`${running.name} did not answer on ${healthUrl} within ${seconds} s.`);
  }

  /** Stops everything in reverse order; a service that does not end in time is killed and named. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#running.length > 0) this.#say("stopping");
    for (const { name, child, exited, hasExited } of this.#running.toReversed()) {
      if (hasExited) continue;
      child.kill("SIGTERM");
      const timer = setTimeout(() => {
        this.#say(`${name} did not stop within ${STOP_TIMEOUT_MS / 1000} s and was killed`);
        child.kill("SIGKILL");
      }, STOP_TIMEOUT_MS);
      await exited;
      clearTimeout(timer);
    }
  }
}

/** Shows a child's output under its name; resolves with the sentence that says how it ended. */
function watch(name: string, child: ChildProcess): Promise<string> {
  const stderr: string[] = [];
  let lastWord: string | undefined;
  const show = (line: string) => {
    for (const text of readableLines(line)) process.stdout.write(`[${name}] ${text}\n`);
  };
  if (child.stdout) createInterface({ input: child.stdout }).on("line", show);
  if (child.stderr) {
    createInterface({ input: child.stderr }).on("line", (line) => {
      const word = lastWordOf(name, line);
      if (word !== undefined) {
        lastWord = word;
        return;
      }
      if (line.trim() !== "") stderr.push(line);
      if (stderr.length > KEPT_LINES) stderr.shift();
      show(line);
    });
  }
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(`${name} could not start: ${error.message}`));
    child.once("close", (code, signal) =>
      resolve(endingSentence({ service: name, code, signal, lastWord, stderr })),
    );
  });
}
