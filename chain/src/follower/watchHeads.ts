/**
 * Tells of new heads: eth_subscribe newHeads over WebSocket, and polling while there is none. Only a hint: heads may be
 * missed or told twice, the follower asks the node itself. A lost socket is reopened with growing pauses.
 */
import { WebSocket } from "ws";
import type { RpcHeader } from "./readBlocks.ts";

const POLL_WITHOUT_SOCKET_MS = 1_000;
/** A quiet socket may be a dead one, and a development node takes blocks back without a word. */
const POLL_WITH_SOCKET_MS = 2_500;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

export interface HeadWatch {
  close(): void;
}

/** `onHead` gets the header where it is known, undefined where it is time to ask. */
export function watchHeads(
  wsUrl: string | undefined,
  onHead: (header: RpcHeader | undefined) => void,
): HeadWatch {
  let socket: WebSocket | undefined;
  let subscribed = false;
  let closed = false;
  let pauseMs = FIRST_PAUSE_MS;
  let pollTimer: NodeJS.Timeout;
  let reconnectTimer: NodeJS.Timeout | undefined;

  function pollLater(): void {
    clearTimeout(pollTimer);
    if (closed) return;
    pollTimer = setTimeout(
      () => {
        onHead(undefined);
        pollLater();
      },
      subscribed ? POLL_WITH_SOCKET_MS : POLL_WITHOUT_SOCKET_MS,
    );
  }

  function connect(url: string): void {
    socket = new WebSocket(url);
    socket.on("open", () => {
      socket?.send(JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_subscribe", params: ["newHeads"] }));
    });
    socket.on("message", (data) => {
      const message = JSON.parse(String(data)) as {
        id?: number;
        result?: string;
        params?: { result: RpcHeader };
      };
      if (message.params !== undefined) {
        onHead(message.params.result);
      } else if (message.id === 1 && message.result !== undefined) {
        subscribed = true;
        pauseMs = FIRST_PAUSE_MS;
        onHead(undefined); // what came while there was no subscription
      }
      pollLater();
    });
    socket.on("error", () => undefined); // "close" follows
    socket.on("close", () => {
      subscribed = false;
      if (closed) return;
      pollLater();
      reconnectTimer = setTimeout(() => connect(url), pauseMs);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    });
  }

  pollLater();
  if (wsUrl !== undefined) connect(wsUrl);
  return {
    close() {
      closed = true;
      clearTimeout(pollTimer);
      clearTimeout(reconnectTimer);
      socket?.terminate();
    },
  };
}
