/**
 * JSON-RPC 2.0: one request or a batch in, the response text out. Notifications (no id) get no answer.
 * A handler's fault that is no RpcError is logged and answered without its detail.
 */
import type { Connection, Methods } from "./context.ts";
import {
  INTERNAL_ERROR,
  INVALID_REQUEST,
  LIMIT_EXCEEDED,
  METHOD_NOT_FOUND,
  PARSE_ERROR,
  RpcError,
} from "./rpcError.ts";

export type DispatchOptions = {
  methods: Methods;
  maxBatch: number;
  onRequest: (method: string, seconds: number, failed: boolean) => void;
  onFault: (error: unknown, method: string) => void;
};

type Id = string | number | null;
type Response = { jsonrpc: "2.0"; id: Id } & ({ result: unknown } | { error: Record<string, unknown> });

/** @returns undefined when there is nothing to answer. */
export async function dispatch(
  options: DispatchOptions,
  body: string,
  connection?: Connection,
): Promise<string | undefined> {
  let request: unknown;
  try {
    request = JSON.parse(body);
  } catch {
    return stringify(failure(null, new RpcError(PARSE_ERROR, "parse error: the body is not JSON")));
  }
  if (!Array.isArray(request)) {
    const response = await answer(options, request, connection);
    return response && stringify(response);
  }
  if (request.length === 0) return stringify(failure(null, new RpcError(INVALID_REQUEST, "empty batch")));
  if (request.length > options.maxBatch)
    return stringify(
      failure(null, new RpcError(LIMIT_EXCEEDED, `batch too large: more than ${options.maxBatch} requests`)),
    );
  const responses: Response[] = [];
  for (const single of request) {
    const response = await answer(options, single, connection);
    if (response) responses.push(response);
  }
  return responses.length > 0 ? stringify(responses) : undefined;
}

async function answer(
  { methods, onRequest, onFault }: DispatchOptions,
  request: unknown,
  connection: Connection | undefined,
): Promise<Response | undefined> {
  if (typeof request !== "object" || request === null || Array.isArray(request))
    return failure(null, new RpcError(INVALID_REQUEST, "invalid request"));
  const { id, method, params = [] } = request as { id?: unknown; method?: unknown; params?: unknown };
  if (id !== undefined && id !== null && typeof id !== "string" && typeof id !== "number")
    return failure(null, new RpcError(INVALID_REQUEST, "invalid request: id"));
  const replyId = id ?? null;
  if (typeof method !== "string")
    return failure(replyId, new RpcError(INVALID_REQUEST, "invalid request: no method"));
  if (!Array.isArray(params))
    return failure(replyId, new RpcError(INVALID_REQUEST, "invalid request: params must be an array"));
  const started = performance.now();
  let response: Response;
  try {
    const handler = Object.hasOwn(methods, method) ? methods[method] : undefined;
    if (handler === undefined)
      throw new RpcError(METHOD_NOT_FOUND, `the method ${method} does not exist/is not available`);
    response = { jsonrpc: "2.0", id: replyId, result: (await handler(params, connection)) ?? null };
  } catch (error) {
    if (!(error instanceof RpcError)) onFault(error, method);
    response = failure(replyId, error);
  }
  onRequest(
    Object.hasOwn(methods, method) ? method : "unknown",
    (performance.now() - started) / 1_000,
    "error" in response,
  );
  return id === undefined ? undefined : response;
}

function failure(id: Id, error: unknown): Response {
  if (!(error instanceof RpcError))
    return { jsonrpc: "2.0", id, error: { code: INTERNAL_ERROR, message: "internal error" } };
  const { code, message, data } = error;
  return { jsonrpc: "2.0", id, error: data === undefined ? { code, message } : { code, message, data } };
}

function stringify(response: unknown): string {
  return JSON.stringify(response);
}
