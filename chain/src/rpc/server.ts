/**
 * HTTP and WebSocket on one port. Paths: POST (any) for JSON-RPC, GET /healthz, GET /metrics; an upgrade opens a WebSocket.
 * Bodies and batches are limited; a slow WebSocket reader is dropped rather than buffered without end.
 */
import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { bytesToHex, type Hex } from "../encoding/hex.ts";
import type { Connection } from "./context.ts";
import { type DispatchOptions, dispatch } from "./dispatch.ts";
import { type AccessLists, isAllowedOrigin, refusal } from "./originCheck.ts";
import { LIMIT_EXCEEDED, RpcError } from "./rpcError.ts";

export type ServerOptions = AccessLists & {
  host: string;
  port: number;
  dispatch: DispatchOptions;
  health: () => Record<string, unknown>;
  metrics: () => Promise<string>;
};

const MAX_BODY_BYTES = 5 * 1_024 * 1_024;
const MAX_BUFFERED_BYTES = 16 * 1_024 * 1_024;
const MAX_SUBSCRIPTIONS = 128;
const MAX_CONNECTIONS = 1_000;
/** Longer than clients keep idle connections, so that none is closed under a request. */
const KEEP_ALIVE_MS = 75_000;

export type RpcServer = { port: number; connections: () => number; close(): Promise<void> };

export async function startServer(options: ServerOptions): Promise<RpcServer> {
  const http = createServer((request, response) => {
    handleHttp(options, request, response).catch(() => response.destroy());
  });
  http.maxConnections = MAX_CONNECTIONS;
  http.keepAliveTimeout = KEEP_ALIVE_MS;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_BODY_BYTES });
  http.on("upgrade", (request, socket, head) => {
    if (refusal(request.headers, options) !== undefined) {
      socket.end("HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n");
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => serveSocket(options, webSocket));
  });
  await listen(http, options);
  return {
    port: (http.address() as AddressInfo).port,
    connections: () => sockets.clients.size,
    close: async () => {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
      await new Promise<void>((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      });
    },
  };
}

function listen(http: Server, { host, port }: ServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once("error", (cause: NodeJS.ErrnoException) => {
      const reason = cause.code === "EADDRINUSE" ? "the port is in use by another program" : cause.message;
      reject(new ListenError(`cannot listen on ${host}:${port}: ${reason}`, { cause }));
    });
    http.listen(port, host, resolve);
  });
}

async function handleHttp(
  options: ServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const refused = refusal(request.headers, options);
  if (refused !== undefined) return reply(response, 403, "text/plain", refused);
  const { origin } = request.headers;
  if (origin !== undefined && isAllowedOrigin(origin, options)) {
    response.setHeader("access-control-allow-origin", origin);
    response.setHeader("vary", "origin");
  }
  if (request.method === "OPTIONS") {
    response.setHeader("access-control-allow-methods", "POST");
    response.setHeader("access-control-allow-headers", "content-type");
    response.setHeader("access-control-max-age", "600");
    return reply(response, 204, "text/plain", "");
  }
  if (request.method === "GET" && request.url === "/healthz")
    return reply(response, 200, "application/json", JSON.stringify(options.health()));
  if (request.method === "GET" && request.url === "/metrics")
    return reply(response, 200, "text/plain; version=0.0.4", await options.metrics());
  if (request.method !== "POST") return reply(response, 405, "text/plain", "JSON-RPC takes POST");
  if (!/^application\/json\b/i.test(request.headers["content-type"] ?? ""))
    return reply(response, 415, "text/plain", "invalid content type, only application/json is supported");
  const body = await readBody(request);
  if (body === undefined)
    return reply(response, 413, "text/plain", "content length too large: more than 5 MiB");
  return reply(response, 200, "application/json", (await dispatch(options.dispatch, body)) ?? "");
}

function reply(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { "content-type": type }).end(body);
}

/** @returns undefined when the body is too large; the rest of it is not read. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  if (Number(request.headers["content-length"] ?? 0) > MAX_BODY_BYTES) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function serveSocket(options: ServerOptions, socket: WebSocket): void {
  const subscriptions = new Map<string, () => void>();
  const send = (text: string): void => {
    if (socket.bufferedAmount > MAX_BUFFERED_BYTES) socket.terminate();
    else socket.send(text);
  };
  const connection: Connection = {
    subscribe: (start) => {
      if (subscriptions.size >= MAX_SUBSCRIPTIONS)
        throw new RpcError(LIMIT_EXCEEDED, `more than ${MAX_SUBSCRIPTIONS} subscriptions on one connection`);
      const id: Hex = bytesToHex(randomBytes(16));
      const notify = (result: unknown): void =>
        send(
          JSON.stringify({
            jsonrpc: "2.0",
            method: "eth_subscription",
            params: { subscription: id, result },
          }),
        );
      subscriptions.set(id, start(notify));
      return id;
    },
    unsubscribe: (id) => {
      subscriptions.get(id)?.();
      return subscriptions.delete(id);
    },
  };
  socket.on("message", async (message) => {
    const text = await dispatch(options.dispatch, message.toString(), connection);
    if (text !== undefined) send(text);
  });
  socket.on("error", () => socket.terminate());
  socket.on("close", () => {
    for (const stop of subscriptions.values()) stop();
    subscriptions.clear();
  });
}

export class ListenError extends Error {
  override readonly name = "ListenError";
}
