/**
 * Hands calls and traces to threads. Calls run in place until the first thread is up, never after that.
 */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { ChainName } from "../../presets/presets.ts";
import type { Method, Methods } from "../context.ts";
import { LIMIT_EXCEEDED, RpcError, serverError } from "../rpcError.ts";

export type CallThreadData = {
  path: string;
  presetName: ChainName;
  timeoutMs: number;
  /** Shared: 1 ends what runs. */
  stopFlag: Int32Array;
};
export type CallJob = { id: number; method: string; params: unknown[]; nextTimestampSec: number };
export type CallAnswer = {
  id: number;
  result?: unknown;
  error?: { code: number; message: string; data: unknown };
  fault?: string;
};

export type CallPoolOptions = Omit<CallThreadData, "stopFlag"> & {
  size: number;
  nextTimestampSec: () => number;
};

const MAX_WAITING = 1_000;

type Job = CallJob & { resolve: (result: unknown) => void; reject: (error: unknown) => void };
type Thread = { worker: Worker; isReady: boolean; job: Job | undefined };

export class CallPool {
  readonly #options: CallPoolOptions;
  readonly #stopFlag = new Int32Array(new SharedArrayBuffer(4));
  readonly #threads = new Set<Thread>();
  readonly #waiting: Job[] = [];
  #lastId = 0;
  #isUp = false;
  #isClosed = false;

  constructor(options: CallPoolOptions) {
    this.#options = options;
  }

  /** The same methods, run by threads once there are any. */
  offload(methods: Methods): Methods {
    const run = (method: string, inPlace: Method): Method => {
      return (params, connection) => (this.#isUp ? this.#run(method, params) : inPlace(params, connection));
    };
    return Object.fromEntries(
      Object.entries(methods).map(([method, inPlace]) => [method, run(method, inPlace)]),
    );
  }

  /** Resolves when the first thread takes calls. */
  start(): Promise<void> {
    if (this.#options.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.#startThread(resolve));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    Atomics.store(this.#stopFlag, 0, 1);
    for (const job of this.#waiting.splice(0)) job.reject(serverError("the node is stopping"));
    const ended = [...this.#threads].map(({ worker }) => {
      worker.ref();
      const exit = once(worker, "exit");
      worker.postMessage("stop");
      return exit;
    });
    await Promise.all(ended);
  }

  #run(method: string, params: unknown[]): Promise<unknown> {
    if (this.#isClosed) throw serverError("the node is stopping");
    if (this.#waiting.length >= MAX_WAITING)
      throw new RpcError(LIMIT_EXCEEDED, "too many calls wait; try again later");
    return new Promise((resolve, reject) => {
      const nextTimestampSec = this.#options.nextTimestampSec();
      this.#waiting.push({ id: ++this.#lastId, method, params, nextTimestampSec, resolve, reject });
      this.#assign();
      if (this.#waiting.length > 0 && this.#threads.size < this.#options.size) this.#startThread();
    });
  }

  #assign(): void {
    for (const thread of this.#threads) {
      if (!thread.isReady || thread.job !== undefined) continue;
      const job = this.#waiting.shift();
      if (job === undefined) return;
      thread.job = job;
      const { id, method, params, nextTimestampSec } = job;
      thread.worker.postMessage({ id, method, params, nextTimestampSec } satisfies CallJob);
    }
  }

  #startThread(onReady?: () => void): void {
    if (this.#isClosed) return;
    const { path, presetName, timeoutMs } = this.#options;
    const workerData: CallThreadData = { path, presetName, timeoutMs, stopFlag: this.#stopFlag };
    const worker = new Worker(new URL("./callThread.ts", import.meta.url), { workerData });
    worker.unref();
    const thread: Thread = { worker, isReady: false, job: undefined };
    this.#threads.add(thread);
    worker.on("message", (answer: CallAnswer & { isReady?: boolean }) => {
      if (answer.isReady) {
        thread.isReady = true;
        this.#isUp = true;
        onReady?.();
      } else settle(thread, answer);
      this.#assign();
    });
    worker.on("error", (error) => thread.job?.reject(error));
    worker.on("exit", () => {
      this.#threads.delete(thread);
      thread.job?.reject(serverError("the node is stopping"));
      if (thread.isReady && this.#threads.size === 0) this.#startThread(); // died; one that never came up would die again
    });
  }
}

function settle(thread: Thread, { result, error, fault }: CallAnswer): void {
  const { job } = thread;
  thread.job = undefined;
  if (error) job?.reject(new RpcError(error.code, error.message, error.data));
  else if (fault) job?.reject(new Error(fault));
  else job?.resolve(result);
}
