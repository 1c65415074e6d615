// Server-sent events: every open page hears that something changed and fetches it again. Slow readers are cut off
// rather than buffered without end; EventSource reconnects by itself.
import type { Response } from "express";
import type { LiveEvent } from "../api/schema/events.ts";

const KEEP_ALIVE_MS = 20_000;
const MAX_BUFFERED_BYTES = 256 * 1024;
const MAX_STREAMS = 2_000;

export type LiveEvents = ReturnType<typeof liveEvents>;
type Stream = { response: Response; orderId: string | undefined };

export function liveEvents() {
  const streams = new Set<Stream>();
  const beat = setInterval(() => {
    for (const stream of streams) write(stream, ": still here\n\n");
  }, KEEP_ALIVE_MS);
  beat.unref();

  function write(stream: Stream, text: string): void {
    stream.response.write(text);
    if (stream.response.writableLength > MAX_BUFFERED_BYTES) stream.response.destroy();
  }

  return {
    count: () => streams.size,
    publish(event: LiveEvent): void {
      const text = `data: ${JSON.stringify(event)}\n\n`;
      for (const stream of streams) {
        const isWanted =
          stream.orderId === undefined || (event.type === "order" && event.id === stream.orderId);
        if (isWanted) write(stream, text);
      }
    },
    /** @returns false where too many pages listen already. */
    open(response: Response, orderId: string | undefined): boolean {
      if (streams.size >= MAX_STREAMS) return false;
      response.writeHead(200, {
        "content-type": "text/event-stream",
        "cache-control": "no-store",
        "x-accel-buffering": "no",
      });
      const stream = { response, orderId };
      write(stream, "retry: 2000\n\n");
      streams.add(stream);
      response.on("close", () => streams.delete(stream));
      return true;
    },
    close(): void {
      clearInterval(beat);
      for (const { response } of streams) response.end();
      streams.clear();
    },
  };
}
