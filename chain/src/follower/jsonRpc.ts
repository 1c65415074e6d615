/** JSON-RPC over HTTP with batches. Rejects with RpcError; retrying is the caller's business. */
import type { Hex } from "./block.ts";

interface RpcCall {
  method: string;
  params: readonly unknown[];
}

export interface Rpc {
  call<T>(method: string, ...params: unknown[]): Promise<T>;
  /** Results in the order of the calls. */
  batch<T>(calls: readonly RpcCall[]): Promise<T[]>;
}

interface Answer {
  id: number;
  result?: unknown;
  error?: { code: number; message: string };
}

const TIMEOUT_MS = 20_000;

export function httpRpc(url: string, closing: AbortSignal): Rpc {
  async function post(body: unknown): Promise<unknown> {
    const ask = () =>
      fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
        signal: AbortSignal.any([closing, AbortSignal.timeout(TIMEOUT_MS)]),
      });
    let response: Response;
    try {
      // A kept connection that the node closed meanwhile resets; these are reads, so asking again is harmless.
      response = await ask().catch((error) => (isReset(error) ? ask() : Promise.reject(error)));
      if (response.ok) return await response.json();
    } catch (cause) {
      throw new RpcError(`The node at ${url} does not answer: ${reasonOf(cause)}.`, cause);
    }
    throw new RpcError(`The node at ${url} answered with HTTP ${response.status}.`);
  }

  async function batch<T>(calls: readonly RpcCall[]): Promise<T[]> {
    if (calls.length === 0) return [];
    const requests = calls.map(({ method, params }, id) => ({ jsonrpc: "2.0", id, method, params }));
    const answers = (await post(requests.length === 1 ? requests[0] : requests)) as Answer | Answer[];
    const byId = new Map([answers].flat().map((answer) => [answer.id, answer]));
    return requests.map(({ id, method }) => {
      const answer = byId.get(id);
      if (answer === undefined || answer.error !== undefined) {
        throw new RpcError(`The node at ${url} refused ${method}: ${answer?.error?.message ?? "no answer"}.`);
      }
      return answer.result as T;
    });
  }

  return {
    batch,
    call: async <T>(method: string, ...params: unknown[]) => (await batch<T>([{ method, params }]))[0] as T,
  };
}

export const toQuantity = (value: bigint): Hex => `0x${value.toString(16)}`;

function isReset(error: unknown): boolean {
  const { cause } = error as { cause?: { code?: string } };
  return cause?.code === "ECONNRESET" || cause?.code === "UND_ERR_SOCKET";
}

function reasonOf(error: unknown): string {
  const { message, cause } = error as { message: string; cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? message;
}

class RpcError extends Error {
  override name = "RpcError";

  constructor(message: string, cause?: unknown) {
    super(message, { cause });
  }
}
